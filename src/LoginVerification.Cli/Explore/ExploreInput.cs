using LoginVerification.Exploration;

namespace LoginVerification.Cli;

/// <summary>What was written after <c>explore</c>, not yet read.</summary>
internal sealed record ExploreOptions(string Policy)
{
    public string? Scale { get; init; }

    public IReadOnlyList<string> Properties { get; init; } = [];
}

/// <summary>What is to be explored.</summary>
/// <param name="Policy">The rules.</param>
/// <param name="Scale">How far books are kept.</param>
/// <param name="Properties">The names of the properties that are asked for.</param>
internal sealed record ExploreRequest(EnrolmentPolicy Policy, ExplorationScale Scale, IReadOnlySet<string> Properties);

/// <summary>Reads what was written after <c>explore</c>; everything that is wrong with it is told at once.</summary>
internal static class ExploreInput
{
    /// <exception cref="BadInputException">Something cannot be used.</exception>
    public static ExploreRequest Read(ExploreOptions written)
    {
        var input = new InputReading();
        var policy = input.Policy(written.Policy);
        var scale = ScaleInput.Read(written.Scale, input);
        PropertyInput.Check(written.Properties, input);
        foreach (var (name, _) in written.Properties.CountBy(name => name).Where(named => named.Value > 1))
            input.Complain($"--property {Shown.Quoted(name)} is written more than once. Write it once.");
        input.Finish();
        return new ExploreRequest(policy!, scale, (written.Properties.Count > 0 ? written.Properties : PropertyInput.Known).ToHashSet());
    }
}
