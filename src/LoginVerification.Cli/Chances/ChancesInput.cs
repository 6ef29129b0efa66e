using LoginVerification.Exploration;

namespace LoginVerification.Cli;

/// <summary>What was written after <c>chances</c>, not yet read.</summary>
internal sealed record ChancesOptions(string Policy)
{
    public string? Country { get; init; }

    public string? Carrier { get; init; }

    public string? From { get; init; }

    public IReadOnlyList<string> Account { get; init; } = [];

    public required BehaviourOptions Behaviour { get; init; }

    public bool Json { get; init; }

    public bool Csv { get; init; }

    public bool Prism { get; init; }
}

/// <summary>Which chances are asked for.</summary>
/// <param name="Policy">The rules.</param>
/// <param name="Behaviour">What users do.</param>
/// <param name="Country">The country of the numbers; null for all that are served.</param>
/// <param name="Carrier">Its carrier, if one was stated.</param>
/// <param name="From">The surfaces where users begin.</param>
/// <param name="Account">What their accounts are; nothing for all that are told apart, or, with a country, for the first values.</param>
internal sealed record ChancesRequest(
    EnrolmentPolicy Policy, EnrolmentBehaviour Behaviour, CountryCode? Country, Carrier? Carrier, IReadOnlyList<Surface> From, ValueList<AttributeValue> Account);

/// <summary>Reads what was written after <c>chances</c>; everything that is wrong with it is told at once.</summary>
internal static class ChancesInput
{
    /// <exception cref="BadInputException">Something cannot be used.</exception>
    public static ChancesRequest Read(ChancesOptions written)
    {
        var input = new InputReading();
        var policy = input.Policy(written.Policy);
        var from = policy is not null && written.From is { } name ? input.Surface(policy, name) : null;
        var country = written.Country is { } letters ? Country(letters, input) : null;
        var carrier = input.Carrier(written.Carrier);
        if (written is { Carrier: not null, Country: null })
            input.Complain("--carrier says nothing without a country. Write --country, too, or leave it out.");
        var account = AccountInput.Read(policy, written.Account, input);
        var behaviour = new BehaviourReading(input).Read(written.Behaviour);
        if (new[] { written.Json, written.Csv, written.Prism }.Count(asked => asked) > 1)
            input.Complain("--json, --csv and --prism are different answers. Write one of them.");
        if (written.Prism && ((written.Country ?? written.From) is not null || written.Account.Count > 0))
            input.Complain("--prism writes all starts that are served. Leave --country, --carrier, --from and --account out, and choose by the constant \"start\".");
        input.Finish();
        return new ChancesRequest(policy!, behaviour, country, carrier, from is null ? policy!.Screens.Surfaces : [from], account);
    }

    private static CountryCode? Country(string letters, InputReading input)
    {
        var country = input.Country("--country", letters);
        if (country is null || Countries.HasNumbers(country))
            return country;
        input.Complain($"--country {country} has no phone numbers. Write another one.");
        return null;
    }
}
