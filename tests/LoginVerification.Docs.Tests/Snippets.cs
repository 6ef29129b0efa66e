using System.Text.RegularExpressions;

namespace LoginVerification.Docs.Tests;

/// <summary>Reads code out of Markdown and out of <c>#region</c>s of compiled files, so that the two can be compared.</summary>
internal static partial class Snippets
{
    public static IReadOnlyList<string> Blocks(string markdown, string language) =>
        [.. Fence().Matches(markdown).Where(block => block.Groups["language"].Value == language).Select(block => block.Groups["code"].Value.TrimEnd())];

    public static string Region(string source, string name)
    {
        var lines = source.Split('\n').SkipWhile(line => line.Trim() != $"#region {name}").Skip(1).TakeWhile(line => line.Trim() != "#endregion").ToArray();
        var indent = lines.Where(line => line.Trim().Length > 0).Min(line => line.Length - line.TrimStart().Length);
        return string.Join('\n', lines.Select(line => line.Length < indent ? "" : line[indent..])).Trim();
    }

    /// <summary>A region of a compiled file as a block of Markdown.</summary>
    public static string Fenced(string file, string region) => $"```csharp\n{Region(Repository.Read(file), region)}\n```";

    /// <summary>The lines of a drawn diagram, with the blanks and line ends that Markdown files here have.</summary>
    public static IReadOnlyList<string> Lines(string diagram) =>
        [.. diagram.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Replace("\t", "  ", StringComparison.Ordinal).TrimEnd())];

    [GeneratedRegex("^```(?<language>\\w+)\\n(?<code>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();
}
