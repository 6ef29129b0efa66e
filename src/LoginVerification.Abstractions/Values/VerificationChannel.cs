namespace LoginVerification;

/// <summary>How log-in requests reach the user. One is active at a time, and both need a verified phone.</summary>
[JsonConverter(typeof(NameJsonConverter<VerificationChannel>))]
public enum VerificationChannel
{
    /// <summary>A code by SMS. A restricted authenticator (NIST SP 800-63B-4, section 3.2.9): offer another one beside it.</summary>
    Sms,

    /// <summary>A request in the host's app; enabling it also needs a registered device.</summary>
    AppPush,
}
