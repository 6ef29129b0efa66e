namespace LoginVerification.Policies;

/// <summary>Numbers that are nobody's and stand for all that the rules treat alike. Immutable and thread-safe.</summary>
internal sealed class Witnesses(IReadOnlyList<GatingRule> rules)
{
    /// <summary>Of a country with more carriers than these, only some are tried.</summary>
    private const int MostCarriers = 64;

    /// <summary>Worked out once: each question about another number goes through them.</summary>
    private readonly CountryCode[] countries = [.. Countries(rules)];

    /// <summary>Some number, of a country that no rule names if there is one, whether it is served or not.</summary>
    public PhoneDetails Any => Of(countries[0], null);

    /// <summary>Of each country that the rules tell apart, without a carrier first: of a country that no rule names, then of each that some rule does.</summary>
    public IEnumerable<PhoneDetails> All => countries.SelectMany(country => Carriers(country).Select(carrier => Of(country, carrier)));

    /// <summary>A mobile of each country that a user can state, and what its digits are read as: those that countries share are the main one's.</summary>
    public static IEnumerable<(CountryCode Stated, PhoneDetails Details)> Countries() =>
        from country in KnownCountries.All.Select(CountryCode.Parse)
        where CountryPlans.MobileIn(country) is not null
        select (country, Of(CountryPlans.MainOf(country) ?? country, null));

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
        Unnamed(rules).Concat(Named(rules).Where(HasNumbers));

    /// <summary>Whether some number is read as one of the country.</summary>
    private static bool HasNumbers(CountryCode country) => CountryPlans.MobileIn(country) is not null && CountryPlans.MainOf(country) is null;

    private static HashSet<CountryCode> Named(IReadOnlyList<GatingRule> rules) =>
        [.. rules.SelectMany(rule => rule.Countries.Items.Concat(rule.Carriers.Keys.Select(CountryCode.Parse)))];

    /// <summary>Countries that no rule names are told apart by how a mobile of theirs reads: one stands for all that read alike.</summary>
    private static IEnumerable<CountryCode> Unnamed(IReadOnlyList<GatingRule> rules)
    {
        var named = Named(rules);
        return KnownCountries.All.Select(CountryCode.Parse).Where(country => HasNumbers(country) && !named.Contains(country))
            .GroupBy(CountryPlans.MobileIn).OrderBy(alike => alike.Key is not LineType.Mobile).Select(alike => alike.First());
    }

    private IEnumerable<Carrier?> Carriers(CountryCode country)
    {
        Selection<Carrier>[] selections = [.. CarrierSelections(country, rules)];
        Carrier?[] common = CommonItem.TryFind(selections, out var item) ? [item] : [];
        return common.Prepend(null).Concat(selections.SelectMany(selection => selection.Items).Take(MostCarriers)).Distinct();
    }

    private static IEnumerable<Selection<Carrier>> CarrierSelections(CountryCode country, IReadOnlyList<GatingRule> rules) =>
        rules.Select(rule => rule.Carriers.GetValueOrDefault(country.Value)).OfType<Selection<Carrier>>();

    private static PhoneDetails Of(CountryCode country, Carrier? carrier) => new(UnassignedNumbers.At(0), country, CountryPlans.MobileIn(country) ?? LineType.Mobile) { Carrier = carrier };
}
