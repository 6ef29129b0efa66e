using NodaTime;

namespace LoginVerification.Ports;

/// <summary>Optional port: velocity limits, budgets and brakes over all accounts. Asked before each send. Default: allowed. Thread-safe.</summary>
public interface ISendLimiter
{
    /// <summary>Judges a send.</summary>
    /// <param name="account">For whom.</param>
    /// <param name="phone">To which number.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <exception cref="Exception">No answer. The send is held back.</exception>
    ValueTask<SendAllowance> CheckAsync(AccountId account, PhoneDetails phone, CancellationToken cancellationToken);
}

/// <summary>Whether a send may go out. Immutable; compares by value.</summary>
/// <param name="Allowed">Whether it may.</param>
/// <param name="RetryAt">If not, from when on it may, or null for unknown.</param>
public sealed record SendAllowance(bool Allowed, [property: JsonConverter(typeof(InstantJsonConverter))] Instant? RetryAt = null)
{
    /// <summary>It may.</summary>
    public static SendAllowance Yes { get; } = new(true);
}
