using FluentValidation;

namespace LoginVerification.Sms;

/// <summary>The bounds of Twilio's settings.</summary>
internal sealed class TwilioOptionsValidator : AbstractValidator<TwilioOptions>
{
    private const int MaxFromLength = 16;

    public TwilioOptionsValidator(TimeSpan lease)
    {
        RuleFor(options => options.AccountSid).Must(sid => TwilioSid.Is(sid, "AC"))
            .WithMessage("Twilio: AccountSid is none. It is AC and 32 hexadecimal digits.");
        RuleFor(options => options.AuthTokens).NotEmpty().When(options => options.ApiKeySid is null)
            .WithMessage("Twilio: there is no ApiKeySid and AuthTokens is empty. Add the account's auth token, or an API key.");
        RuleFor(options => options.AuthTokens).NotEmpty().When(options => options is { ApiKeySid: not null, ReportTo: not null })
            .WithMessage("Twilio: AuthTokens is empty, and no report could be verified. Add the account's auth token, or take ReportTo away.");
        RuleForEach(options => options.AuthTokens).Must(GatewayRules.IsPlain)
            .WithMessage("Twilio: AuthTokens has one that is empty or not printable ASCII.");
        RuleFor(options => options.ApiKeySid).Must(sid => sid is null || TwilioSid.Is(sid, "SK"))
            .WithMessage("Twilio: ApiKeySid is none. It is SK and 32 hexadecimal digits, or null.");
        RuleFor(options => options.ApiKeySecret).Must((options, secret) => options.ApiKeySid is null ? secret is null : GatewayRules.IsPlain(secret))
            .WithMessage("Twilio: ApiKeySid and ApiKeySecret belong together. Write both, or neither.");
        RuleFor(options => options.From).Must((options, from) => from is null != options.MessagingServiceSid is null)
            .WithMessage("Twilio: From and MessagingServiceSid are both there, or neither is. Write one of them.");
        RuleFor(options => options.From).Must(from => from is null || (GatewayRules.IsPlain(from) && from.Length <= MaxFromLength))
            .WithMessage("Twilio: From is no sender. Write a number in E.164 form, a short code, or a name of up to 11 characters.");
        RuleFor(options => options.MessagingServiceSid).Must(sid => sid is null || TwilioSid.Is(sid, "MG"))
            .WithMessage("Twilio: MessagingServiceSid is none. It is MG and 32 hexadecimal digits, or null.");
        RuleFor(options => options.ReportTo).IsCallback("Twilio: ReportTo");
        RuleFor(options => options.Api).IsGateway("Twilio: Api", options => options.AllowUnencrypted);
        RuleFor(options => options.Timeout).EndsWithinAnAttempt("Twilio: Timeout", lease);
    }
}
