using LoginVerification.Exploration;

namespace LoginVerification.Cli;

/// <summary>Reads the names of properties.</summary>
internal static class PropertyInput
{
    /// <summary>Complains about every name that no property has.</summary>
    public static void Check(IEnumerable<string> names, InputReading input)
    {
        // What has to be hidden is no property either.
        foreach (var complaint in names.Distinct().Select(name => PolicyProperties.Complaint(Shown.Quoted(name).Trim('"'))).OfType<string>())
            input.Complain($"--property: {complaint}");
    }
}
