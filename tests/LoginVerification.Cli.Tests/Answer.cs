using System.Text.Json;

namespace LoginVerification.Cli.Tests;

/// <summary>What the tool answered.</summary>
internal sealed record Answer(int ExitCode, string Output, string Error)
{
    public JsonElement Json => JsonDocument.Parse(Output).RootElement;

    public string Everything => Output + Error;

    public string[] Complaints => Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
