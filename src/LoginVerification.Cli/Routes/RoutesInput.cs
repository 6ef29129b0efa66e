using LoginVerification.Exploration;

namespace LoginVerification.Cli;

/// <summary>What was written after <c>routes</c>, not yet read.</summary>
internal sealed record RoutesOptions(string Policy, string Links, string Device)
{
    public string? Country { get; init; }

    public string? Carrier { get; init; }

    public string? From { get; init; }

    public IReadOnlyList<string> Account { get; init; } = [];
}

/// <summary>Which routes are asked for.</summary>
/// <param name="Policy">The rules.</param>
/// <param name="Country">The country of the number.</param>
/// <param name="Carrier">Its carrier, if one was stated.</param>
/// <param name="From">The surfaces where the user may begin.</param>
/// <param name="Links">Which links may be followed.</param>
/// <param name="Device">Whether the user begins with a device.</param>
/// <param name="Account">What the account is: every attribute of the policy.</param>
internal sealed record RoutesRequest(
    EnrolmentPolicy Policy, CountryCode Country, Carrier? Carrier, IReadOnlyList<Surface> From, RouteLinks Links, bool Device, ValueList<AttributeValue> Account);

/// <summary>Reads what was written after <c>routes</c>; everything that is wrong with it is told at once.</summary>
internal static class RoutesInput
{
    /// <exception cref="BadInputException">Something cannot be used.</exception>
    public static RoutesRequest Read(RoutesOptions written)
    {
        var input = new InputReading();
        var policy = input.Policy(written.Policy);
        var from = policy is not null && written.From is { } name ? input.Surface(policy, name) : null;
        var country = written.Country is { } letters ? input.Country("--country", letters) : null;
        if (written.Country is null)
            input.Complain("--country is missing. Write the country of the number by its ISO 3166-1 letters: --country IL.");
        var carrier = input.Carrier(written.Carrier);
        var links = input.Links(written.Links);
        var device = input.Device(written.Device);
        var account = AccountInput.Read(policy, written.Account, input);
        input.Finish();
        return new RoutesRequest(policy!, country!, carrier, from is null ? policy!.Screens.Surfaces : [from], links, device, PolicyAccounts.Of(policy!, account)[0]);
    }
}
