namespace LoginVerification.Policies;

/// <summary>Numbers that are nobody's and stand for all that the rules treat alike. Immutable and thread-safe.</summary>
internal sealed class Witnesses(IReadOnlyList<GatingRule> rules)
{
    /// <summary>Of a country with more carriers than these, only some are tried.</summary>
    private const int MostCarriers = 64;

    /// <summary>Stands for any country that no rule names.</summary>
    private static readonly CountryCode Unnamed = CountryCode.Parse("ZZ");

    /// <summary>One of a country that no rule names, whether it is served or not.</summary>
    public PhoneDetails Any { get; } = Of(Unnamed, null);

    /// <summary>Of each country that the rules tell apart, without a carrier first: of a country that no rule names, then of each that some rule does.</summary>
    public IEnumerable<PhoneDetails> All => Countries(rules).SelectMany(country => Carriers(country).Select(carrier => Of(country, carrier)));

    /// <summary>A number that all of the rules allow, or null for none. A carrier is asked for within its own country alone.</summary>
    public static PhoneDetails? Find(IReadOnlyList<GatingRule> rules) =>
        Countries(rules).Select(country => Find(country, rules)).FirstOrDefault(number => number is not null);

    private static PhoneDetails? Find(CountryCode country, IReadOnlyList<GatingRule> rules)
    {
        var number = Of(country, null);
        if (!rules.All(rule => rule.Countries.Allows(country) && rule.LineTypes.Allows(number.LineType)))
            return null;
        return CommonItem.TryFind([.. CarrierSelections(country, rules)], out var carrier) ? number with { Carrier = carrier } : null;
    }

    private static IEnumerable<CountryCode> Countries(IReadOnlyList<GatingRule> rules) =>
        rules.SelectMany(rule => rule.Countries.Items.Concat(rule.Carriers.Keys.Select(CountryCode.Parse))).Prepend(Unnamed).Distinct();

    private IEnumerable<Carrier?> Carriers(CountryCode country)
    {
        Selection<Carrier>[] selections = [.. CarrierSelections(country, rules)];
        Carrier?[] common = CommonItem.TryFind(selections, out var item) ? [item] : [];
        return common.Prepend(null).Concat(selections.SelectMany(selection => selection.Items).Take(MostCarriers)).Distinct();
    }

    private static IEnumerable<Selection<Carrier>> CarrierSelections(CountryCode country, IReadOnlyList<GatingRule> rules) =>
        rules.Select(rule => rule.Carriers.GetValueOrDefault(country.Value)).OfType<Selection<Carrier>>();

    private static PhoneDetails Of(CountryCode country, Carrier? carrier) => new(UnassignedNumbers.At(0), country, LineType.Mobile) { Carrier = carrier };
}
