namespace LoginVerification.Docs.Tests;

/// <summary>
/// A part of a page that is written from the code, between <c>&lt;!-- generated: name --&gt;</c> and <c>&lt;!-- end --&gt;</c>.
/// The tests compare; <c>UPDATE_DOCS=1 dotnet test tests/LoginVerification.Docs.Tests</c> writes the pages anew.
/// </summary>
internal static class GeneratedPart
{
    private const string End = "<!-- end -->";

    /// <summary>Whether pages are written and not compared.</summary>
    public static bool Update { get; } = Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1";

    public static void Check(string page, string name, string expected)
    {
        var text = Repository.Read(page);
        var (start, end) = Find(text, page, name);
        if (Update)
            File.WriteAllText(Repository.PathOf(page), $"{text[..start]}\n\n{expected}\n\n{text[end..]}");
        else
            Assert.Equal(expected.Split('\n'), LinesOf(page, name));
    }

    /// <summary>The lines of a part, as they stand there.</summary>
    public static IReadOnlyList<string> LinesOf(string page, string name)
    {
        var text = Repository.Read(page);
        var (start, end) = Find(text, page, name);
        return text[start..end].Trim('\n').Split('\n');
    }

    /// <summary>The names of a page's generated parts, in order.</summary>
    public static IReadOnlyList<string> Names(string page) =>
        [.. Repository.Read(page).Split('\n').Where(line => line.StartsWith("<!-- generated: ", StringComparison.Ordinal)).Select(line => line["<!-- generated: ".Length..^" -->".Length])];

    private static (int Start, int End) Find(string text, string page, string name)
    {
        var begin = $"<!-- generated: {name} -->";
        var at = text.IndexOf(begin, StringComparison.Ordinal);
        Assert.True(at >= 0, $"{page} has no part \"{begin}\".");
        var end = text.IndexOf(End, at, StringComparison.Ordinal);
        Assert.True(end >= 0, $"The part \"{begin}\" of {page} has no \"{End}\".");
        return (at + begin.Length, end);
    }
}
