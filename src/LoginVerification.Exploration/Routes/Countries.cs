namespace LoginVerification.Exploration;

/// <summary>The countries that policies, routes and matrices speak of: the assigned codes of ISO 3166-1, and AC, TA and XK.</summary>
public static class Countries
{
    /// <summary>All of them, in order of their letters.</summary>
    public static IReadOnlyList<CountryCode> All { get; } = [.. KnownCountries.All.Select(code => CountryCode.Parse(code))];

    /// <summary>Whether a country has phone numbers, its own or another one's that they are read as.</summary>
    /// <param name="country">The country.</param>
    public static bool HasNumbers(CountryCode country)
    {
        ArgumentNullException.ThrowIfNull(country);
        return CountryPlans.MobileIn(CountryPlans.MainOf(country) ?? country) is not null;
    }

    /// <summary>What is wrong with a country and what to write instead; null if nothing is.</summary>
    /// <param name="country">The country.</param>
    public static string? Complaint(CountryCode country)
    {
        ArgumentNullException.ThrowIfNull(country);
        return KnownCountries.Complaint(country.Value);
    }
}
