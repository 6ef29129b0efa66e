namespace LoginVerification.Exploration;

/// <summary>
/// An equivalence class of numbers, and of accounts that have them: those that no gating rule of a policy tells apart, with one of them as a witness. Immutable; compares by value.
/// </summary>
/// <param name="Country">The country of the witness.</param>
/// <param name="Carrier">Its carrier, or null where the class is that of unnamed carriers.</param>
/// <param name="LineType">Its kind of line.</param>
public sealed record NumberClass(CountryCode Country, Carrier? Carrier, LineType LineType)
{
    /// <summary>The attributes of the witness's account that all of the class have, in the order of the policy; none where the policy declares none.</summary>
    public ValueList<AttributeValue> Account { get; init; } = [];

    /// <summary>Whether some surface accepts such a number when it is submitted. What is not served is exempt from reachability.</summary>
    public required bool IsServed { get; init; }

    /// <summary>How many countries have such numbers; at least 1.</summary>
    public required int Countries { get; init; }

    /// <summary>The class in words, with the kind of line where it is not what a mobile of the country is read as: for example <c>IL</c>, <c>GB Example Mobile</c>, <c>GB any other</c>, <c>US and 243 more</c> or <c>US, paid=yes</c>.</summary>
    public string Name =>
        $"{Country}{(Carrier is not null ? $" {Carrier}" : IsOfOtherCarriers ? " any other" : "")}{(LineType == CountryPlans.MobileIn(Country) ? "" : $" {LineType}")}{(Countries == 1 ? "" : $" and {Countries - 1} more")}{string.Concat(Account.Select(attribute => $", {attribute}"))}";

    /// <summary>Whether the witness stands for the carriers of its country that no rule names.</summary>
    internal bool IsOfOtherCarriers { get; init; }

    /// <summary>Each attribute of the witness's account.</summary>
    internal ValueList<AttributeValue> Witness { get; init; } = [];

    /// <summary>Whoever of the class gives a command, with a device or without.</summary>
    internal Asker Asker(bool device) => new(device, Witness);

    /// <summary>Whether a rule speaks of the class, as far as number and account decide that.</summary>
    internal bool IsConcernedBy(GatingRule rule) => rule.Concerns(Numbers[0]) && rule.When?.HoldsOfAccount(Asker(device: false)) is not false;

    /// <summary>One number for each slot.</summary>
    internal IReadOnlyList<PhoneDetails> Numbers => SampleNumbers.Of(Country, Carrier, LineType);
}
