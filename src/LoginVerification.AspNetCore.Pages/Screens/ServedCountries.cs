namespace LoginVerification.Pages;

/// <summary>Which countries' numbers a surface takes, in words and before a number is typed.</summary>
internal static class ServedCountries
{
    /// <summary>Up to so many are told by name.</summary>
    private const int Few = 12;

    public static IEnumerable<(CountryCode Code, string Name)> Named(PageScope scope, EnrolmentStatus status) => NamesOf(scope, status.ServedCountries);

    public static string Tell(PageScope scope, EnrolmentStatus status)
    {
        var (here, elsewhere) = (status.ServedCountries, status.ServedElsewhere);
        return (here.Count, elsewhere.Count) switch
        {
            (0, _) => scope.Texts["Countries.None"],
            ( <= Few, _) => scope.Texts.Fill("Countries.These", ("countries", List(scope, here))),
            (_, 0) => scope.Texts.Fill("Countries.All", ("count", here.Count)),
            (_, <= Few) => scope.Texts.Fill("Countries.AllBut", ("count", here.Count), ("countries", List(scope, elsewhere))),
            _ => scope.Texts.Fill("Countries.Some", ("count", here.Count)),
        };
    }

    private static string List(PageScope scope, IReadOnlyList<CountryCode> countries) => string.Join(", ", NamesOf(scope, countries).Select(country => country.Name));

    private static IEnumerable<(CountryCode Code, string Name)> NamesOf(PageScope scope, IReadOnlyList<CountryCode> countries) =>
        countries.Select(country => (country, scope.Texts.Find($"Country.{country}") ?? country.Value)).OrderBy(country => Sortable(country.Item2), StringComparer.OrdinalIgnoreCase);

    /// <summary>Culture data may be missing, and one name begins with a letter that is no A without them.</summary>
    private static string Sortable(string name) => name.Replace('Å', 'A');
}
