namespace LoginVerification;

/// <summary>What a code is for. Challenges, sends, failures and locks are kept per purpose, so that neither spends the other's budget.</summary>
[JsonConverter(typeof(NameJsonConverter<CodePurpose>))]
public enum CodePurpose
{
    /// <summary>To prove a number that is being added, replaced or confirmed again.</summary>
    Enrol,

    /// <summary>To sign in: a code by SMS, or a number to match in the app.</summary>
    SignIn,

    /// <summary>To sign in without the phone. A backup code is another authenticator, so that its failures are its own.</summary>
    BackupCode,
}
