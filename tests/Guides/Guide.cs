using System.Text.RegularExpressions;

namespace LoginVerification.Tests;

/// <summary>The steps of a page that leads from an empty folder, word for word: each block with the comment before it that says where it goes.</summary>
internal sealed partial class Guide(string page)
{
    private readonly IReadOnlyList<(string Where, string Text)> steps =
        [.. Block().Matches(Repository.Read(page)).Select(block => (block.Groups["where"].Value, block.Groups["text"].Value))];

    /// <summary>How many things a reader does.</summary>
    public int Steps => steps.Count;

    /// <summary>The commands that make the application; none on a page that goes on from another one.</summary>
    public IEnumerable<string> Commands => steps.Where(step => step.Where == "run").Select(step => step.Text);

    /// <summary>Writes the blocks into the application that the template made.</summary>
    public void Apply(string folder)
    {
        foreach (var (where, text) in steps)
        {
            if (where.StartsWith("Program.cs ", StringComparison.Ordinal))
                Edit(Path.Combine(folder, "Program.cs"), where["Program.cs ".Length..], text);
            else
                Assert.Equal("run", where);
        }
    }

    private static void Edit(string path, string place, string text)
    {
        var program = File.ReadAllText(path).ReplaceLineEndings("\n").TrimStart('\uFEFF');
        var edited = place switch
        {
            "top" => text + program,
            "AddDefaultIdentity" => IdentityLines().Replace(program, match => text, 1),
            "app.Run" => program.Replace("app.Run();", $"{text}\napp.Run();", StringComparison.Ordinal),
            _ => throw new ArgumentException($"The guide says \"{place}\", and there is no such place in Program.cs.", nameof(place)),
        };
        Assert.NotEqual(program, edited);
        File.WriteAllText(path, edited);
    }

    [GeneratedRegex("<!-- guide: (?<where>[^\\n]*) -->\\n\\n```\\w+\\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex("builder\\.Services\\.AddDefaultIdentity.*?;\\n", RegexOptions.Singleline)]
    private static partial Regex IdentityLines();
}
