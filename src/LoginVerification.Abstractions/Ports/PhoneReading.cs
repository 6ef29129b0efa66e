namespace LoginVerification;

/// <summary>What a reader made of a typed number. A closed set. Immutable; compares by value.</summary>
public abstract record PhoneReading
{
    private PhoneReading() { }

    /// <summary>It is a number. Whether anybody answers there, only the code proves.</summary>
    /// <param name="Details">The number and what its digits tell.</param>
    public sealed record Readable(PhoneDetails Details) : PhoneReading;

    /// <summary>It is none.</summary>
    /// <param name="Fault">Why not.</param>
    public sealed record Unreadable(NumberFault Fault) : PhoneReading;
}
