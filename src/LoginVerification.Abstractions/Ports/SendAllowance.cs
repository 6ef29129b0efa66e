using NodaTime;

namespace LoginVerification;

/// <summary>Whether a send may go out. Immutable; compares by value.</summary>
/// <param name="Allowed">Whether it may.</param>
/// <param name="RetryAt">If not, from when on it may, or null for unknown.</param>
public sealed record SendAllowance(bool Allowed, Instant? RetryAt = null)
{
    /// <summary>It may.</summary>
    public static SendAllowance Yes { get; } = new(true);
}
