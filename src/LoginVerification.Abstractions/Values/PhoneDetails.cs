namespace LoginVerification;

/// <summary>A number that was read, with what its digits and its owner tell about it. Immutable; compares by value.</summary>
/// <param name="Number">The number.</param>
/// <param name="Country">The country that it belongs to; the main one where several share the very same digits.</param>
/// <param name="LineType">The kind of line.</param>
public sealed record PhoneDetails(PhoneNumber Number, CountryCode Country, LineType LineType)
{
    /// <summary>The carrier, as a look-up answers or else as the user states it; null when nobody knows.</summary>
    public Carrier? Carrier { get; init; }

    /// <summary>Whether the number is set aside for drama and tests (for example +44 7700 900000 to 900999), so that nobody owns it.</summary>
    public bool IsReserved { get; init; }
}
