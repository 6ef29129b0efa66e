namespace LoginVerification;

/// <summary>The answer to a command. Immutable; compares by value.</summary>
/// <param name="State">Where the enrolment stands after the command; unchanged by a refusal.</param>
/// <param name="Refusal">Why not, or null for yes.</param>
public sealed record EnrolmentResult(EnrolmentState State, Refusal? Refusal)
{
    /// <summary>Whether this is the answer that the same request got before, told again: nothing was carried out now.</summary>
    public bool Replayed { get; init; }

    /// <summary>Whether the answer is yes.</summary>
    public bool Succeeded => Refusal is null;
}
