namespace LoginVerification;

/// <summary>Names that Identity knows this package by.</summary>
public static class LoginVerificationIdentity
{
    /// <summary>
    /// The token provider of the app: <c>TwoFactorSignInAsync(LoginVerificationIdentity.Provider, "", …)</c> signs in once the owner said yes. The one of SMS is
    /// Identity's own name, <c>Phone</c>.
    /// </summary>
    public const string Provider = "LoginVerification";
}
