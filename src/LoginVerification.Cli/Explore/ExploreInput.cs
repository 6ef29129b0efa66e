using LoginVerification.Exploration;

namespace LoginVerification.Cli;

/// <summary>What was written after <c>explore</c>, not yet read.</summary>
internal sealed record ExploreOptions(string Policy)
{
    public string? Scale { get; init; }

    public IReadOnlyList<string> Properties { get; init; } = [];

    public IReadOnlyList<string> That { get; init; } = [];

    public string? PropertiesFile { get; init; }

    public string? MostStates { get; init; }

    public string? MostShapes { get; init; }
}

/// <summary>What is to be explored.</summary>
/// <param name="Policy">The rules.</param>
/// <param name="Options">How, and which properties are asked for.</param>
/// <param name="IsScaled">Whether a scale was stated.</param>
internal sealed record ExploreRequest(EnrolmentPolicy Policy, ExplorationOptions Options, bool IsScaled);

/// <summary>Reads what was written after <c>explore</c>; everything that is wrong with it is told at once.</summary>
internal static class ExploreInput
{
    /// <exception cref="BadInputException">Something cannot be used.</exception>
    public static ExploreRequest Read(ExploreOptions written)
    {
        var input = new InputReading();
        var policy = input.Policy(written.Policy);
        var scale = ScaleInput.Read(written.Scale, [policy], input);
        PropertyInput.Check(written.Properties, input);
        foreach (var (name, _) in written.Properties.CountBy(name => name).Where(named => named.Value > 1))
            input.Complain($"--property {Shown.Quoted(name)} is written more than once. Write it once.");
        var own = policy is null ? [] : WrittenProperties.Read(written.That, written.PropertiesFile, policy, input);
        var options = input.Limits(written.MostStates, written.MostShapes) with
        {
            Scale = scale,
            Properties = written.Properties.Count + own.Count == 0 ? PolicyProperties.All : [.. PolicyProperties.All.Where(property => written.Properties.Contains(property.Name))],
            CustomProperties = own,
        };
        input.Finish();
        return new ExploreRequest(policy!, options, written.Scale is not null);
    }
}
