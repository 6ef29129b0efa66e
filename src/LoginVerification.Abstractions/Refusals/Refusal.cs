using NodaTime;

namespace LoginVerification;

/// <summary>A typed "no": why, what said it, when to try again, and the ways out. Immutable; compares by value.</summary>
/// <param name="Code">The stable code.</param>
/// <param name="Source">What said no: the lifecycle, the screens, a gating rule, a setting of the policy, or a port.</param>
public sealed record Refusal(RefusalCode Code, RefusalSource Source)
{
    /// <summary>When the same command may be accepted, or null where time alone changes nothing.</summary>
    [JsonConverter(typeof(InstantJsonConverter))]
    public Instant? RetryAt { get; init; }

    /// <summary>What leads on, best first. Empty where there is nothing to do, and never a path around a lock, a limit or a risk.</summary>
    public ValueList<WayOut> WaysOut { get; init; } = [];
}
