namespace LoginVerification.Exploration;

/// <summary>The numbers that shapes are made concrete with: as many as there are slots, all of one class.</summary>
internal static class SampleNumbers
{
    /// <summary>Numbers that no rule will be asked about.</summary>
    public static IReadOnlyList<PhoneDetails> All { get; } = Of(CountryCode.Parse("ZZ"), null, LineType.Mobile);

    /// <summary>A number of a country, a carrier and a kind of line that is in no slot.</summary>
    public static PhoneDetails Another(CountryCode country, Carrier? carrier, LineType line) =>
        new(UnassignedNumbers.At(1 + Enum.GetValues<Slot>().Length), country, line) { Carrier = carrier };

    /// <summary>The same numbers as those of a country, a carrier and a kind of line.</summary>
    public static IReadOnlyList<PhoneDetails> Of(CountryCode country, Carrier? carrier, LineType line) =>
        [.. Enum.GetValues<Slot>().Select(slot => new PhoneDetails(UnassignedNumbers.At(1 + (int)slot), country, line) { Carrier = carrier })];
}
