using NodaTime;

namespace LoginVerification;

/// <summary>A typed "no": which rule refused, when to try again, and the ways out. Immutable; compares by value.</summary>
/// <param name="Code">The stable code.</param>
/// <param name="Rule">What refused: the name of the gating rule, or of the setting of the policy, or of the port.</param>
public sealed record Refusal(RefusalCode Code, string Rule)
{
    /// <summary>When the same command may be accepted, or null where time alone changes nothing.</summary>
    public Instant? RetryAt { get; init; }

    /// <summary>What leads on, best first. Empty where there is nothing to do, and never a path around a lock, a limit or a risk.</summary>
    public ValueList<WayOut> WaysOut { get; init; } = [];
}
