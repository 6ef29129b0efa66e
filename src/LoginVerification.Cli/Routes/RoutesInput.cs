namespace LoginVerification.Cli;

/// <summary>Reads what was written after <c>routes</c>; everything that is wrong with it is told at once.</summary>
internal static class RoutesInput
{
    /// <exception cref="BadInputException">Something cannot be used.</exception>
    public static RoutesRequest Read(RoutesOptions written)
    {
        var input = new InputReading();
        var policy = input.Policy(written.Policy);
        var from = policy is not null && written.From is { } name ? input.Surface(policy.Document, name) : null;
        var country = written.Country is { } letters ? input.Country("--country", letters) : null;
        if (written.Country is null)
            input.Complain("--country is missing. Write the country of the number by its ISO 3166-1 letters: --country IL.");
        var carrier = input.Carrier(written.Carrier);
        var links = input.Links(written.Links);
        input.Finish();
        var surfaces = from is null ? policy!.Document.Surfaces : [from];
        return new RoutesRequest(policy!, country!, carrier, [.. surfaces.Select(surface => Surface.Parse(surface.Name))], links);
    }
}
