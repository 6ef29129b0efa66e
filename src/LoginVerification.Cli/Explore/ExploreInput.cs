using LoginVerification.Exploration;

namespace LoginVerification.Cli;

/// <summary>What was written after <c>explore</c>, not yet read.</summary>
internal sealed record ExploreOptions(string Policy)
{
    public string? Scale { get; init; }

    public IReadOnlyList<string> Properties { get; init; } = [];

    public IReadOnlyList<string> That { get; init; } = [];

    public string? PropertiesFile { get; init; }
}

/// <summary>What is to be explored.</summary>
/// <param name="Policy">The rules.</param>
/// <param name="Scale">How far books are kept.</param>
/// <param name="Properties">The names of the properties that are asked for.</param>
internal sealed record ExploreRequest(EnrolmentPolicy Policy, ExplorationScale Scale, IReadOnlySet<string> Properties)
{
    /// <summary>Those of them that the user wrote.</summary>
    public IReadOnlyList<PolicyProperty> Written { get; init; } = [];
}

/// <summary>Reads what was written after <c>explore</c>; everything that is wrong with it is told at once.</summary>
internal static class ExploreInput
{
    private static readonly IReadOnlyList<string> Known = [.. PolicyProperties.All.Select(property => property.Name)];

    /// <exception cref="BadInputException">Something cannot be used.</exception>
    public static ExploreRequest Read(ExploreOptions written)
    {
        var input = new InputReading();
        var policy = input.Policy(written.Policy);
        var scale = ScaleInput.Read(written.Scale, input);
        foreach (var name in written.Properties.Except(Known))
            input.Complain($"--property {Shown.Quoted(name)} is no property. Write one of: {string.Join(", ", Known)}.");
        foreach (var (name, _) in written.Properties.CountBy(name => name).Where(named => named.Value > 1))
            input.Complain($"--property {Shown.Quoted(name)} is written more than once. Write it once.");
        var own = policy is null ? [] : WrittenProperties.Read(written.That, written.PropertiesFile, policy, input);
        input.Finish();
        var asked = written.Properties.Concat(own.Select(property => property.Name)).ToHashSet();
        return new ExploreRequest(policy!, scale, asked.Count > 0 ? asked : [.. Known]) { Written = own };
    }
}
