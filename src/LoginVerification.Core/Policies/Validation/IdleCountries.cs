namespace LoginVerification.Policies;

/// <summary>Finds countries in rules that no mobile is ever read as, and line types that leave out all mobiles of a country.</summary>
internal static class IdleCountries
{
    public static IEnumerable<PolicyFailure> Warnings(PolicyDocument policy) => policy.Rules.Index().SelectMany(rule =>
    {
        var path = $"$.rules[{rule.Index}]";
        var list = $"{path}.countries.{(rule.Item.Countries.Kind is SelectionKind.Only ? "only" : "except")}";
        var named = rule.Item.Countries.Items.Index().Select(country => (Code: country.Item, Path: $"{list}[{country.Index}]"))
            .Concat(rule.Item.Carriers.Keys.Select(country => (Code: CountryCode.Parse(country), Path: JsonPath.Key($"{path}.carriers", country))));
        return named.Select(country => (country.Path, Message: Complaint(country.Code))).Where(country => country.Message is not null)
            .Select(country => new PolicyFailure(country.Path, country.Message!))
            .Concat(LineTypes(rule.Item, path));
    });

    private static string? Complaint(CountryCode country) =>
        CountryPlans.MainOf(country) is { } main ? $"{country} shares its numbers with {main}, and each is read as one of {main}: the rule never decides about {country}. Name {main} as you mean it, and take {country} out."
        : CountryPlans.MobileIn(country) is null ? $"There are no phone numbers in {country}. Take it out."
        : null;

    private static IEnumerable<PolicyFailure> LineTypes(GatingRule rule, string path)
    {
        if (rule.LineTypes.Kind is SelectionKind.Any || !rule.LineTypes.Allows(LineType.Mobile) || rule.LineTypes.Allows(LineType.FixedLineOrMobile))
            yield break;
        string[] refused = [.. KnownCountries.All.Where(country => CountryCode.Parse(country) is var code && rule.Countries.Allows(code) && CountryPlans.MobileIn(code) is LineType.FixedLineOrMobile)];
        if (refused.Length > 0)
            yield return new PolicyFailure($"{path}.lineTypes", $"In {string.Join(", ", refused)} a mobile cannot be told from a fixed line: the rule refuses all of them. Allow {LineType.FixedLineOrMobile} as well, or leave those countries out.");
    }
}
