namespace LoginVerification;

/// <summary>What the host saw when the user last authenticated (NIST SP 800-63B-4, section 2: one factor, or two different ones).</summary>
[JsonConverter(typeof(NameJsonConverter<AuthenticationFactors>))]
public enum AuthenticationFactors
{
    /// <summary>One factor: the password alone, for example.</summary>
    SingleFactor,

    /// <summary>Two different factors: the password and a code of this library, an authenticator app, a passkey with user verification.</summary>
    MultiFactor,
}
