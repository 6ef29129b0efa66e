namespace LoginVerification.Cli;

/// <summary>What users should know of a carrier that they stated.</summary>
internal static class CarrierWords
{
    /// <summary>That no rule names it, and which ones are named; null where one does, or none was stated.</summary>
    public static string? Unnamed(EnrolmentPolicy policy, CountryCode? country, Carrier? stated)
    {
        if (stated is null || country is null)
            return null;
        var named = policy.Document.Rules.SelectMany(rule => rule.CarriersNamedIn(country)).Distinct().ToList();
        return named.Contains(stated) ? null
            : $"No rule names the carrier \"{Shown.Plain(stated.Name)}\" in {country}: what is told goes for every carrier that none names.{(named.Count > 0 ? $" Rules name {string.Join(", ", named)}." : "")}";
    }
}
