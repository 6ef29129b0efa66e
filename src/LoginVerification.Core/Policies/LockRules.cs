using NodaTime;

namespace LoginVerification.Policies;

/// <summary>
/// What wrong codes in a row lead to, counted per account over all its numbers. Only a match forgives, and only what was tried
/// on the same number; or the host's Unlock. Immutable and thread-safe.
/// </summary>
public sealed record LockRules
{
    /// <summary>After each multiple of so many failures the account is locked for a while: 1 to 20; 5 by default. For research unlimited, too: then no failure locks for a while.</summary>
    public int EveryFailures { get; init; } = 5;

    /// <summary>The first lock; each further one lasts twice as long: 1 s to 1 h; 30 s by default.</summary>
    public Duration First { get; init; } = Duration.FromSeconds(30);

    /// <summary>The longest lock: at least <see cref="First"/>, at most 24 h; 1 h by default.</summary>
    public Duration Longest { get; init; } = Duration.FromHours(1);

    /// <summary>At so many failures only the host unlocks: at least <see cref="EveryFailures"/>, at most 100, which is the default (NIST SP 800-63B-4, section 3.2.2). For research unlimited, too: then time ends every lock.</summary>
    public int FinalFailures { get; init; } = 100;
}
