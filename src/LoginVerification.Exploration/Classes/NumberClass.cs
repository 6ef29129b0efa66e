namespace LoginVerification.Exploration;

/// <summary>
/// An equivalence class of numbers: those that no gating rule of a policy tells apart, with one of them as a witness. Immutable; compares by value.
/// </summary>
/// <param name="Country">The country of the witness.</param>
/// <param name="Carrier">Its carrier, or null where the class is that of unnamed carriers.</param>
/// <param name="LineType">Its kind of line.</param>
public sealed record NumberClass(CountryCode Country, Carrier? Carrier, LineType LineType)
{
    /// <summary>Whether some surface accepts such a number when it is submitted. What is not served is exempt from reachability.</summary>
    public required bool IsServed { get; init; }

    /// <summary>How many countries have such numbers; at least 1.</summary>
    public required int Countries { get; init; }

    /// <summary>The class in words, with the kind of line where it is not what a mobile of the country is read as: for example <c>IL</c>, <c>GB Example Mobile</c>, <c>GB any other</c> or <c>US and 243 more</c>.</summary>
    public string Name =>
        $"{Country}{(Carrier is not null ? $" {Carrier}" : IsOfOtherCarriers ? " any other" : "")}{(LineType == CountryPlans.MobileIn(Country) ? "" : $" {LineType}")}{(Countries == 1 ? "" : $" and {Countries - 1} more")}";

    /// <summary>Whether the witness stands for the carriers of its country that no rule names.</summary>
    internal bool IsOfOtherCarriers { get; init; }

    /// <summary>One number for each slot.</summary>
    internal IReadOnlyList<PhoneDetails> Numbers => SampleNumbers.Of(Country, Carrier, LineType);
}
