using LoginVerification.Exploration;

namespace LoginVerification.Cli;

/// <summary>Reads the names of properties.</summary>
internal static class PropertyInput
{
    public static IReadOnlyList<string> Known { get; } = [.. PolicyProperties.All.Select(property => property.Name)];

    /// <summary>Complains about every name that no property has.</summary>
    public static void Check(IEnumerable<string> names, InputReading input)
    {
        foreach (var name in names.Except(Known))
            input.Complain($"--property {Shown.Quoted(name)} is no property. Write one of: {string.Join(", ", Known)}.");
    }
}
