using System.Text.RegularExpressions;

namespace LoginVerification.Identity.Tests.Docs;

/// <summary>The steps of <c>docs/identity.md</c>, word for word: each block with the comment before it that says where it goes.</summary>
internal static partial class Guide
{
    public static IReadOnlyList<(string Where, string Text)> Steps { get; } =
        [.. Block().Matches(Repository.Read("docs/identity.md")).Select(block => (block.Groups["where"].Value, block.Groups["text"].Value))];

    /// <summary>Writes the blocks into the application that the template made.</summary>
    public static void Apply(string folder)
    {
        foreach (var (where, text) in Steps)
        {
            if (where.StartsWith("file ", StringComparison.Ordinal))
                Write(Path.Combine(folder, where["file ".Length..]), text);
            else if (where.StartsWith("Program.cs ", StringComparison.Ordinal))
                Edit(Path.Combine(folder, "Program.cs"), where["Program.cs ".Length..], text);
        }
    }

    private static void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
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
