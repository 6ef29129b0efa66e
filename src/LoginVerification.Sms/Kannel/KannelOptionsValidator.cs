using FluentValidation;

namespace LoginVerification.Sms;

/// <summary>The bounds of Kannel's settings.</summary>
internal sealed class KannelOptionsValidator : AbstractValidator<KannelOptions>
{
    private const int MaxFromLength = 20;

    public KannelOptionsValidator(TimeSpan lease)
    {
        RuleFor(options => options.SendSms).IsGateway("Kannel: SendSms", options => options.AllowUnencrypted);
        RuleFor(options => options.Username).Must(GatewayRules.IsPlain)
            .WithMessage("Kannel: Username is empty or not printable ASCII. Write that of the sendsms-user group.");
        RuleFor(options => options.Password).Must(GatewayRules.IsPlain)
            .WithMessage("Kannel: Password is empty or not printable ASCII. Write that of the sendsms-user group.");
        RuleFor(options => options.From).Must(from => from is null || (GatewayRules.IsPlain(from) && from.Length <= MaxFromLength))
            .WithMessage($"Kannel: From is no sender. Write a number or a name of up to {MaxFromLength} printable ASCII characters, or null for Kannel's own.");
        RuleFor(options => options.Smsc).Must(smsc => smsc is null || GatewayRules.IsPlain(smsc))
            .WithMessage("Kannel: Smsc is not printable ASCII. Write the smsc-id of Kannel's configuration, or null.");
        RuleFor(options => options.ReportTo).IsCallback("Kannel: ReportTo");
        RuleFor(options => options.CallbackSecrets).NotEmpty().When(options => options.ReportTo is not null)
            .WithMessage("Kannel: CallbackSecrets is empty, and reports could be forged. Add a secret, or take ReportTo away.");
        RuleForEach(options => options.CallbackSecrets).Must(IsSecret)
            .WithMessage($"Kannel: CallbackSecrets has one that is no secret. Draw {GatewayRules.MinSecretLength} or more of the characters A-Z a-z 0-9 - . _ ~ at random.");
        RuleFor(options => options.Timeout).EndsWithinAnAttempt("Kannel: Timeout", lease);
    }

    private static bool IsSecret(string? secret) =>
        secret is { Length: >= GatewayRules.MinSecretLength and <= 256 } && secret.All(unit => char.IsAsciiLetterOrDigit(unit) || unit is '-' or '.' or '_' or '~');
}
