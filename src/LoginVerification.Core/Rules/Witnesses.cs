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
    public IEnumerable<PhoneDetails> All => countries.SelectMany(country => Carriers(country, rules).Select(carrier => Of(country, carrier)));

    /// <summary>A mobile of each country that a user can state, and what its digits are read as: those that countries share are the main one's.</summary>
    public static IEnumerable<(CountryCode Stated, PhoneDetails Details)> Countries() =>
        from country in KnownCountries.All.Select(CountryCode.Parse)
        where CountryPlans.MobileIn(country) is not null
        select (country, Of(CountryPlans.MainOf(country) ?? country, null));

    /// <summary>A number for which none of the rules refuses a choice, or null for none. A carrier is asked for within its own country alone.</summary>
    public static PhoneDetails? Find(IReadOnlyList<GatingRule> rules, Choice choice, Asker asker) => Countries(rules)
        .SelectMany(country => CommonCarrier(country, rules).Concat(Carriers(country, rules)).Select(carrier => Of(country, carrier)))
        .FirstOrDefault(number => rules.All(rule => rule.Refuses(choice, number, asker) is null));

    private static IEnumerable<CountryCode> Countries(IReadOnlyList<GatingRule> rules) =>
        Unnamed(rules).Concat(Named(rules).Where(HasNumbers));

    /// <summary>Whether some number is read as one of the country.</summary>
    private static bool HasNumbers(CountryCode country) => CountryPlans.MobileIn(country) is not null && CountryPlans.MainOf(country) is null;

    private static HashSet<CountryCode> Named(IReadOnlyList<GatingRule> rules) =>
        [.. rules.SelectMany(rule => rule.Countries.Items.Concat(rule.When?.Countries.Items ?? []).Concat(rule.Carriers.Keys.Concat(rule.When?.Carriers.Keys ?? []).Select(CountryCode.Parse)))];

    /// <summary>Countries that no rule names are told apart by how a mobile of theirs reads: one stands for all that read alike.</summary>
    private static IEnumerable<CountryCode> Unnamed(IReadOnlyList<GatingRule> rules)
    {
        var named = Named(rules);
        return KnownCountries.All.Select(CountryCode.Parse).Where(country => HasNumbers(country) && !named.Contains(country))
            .GroupBy(CountryPlans.MobileIn).OrderBy(alike => alike.Key is not LineType.Mobile).Select(alike => alike.First());
    }

    private static IEnumerable<Carrier?> Carriers(CountryCode country, IReadOnlyList<GatingRule> rules) => CommonCarrier(country, rules).Prepend(null)
        .Concat(rules.SelectMany(rule => rule.CarriersNamedIn(country)).Distinct().Take(MostCarriers)).Distinct();

    /// <summary>The carrier that all rules allow: null among them for one that none names; nothing where there is none.</summary>
    private static IEnumerable<Carrier?> CommonCarrier(CountryCode country, IReadOnlyList<GatingRule> rules) =>
        CommonItem.TryFind([.. CarrierSelections(country, rules)], out var item) ? [item] : [];

    private static IEnumerable<Selection<Carrier>> CarrierSelections(CountryCode country, IReadOnlyList<GatingRule> rules) =>
        rules.Select(rule => rule.Carriers.GetValueOrDefault(country.Value)).OfType<Selection<Carrier>>();

    private static PhoneDetails Of(CountryCode country, Carrier? carrier) => new(UnassignedNumbers.At(0), country, CountryPlans.MobileIn(country) ?? LineType.Mobile) { Carrier = carrier };
}
