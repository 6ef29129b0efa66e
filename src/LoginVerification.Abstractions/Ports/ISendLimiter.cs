using NodaTime;

namespace LoginVerification.Ports;

/// <summary>
/// Optional port: velocity limits, budgets and brakes over all accounts. Asked before each code, ahead of every other port, and told afterwards
/// what became of it, so that it can weigh codes sent against numbers verified. Default: allowed. Thread-safe.
/// </summary>
/// <remarks>
/// The policy's limits count codes. They do not count look-ups of the registry or the risk signal that end in a refusal, which can be repeated at
/// once. The limiter is asked before each of them and can count these questions, where look-ups cost.
/// </remarks>
public interface ISendLimiter
{
    /// <summary>Judges a send. A command asks once a number, however often it loses a race.</summary>
    /// <param name="account">For whom.</param>
    /// <param name="phone">To which number.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <exception cref="Exception">No answer, as null is none. The send is held back.</exception>
    ValueTask<SendAllowance> CheckAsync(AccountId account, PhoneDetails phone, CancellationToken cancellationToken);

    /// <summary>A code was handed to the gateway, which took it. What was allowed and never handed over is not told.</summary>
    /// <param name="account">For whom.</param>
    /// <param name="phone">To which number.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <exception cref="Exception">It is logged and changes nothing.</exception>
    ValueTask SentAsync(AccountId account, PhoneDetails phone, CancellationToken cancellationToken);

    /// <summary>A code came back: it verified a number, or signed its owner in.</summary>
    /// <param name="account">By whom.</param>
    /// <param name="phone">Which number.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <exception cref="Exception">It is logged and changes nothing.</exception>
    ValueTask VerifiedAsync(AccountId account, PhoneDetails phone, CancellationToken cancellationToken);
}

/// <summary>Whether a send may go out. Immutable; compares by value.</summary>
/// <param name="Allowed">Whether it may.</param>
/// <param name="RetryAt">If not, from when on it may, or null for unknown.</param>
public sealed record SendAllowance(bool Allowed, [property: JsonConverter(typeof(InstantJsonConverter))] Instant? RetryAt = null)
{
    /// <summary>It may.</summary>
    public static SendAllowance Yes { get; } = new(true);
}
