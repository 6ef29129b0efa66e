using LoginVerification.Exploration;

namespace LoginVerification.Cli;

/// <summary>What was written after <c>matrix</c>, not yet read.</summary>
internal sealed record MatrixOptions(string Policy, string Links, string Device)
{
    public string? Countries { get; init; }

    public IReadOnlyList<string> Account { get; init; } = [];

    public bool Json { get; init; }

    public bool Csv { get; init; }
}

/// <summary>Which matrix is asked for.</summary>
/// <param name="Policy">The rules.</param>
/// <param name="Countries">Its countries.</param>
/// <param name="Links">Which links may be followed.</param>
/// <param name="Device">Whether users begin with a device.</param>
/// <param name="Account">What their accounts are; nothing for all of them.</param>
internal sealed record MatrixRequest(EnrolmentPolicy Policy, IReadOnlyList<CountryCode> Countries, RouteLinks Links, bool Device, ValueList<AttributeValue> Account);

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
        var device = input.Device(written.Device);
        var account = AccountInput.Read(policy, written.Account, input);
        if (written is { Json: true, Csv: true })
            input.Complain("--json and --csv are two answers. Write one of them.");
        input.Finish();
        return new MatrixRequest(policy!, countries, links, device, account);
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
