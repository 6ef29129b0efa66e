namespace LoginVerification.Exploration;

/// <summary>
/// An equivalence class of numbers, and of accounts that have them: those that nothing in a policy tells apart, with one of them as a witness.
/// Immutable; compares by its witness, which no other class of a policy has.
/// </summary>
/// <param name="Country">The country of the witness.</param>
/// <param name="Carrier">Its carrier, or null where the class is that of unnamed carriers.</param>
/// <param name="LineType">Its kind of line.</param>
public sealed record NumberClass(CountryCode Country, Carrier? Carrier, LineType LineType)
{
    /// <summary>The most countries that are named one by one.</summary>
    private const int MostNames = 3;

    /// <summary>The attributes of the witness's account that all of the class have, in the order of the policy; none where the policy declares none.</summary>
    public ValueList<AttributeValue> Account { get; init; } = [];

    /// <summary>Whether some surface accepts such a number when it is submitted. What is not served is exempt from reachability.</summary>
    public required bool IsServed { get; init; }

    /// <summary>How many countries have such numbers; at least 1.</summary>
    public required int Countries { get; init; }

    /// <summary>Every country with the numbers of it that are of the class, that of the witness first. A country has several entries where its carriers differ in their kinds of line.</summary>
    public required IReadOnlyList<ClassMember> Members { get; init; }

    /// <summary>What makes the class, by the rules that tell numbers apart: for example <c>every number that the rule web-countries allows</c>.</summary>
    public required string Description { get; init; }

    /// <summary>The class in words, with the kind of line where it is not what a mobile of the country is read as: for example <c>IL</c>, <c>GB Example Mobile</c>, <c>GB Vodafone, RU any other</c>, <c>US, paid=yes</c> or <c>US and 243 more</c>, whose <see cref="Members"/> tell them all.</summary>
    public string Name =>
        $"{(Members.Count <= MostNames ? string.Join(", ", Members) : $"{Members[0]} and {Countries - 1} more")}{string.Concat(Account.Select(attribute => $", {attribute}"))}";

    /// <summary>Each attribute of the witness's account.</summary>
    internal ValueList<AttributeValue> Witness { get; init; } = [];

    /// <summary>Whoever of the class gives a command, with a device or without.</summary>
    internal Asker Asker(bool device) => new(device, Witness);

    /// <summary>Whether a rule speaks of the class, as far as number and account decide that.</summary>
    internal bool IsConcernedBy(GatingRule rule) => rule.SpeaksOf(Numbers[0], Witness);

    /// <summary>One number for each slot.</summary>
    internal IReadOnlyList<PhoneDetails> Numbers => SampleNumbers.Of(Country, Carrier, LineType);

    /// <summary>A number that is in no slot.</summary>
    internal PhoneDetails Another => SampleNumbers.Another(Country, Carrier, LineType);

    /// <summary>Whether another class has the same witness.</summary>
    /// <param name="other">The other class.</param>
    public bool Equals(NumberClass? other) =>
        other is not null && (Country, Carrier, LineType, IsServed, Countries, Witness) == (other.Country, other.Carrier, other.LineType, other.IsServed, other.Countries, other.Witness);

    /// <summary>A hash of the witness.</summary>
    public override int GetHashCode() => HashCode.Combine(Country, Carrier, LineType, IsServed, Countries, Witness);
}
