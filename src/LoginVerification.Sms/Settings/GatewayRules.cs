using FluentValidation;

namespace LoginVerification.Sms;

/// <summary>The rules that the settings of both gateways have. Messages name the setting and what to write, and never repeat a secret.</summary>
internal static class GatewayRules
{
    /// <summary>As many characters of base64url as hold 128 random bits, which nobody guesses.</summary>
    public const int MinSecretLength = 22;

    private const int MaxHeaderLength = 1024;

    /// <summary>A gateway's own address: codes and credentials go there.</summary>
    public static void IsGateway<T>(this IRuleBuilder<T, Uri?> rule, string name, Func<T, bool> isUnencryptedAllowed) =>
        rule.Must(address => address is { IsAbsoluteUri: true, Fragment: "", UserInfo: "" } && IsWeb(address))
            .WithMessage($"{name} is no address of a gateway. Write it whole, with https://, without user, password and #.")
            .Must((settings, address) => address is not { IsAbsoluteUri: true } || address.Scheme != Uri.UriSchemeHttp || address.IsLoopback || isUnencryptedAllowed(settings))
            .WithMessage($"{name} is http, and codes would cross the network in the open. Write https, or AllowUnencrypted = true where nobody else can listen.");

    /// <summary>An address of the host's that a gateway calls.</summary>
    public static void IsCallback<T>(this IRuleBuilder<T, Uri?> rule, string name) =>
        rule.Must(address => address is null || (address is { IsAbsoluteUri: true, Fragment: "", UserInfo: "" } && IsWeb(address) && address.AbsoluteUri.Length <= MaxHeaderLength))
            .WithMessage($"{name} is no address that the gateway can call. Write it whole, with https://, without user, password and #, in at most {MaxHeaderLength} characters.");

    /// <summary>What becomes a header, as it is: printable ASCII, and no blank at an end, which would be dropped.</summary>
    public static bool IsPlain(string? text) =>
        text is { Length: > 0 and <= MaxHeaderLength } && text.All(unit => unit is >= ' ' and <= '~') && text.Trim() == text;

    private static bool IsWeb(Uri address) => address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp;
}
