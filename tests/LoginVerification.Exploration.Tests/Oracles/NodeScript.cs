using System.Text.Json;

namespace LoginVerification.Exploration.Tests.Oracles;

/// <summary>A program in the folder Node beside this file, which walks an export with what npm serves.</summary>
/// <param name="File">Its name.</param>
internal sealed record NodeScript(string File)
{
    private const string Folder = "tests/LoginVerification.Exploration.Tests";

    /// <summary>Why nothing that needs a package can run here, or null.</summary>
    public static string? Missing(string package) => Tools.Missing(["node"])
        ?? (Directory.Exists(Repository.PathOf($"{Folder}/node_modules/{package}")) ? null : $"{package} is not there. Run npm ci --ignore-scripts in {Folder}.");

    /// <summary>Walks a text, and gives what was found.</summary>
    public async Task<WalkFindings> WalkAsync(string text)
    {
        var outcome = await RunAsync(text);
        Assert.True(outcome.ExitCode == 0, outcome.Error);
        return JsonSerializer.Deserialize<WalkFindings>(outcome.Output, JsonSerializerOptions.Web)!;
    }

    public async Task<Outcome> RunAsync(string text)
    {
        using var workshop = new Workshop();
        workshop.Write("model", text);
        return await workshop.RunAsync("node", Repository.PathOf($"{Folder}/Oracles/Node/{File}"), workshop.PathOf("model"));
    }
}
