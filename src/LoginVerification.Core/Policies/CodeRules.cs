using NodaTime;

namespace LoginVerification.Policies;

/// <summary>The code that proves a number. Immutable and thread-safe.</summary>
public sealed record CodeRules
{
    /// <summary>How many digits: 6 to 8; 6 by default (NIST SP 800-63B-4, section 3.1.3.2, asks for at least six). For research 4 and 5, too.</summary>
    public int Digits { get; init; } = 6;

    /// <summary>How long it lives: 30 s to 10 min; 10 min by default (same section, which allows no more). It dies with the pending number if that lapses sooner. For research up to 24 h.</summary>
    public Duration Life { get; init; } = Duration.FromMinutes(10);

    /// <summary>With which wrong code it is dead: the 1st to the 10th (1 to 10); the 5th by default. For research unlimited, too.</summary>
    public int WrongTries { get; init; } = 5;

    /// <summary>What a resend sends while the code is alive: the same code, so that a message that arrives late still works, or a new one; same by default. For research a new one beside the earlier ones, too.</summary>
    public ResendMode OnResend { get; init; } = ResendMode.Same;
}
