namespace LoginVerification;

/// <summary>With what a sign-in was verified.</summary>
[JsonConverter(typeof(NameJsonConverter<SignInMethod>))]
public enum SignInMethod
{
    /// <summary>A code by SMS.</summary>
    Sms,

    /// <summary>The app, with the number from the page.</summary>
    AppPush,

    /// <summary>A backup code.</summary>
    BackupCode,
}
