using FluentValidation;

namespace LoginVerification.WebPush;

/// <summary>The bounds of the settings. Messages name the setting and what to write, and never repeat a key.</summary>
internal sealed class WebPushOptionsValidator : AbstractValidator<WebPushOptions>
{
    private const int MaxSubjectLength = 256;

    public WebPushOptionsValidator(TimeSpan lease)
    {
        RuleFor(options => options.Subject).Must(IsContact)
            .WithMessage("WebPush: Subject is no contact. Write mailto: and an e-mail address, or an https address, in printable ASCII.");
        RuleFor(options => options.PublicKey).Must(P256.IsPublicKey)
            .WithMessage("WebPush: PublicKey is none. Write an uncompressed point of P-256: 65 bytes as base64url without padding.");
        RuleFor(options => options.PrivateKey).Must(P256.IsPrivateKey)
            .WithMessage("WebPush: PrivateKey is none. Write 32 bytes as base64url without padding.");
        RuleFor(options => options.PrivateKey).Must((options, key) => P256.IsPair(options.PublicKey, key))
            .When(options => P256.IsPublicKey(options.PublicKey) && P256.IsPrivateKey(options.PrivateKey))
            .WithMessage("WebPush: PublicKey and PrivateKey are no pair. Write both from the same making.");
        RuleForEach(options => options.AllowedHosts).Must(PushHosts.IsPattern)
            .WithMessage("WebPush: AllowedHosts has one that is no name of a host. Write push.example.com, or *.example.com, without scheme, port and path.");
        RuleFor(options => options.Timeout).EndsWithinAnAttempt("WebPush: Timeout", lease);
    }

    /// <summary>It goes into a JSON text as it is, so that nothing in it may end a string there.</summary>
    private static bool IsContact(string? subject) =>
        subject is { Length: > 0 and <= MaxSubjectLength } && subject.All(unit => unit is > ' ' and <= '~' and not '"' and not '\\')
        && Uri.TryCreate(subject, UriKind.Absolute, out var contact)
        && (contact.Scheme == Uri.UriSchemeHttps || (contact.Scheme == Uri.UriSchemeMailto && contact.UserInfo.Length > 0 && contact.Host.Length > 0));
}
