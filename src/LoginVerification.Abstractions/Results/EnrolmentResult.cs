namespace LoginVerification;

/// <summary>The answer to a command. Immutable; compares by value.</summary>
/// <param name="State">Where the enrolment stands after the command; unchanged by a refusal.</param>
/// <param name="Refusal">Why not, or null for yes.</param>
public sealed record EnrolmentResult(EnrolmentState State, Refusal? Refusal)
{
    /// <summary>Whether this is the answer that the same request got before, told again: nothing was carried out now.</summary>
    public bool Replayed { get; init; }

    /// <summary>How far the code came that the command asked for; null for a command that sends none. A code that waits is tried again by itself.</summary>
    public CodeDelivery? CodeDelivery { get; init; }

    /// <summary>The backup codes that were asked for, to be shown to their owner now and never again; none for any other command, and none for an answer that is told again.</summary>
    [JsonIgnore]
    public ValueList<BackupCode> BackupCodes { get; init; } = [];

    /// <summary>Whether the answer is yes.</summary>
    public bool Succeeded => Refusal is null;
}
