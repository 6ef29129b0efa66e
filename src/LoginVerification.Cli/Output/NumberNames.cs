using LoginVerification.Exploration;

namespace LoginVerification.Cli;

/// <summary>Whose number it is, as far as rules tell numbers apart.</summary>
internal sealed record NumberKind(CountryCode Country, string? Carrier)
{
    /// <summary>Whether it stands for the whole country: for all of it, or for all whom no rule names.</summary>
    public bool IsCountry => Carrier is null or PolicyRoute.AnyOtherCarrier;

    /// <summary>By the letters of the country: <c>GB Example Mobile</c>.</summary>
    public override string ToString() => Carrier is null ? Country.Value : $"{Country} {Carrier}";
}

/// <summary>Names groups of numbers in few words: each of them, or all but some, or how many they are.</summary>
/// <param name="told">Every number that is told of, so that all carriers that are told apart are known.</param>
/// <param name="name">What one of them is called.</param>
/// <param name="separator">What stands between two names.</param>
internal sealed class NumberNames(IReadOnlyCollection<NumberKind> told, Func<NumberKind, string> name, string separator)
{
    /// <summary>The most numbers that are named one by one.</summary>
    public const int MostNames = 8;

    private readonly IReadOnlyList<NumberKind> all =
    [
        .. Countries.All.Where(Countries.HasNumbers)
            .GroupJoin(told, country => country, number => number.Country, (country, known) => known.Distinct().DefaultIfEmpty(new NumberKind(country, null)))
            .SelectMany(numbers => numbers),
    ];

    /// <summary>All of them: those without numbers are named apart, where they are told of.</summary>
    private readonly string everyCountry = told.All(number => Countries.HasNumbers(number.Country)) ? "every country" : "every country with numbers";

    /// <summary>By the letters of the countries.</summary>
    public static NumberNames ByLetters(IReadOnlyCollection<NumberKind> told) => new(told, number => $"{number}", ", ");

    public string Of(IReadOnlyList<NumberKind> group)
    {
        if (group.Count <= MostNames)
            return Listed(group);
        var others = all.Except(group).ToList();
        return others.Count switch
        {
            0 => everyCountry,
            <= MostNames => $"{everyCountry} but {Listed(others)}",
            _ => Counted(group),
        };
    }

    private string Listed(IEnumerable<NumberKind> numbers) => string.Join(separator, numbers.Select(name));

    private static string Counted(IReadOnlyList<NumberKind> group)
    {
        var countries = group.Count(number => number.IsCountry);
        var carriers = group.Count - countries;
        return carriers == 0 ? Words.Count(countries, "country", "countries")
            : countries == 0 ? Words.Count(carriers, "carrier")
            : $"{Words.Count(countries, "country", "countries")} and {Words.Count(carriers, "carrier")}";
    }
}
