namespace LoginVerification.Cli;

/// <summary>Reads what was written after <c>matrix</c>; everything that is wrong with it is told at once.</summary>
internal static class MatrixInput
{
    /// <exception cref="BadInputException">Something cannot be used.</exception>
    public static MatrixRequest Read(MatrixOptions written)
    {
        var input = new InputReading();
        var policy = input.Policy(written.Policy);
        var countries = Countries(written.Countries, input);
        var links = input.Links(written.Links);
        if (written is { Json: true, Csv: true })
            input.Complain("--json and --csv are two answers. Write one of them.");
        input.Finish();
        return new MatrixRequest(policy!, countries, links);
    }

    private static IReadOnlyList<CountryCode> Countries(string? written, InputReading input)
    {
        if (written is null)
            return Exploration.Countries.All;
        var countries = written.Split(',').Select(letters => input.Country("--countries", letters.Trim())).OfType<CountryCode>().ToList();
        foreach (var (country, _) in countries.CountBy(country => country).Where(named => named.Value > 1))
            input.Complain($"--countries names {country} twice. Write it once.");
        return countries;
    }
}
