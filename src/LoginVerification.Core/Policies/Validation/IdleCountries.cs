namespace LoginVerification.Policies;

/// <summary>Finds countries in a policy that no mobile is ever read as, and line types that leave out all mobiles of a country.</summary>
internal static class IdleCountries
{
    private const int MostNamed = 10;

    public static IEnumerable<PolicyFailure> Warnings(PolicyDocument policy) => policy.Rules.Index().SelectMany(InRule).Concat(Named(policy.SmsDelivery.Uncertain, "$.smsDelivery.uncertain"));

    private static IEnumerable<PolicyFailure> InRule((int Index, GatingRule Item) rule)
    {
        var path = $"$.rules[{rule.Index}]";
        return Named(rule.Item.Countries, rule.Item.Carriers, path)
            .Concat(rule.Item.When is { } when ? Named(when.Countries, when.Carriers, $"{path}.when") : [])
            .Concat(LineTypes(rule.Item, path));
    }

    private static IEnumerable<PolicyFailure> Named(Selection<CountryCode> countries, IReadOnlyDictionary<string, Selection<Carrier>> carriers, string path) =>
        Named(countries, $"{path}.countries").Concat(carriers.Keys.SelectMany(country => Complaints(CountryCode.Parse(country), JsonPath.Key($"{path}.carriers", country))));

    private static IEnumerable<PolicyFailure> Named(Selection<CountryCode> countries, string path) =>
        countries.Items.Index().SelectMany(country => Complaints(country.Item, $"{path}.{(countries.Kind is SelectionKind.Only ? "only" : "except")}[{country.Index}]"));

    private static IEnumerable<PolicyFailure> Complaints(CountryCode country, string path) => Complaint(country) is { } complaint ? [new PolicyFailure(path, complaint)] : [];

    private static string? Complaint(CountryCode country) =>
        CountryPlans.MainOf(country) is { } main ? $"{country} shares its numbers with {main}, and each is read as one of {main}: it never makes a difference to name {country}. Name {main} as you mean it, and take {country} out."
        : CountryPlans.MobileIn(country) is null ? $"There are no phone numbers in {country}. Take it out."
        : null;

    private static IEnumerable<PolicyFailure> LineTypes(GatingRule rule, string path)
    {
        if (rule.LineTypes.Kind is SelectionKind.Any)
            yield break;
        // What every number reads as where there are no mobiles (TA) is no mobile's line type.
        var served = KnownCountries.All.Select(CountryCode.Parse).Where(country => rule.Countries.Allows(country) && rule.When?.Countries.Allows(country) is not false)
            .Select(country => (Country: country, Mobile: CountryPlans.MobileIn(country)))
            .Where(entry => entry.Mobile is LineType.Mobile or LineType.FixedLineOrMobile).ToList();
        var refused = served.Where(entry => !rule.LineTypes.Allows(entry.Mobile!.Value)).ToList();
        if (refused.Count == 0)
            yield break;
        var kinds = refused.Select(entry => $"{entry.Mobile}").Distinct().Order(StringComparer.Ordinal).ToList();
        var mend = $"Allow {string.Join(" and ", kinds)} as well";
        yield return new PolicyFailure($"{path}.lineTypes", refused.Count == served.Count
            ? $"No mobile passes the rule: in all countries that it allows, they are read as {string.Join(" or ", kinds)}. {mend}."
            : $"In {Named([.. refused.Select(entry => entry.Country)])} a mobile is read as {kinds[0]}, so that none passes the rule. {mend}, or leave those countries out.");
    }

    private static string Named(IReadOnlyList<CountryCode> countries) =>
        string.Join(", ", countries.Take(MostNamed)) + (countries.Count > MostNamed ? $" and {countries.Count - MostNamed} more" : "");
}
