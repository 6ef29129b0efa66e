namespace LoginVerification.Exploration.Tests.Oracles;

/// <summary>Programs that are no part of the checkout.</summary>
internal static class Tools
{
    /// <summary>Why a test that needs them cannot run here, or null.</summary>
    public static string? Missing(IReadOnlyList<string> names)
    {
        var missing = names.Where(name => !IsInstalled(name)).ToList();
        return missing.Count == 0 ? null : $"{string.Join(", ", missing)}: not installed. build/test.sh installs what tests need.";
    }

    private static bool IsInstalled(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(directory => File.Exists(Path.Combine(directory, name)));
}
