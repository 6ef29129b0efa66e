namespace LoginVerification;

/// <summary>What a code is for. Challenges, sends, failures and locks are kept per purpose, so that neither spends the other's budget.</summary>
[JsonConverter(typeof(NameJsonConverter<CodePurpose>))]
public enum CodePurpose
{
    /// <summary>To prove a number that is being added, replaced or confirmed again.</summary>
    Enrol,

    /// <summary>To sign in.</summary>
    SignIn,
}
