using LoginVerification.Exploration;

namespace LoginVerification.Cli;

/// <summary>Reads the names of properties.</summary>
internal static class PropertyInput
{
    /// <summary>Complains about every name that no property has.</summary>
    public static void Check(IEnumerable<string> names, InputReading input)
    {
        foreach (var complaint in names.Select(PolicyProperties.Complaint).OfType<string>())
            input.Complain($"--property: {Shown.WithoutNumbers(complaint)}");
    }
}
