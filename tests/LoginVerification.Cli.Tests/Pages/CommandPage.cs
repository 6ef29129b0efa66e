using System.Text.RegularExpressions;

namespace LoginVerification.Cli.Tests;

/// <summary>
/// A page whose commands are run in the order in which a reader gives them. A block after <c>&lt;!-- file: NAME --&gt;</c> is saved first;
/// what the page says that a command prints is what the tool prints.
/// </summary>
internal static partial class CommandPage
{
    private const string Call = "dotnet run --project src/LoginVerification.Cli -- ";

    /// <returns>The commands that were run.</returns>
    public static async Task<IReadOnlyList<string>> CheckAsync(string page)
    {
        using var scratch = new Scratch();
        var commands = new List<string>();
        foreach (Match step in Step().Matches(Repository.Read(page)))
        {
            if (step.Groups["file"].Success)
            {
                scratch.Write(step.Groups["file"].Value, step.Groups["text"].Value);
                continue;
            }

            var command = step.Groups["command"].Value;
            commands.Add(command);
            Assert.StartsWith(Call, command, StringComparison.Ordinal);
            var answer = await Tool.RunAsync([.. command[Call.Length..].Split(' ').Select(word => InScratch(word, scratch))]);
            var printed = answer.Everything.ReplaceLineEndings("\n").Replace($"{scratch.Path}{Path.DirectorySeparatorChar}", "", StringComparison.Ordinal).TrimEnd();
            if (step.Groups["part"].Success)
                GeneratedPart.Check(page, step.Groups["part"].Value, $"```text\n{printed}\n```");
        }

        return commands;
    }

    private static string InScratch(string word, Scratch scratch) => FileName().IsMatch(word) ? Path.Combine(scratch.Path, word) : word;

    [GeneratedRegex("<!-- file: (?<file>\\S+) -->\\n\\n```json\\n(?<text>.*?)^```$|^```sh\\n(?<command>[^\\n]*)\\n```\\n(?:\\n<!-- generated: (?<part>\\S+) -->)?", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Step();

    [GeneratedRegex(@"^[\w-]+\.(?:json|html)$")]
    private static partial Regex FileName();
}
