namespace LoginVerification.Exploration;

/// <summary>
/// An equivalence class of numbers: those that no gating rule of a policy tells apart, with one of them as a witness. Immutable; compares by its
/// witness, which no other class of a policy has.
/// </summary>
/// <param name="Country">The country of the witness.</param>
/// <param name="Carrier">Its carrier, or null where the class is that of unnamed carriers.</param>
/// <param name="LineType">Its kind of line.</param>
public sealed record NumberClass(CountryCode Country, Carrier? Carrier, LineType LineType)
{
    /// <summary>The most countries that are named one by one.</summary>
    private const int MostNames = 3;

    /// <summary>Whether some surface accepts such a number when it is submitted. What is not served is exempt from reachability.</summary>
    public required bool IsServed { get; init; }

    /// <summary>How many countries have such numbers; at least 1.</summary>
    public required int Countries { get; init; }

    /// <summary>Every country with the numbers of it that are of the class, that of the witness first. A country has several entries where its carriers differ in their kinds of line.</summary>
    public required IReadOnlyList<ClassMember> Members { get; init; }

    /// <summary>What makes the class, by the rules that tell numbers apart: for example <c>every number that the rule web-countries allows</c>.</summary>
    public required string Description { get; init; }

    /// <summary>The class in words, with the kind of line where it is not what a mobile of the country is read as: for example <c>IL</c>, <c>GB Example Mobile</c>, <c>GB Vodafone, RU any other</c> or <c>US and 243 more</c>, whose <see cref="Members"/> tell them all.</summary>
    public string Name => Members.Count <= MostNames ? string.Join(", ", Members) : $"{Members[0]} and {Countries - 1} more";

    /// <summary>One number for each slot.</summary>
    internal IReadOnlyList<PhoneDetails> Numbers => SampleNumbers.Of(Country, Carrier, LineType);

    /// <summary>A number that is in no slot.</summary>
    internal PhoneDetails Another => SampleNumbers.Another(Country, Carrier, LineType);

    /// <summary>Whether another class has the same witness.</summary>
    /// <param name="other">The other class.</param>
    public bool Equals(NumberClass? other) =>
        other is not null && (Country, Carrier, LineType, IsServed, Countries) == (other.Country, other.Carrier, other.LineType, other.IsServed, other.Countries);

    /// <summary>A hash of the witness.</summary>
    public override int GetHashCode() => HashCode.Combine(Country, Carrier, LineType, IsServed, Countries);
}
