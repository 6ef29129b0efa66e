using NodaTime;

namespace LoginVerification.Engine;

/// <summary>When, by whom and where something happened: it stays in the audit trail. Immutable; compares by value.</summary>
/// <param name="At">When, in whole milliseconds.</param>
/// <param name="By">Who made it happen.</param>
/// <param name="Surface">Where, or null for what came neither from a user nor from somebody who signs in.</param>
public sealed record Origin([property: JsonConverter(typeof(InstantJsonConverter))] Instant At, Initiator By, Surface? Surface)
{
    /// <summary>Which member of the host's staff acted, as the host names them; null for everybody else.</summary>
    public string? StaffId { get; init; }

    /// <summary>What the host calls the request by in its own logs, or null.</summary>
    public string? CorrelationId { get; init; }
}
