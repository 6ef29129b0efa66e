namespace LoginVerification.Engine;

/// <summary>The names of attributes. Those that are not OpenTelemetry's own stand under the library's name.</summary>
internal static class Tags
{
    /// <summary>The command, by the name of its type.</summary>
    public const string Command = "login_verification.command";

    /// <summary>Who gave it: a member of <see cref="LoginVerification.Initiator"/>.</summary>
    public const string Initiator = "login_verification.initiator";

    /// <summary>Where: a surface that the policy declares. Only where somebody acts at one.</summary>
    public const string Surface = "login_verification.surface";

    /// <summary>How it ended.</summary>
    public const string Outcome = "login_verification.outcome";

    /// <summary>What a code was for: a member of <see cref="CodePurpose"/>.</summary>
    public const string Purpose = "login_verification.purpose";

    /// <summary>What the second factor was: a member of <see cref="SignInMethod"/>.</summary>
    public const string Method = "login_verification.method";

    /// <summary>What a message sends.</summary>
    public const string Effect = "login_verification.effect";

    /// <summary>Which SMS provider called.</summary>
    public const string Provider = "login_verification.provider";

    /// <summary>OpenTelemetry's: the code of a refusal, or the type of an exception. Only where there is one.</summary>
    public const string Error = "error.type";

    public static KeyValuePair<string, object?> Of(string name, string? value) => new(name, value);
}
