namespace LoginVerification.Ports;

/// <summary>
/// Optional port: whether a number shows a sign of misuse, for example a recent change of SIM
/// (NIST SP 800-63B-4, section 3.1.3.3). Asked before each send. Default: unknown. Thread-safe.
/// </summary>
/// <remarks>
/// No answer to a user names a risk: the send is held back, as it is by a port without an answer and by a limiter that gives no instant. Only a
/// limiter's answer can show when to try again, so that one with an instant is no risk, and one without can be any of them.
/// </remarks>
public interface IRiskSignal
{
    /// <summary>Judges a send.</summary>
    /// <param name="account">For whom.</param>
    /// <param name="number">To which number.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <exception cref="Exception">No answer, as an undefined value is none. The send is held back.</exception>
    ValueTask<Risk> AssessAsync(AccountId account, PhoneNumber number, CancellationToken cancellationToken);
}

/// <summary>What a risk signal says of a send.</summary>
[JsonConverter(typeof(NameJsonConverter<Risk>))]
public enum Risk
{
    /// <summary>Nobody knows; the send goes on.</summary>
    Unknown,

    /// <summary>Nothing speaks against it.</summary>
    Acceptable,

    /// <summary>Nothing is to be sent there now.</summary>
    TooHigh,
}
