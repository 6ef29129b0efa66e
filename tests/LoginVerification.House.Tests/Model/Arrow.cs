namespace LoginVerification.House.Tests.Model;

/// <summary>One reference: a line of one file names a symbol that another file declares. Paths are relative to the repository.</summary>
internal sealed record Arrow(string From, int Line, string Symbol, string To)
{
    /// <summary>The innermost folder that holds both files. The arrow counts there, between the two of its parts that the files lie in.</summary>
    public string Level { get; } = Common(From, To);

    /// <summary>The part of <see cref="Level"/> that refers.</summary>
    public string FromPart => PartOf(Level, From);

    /// <summary>The part of <see cref="Level"/> that is referred to.</summary>
    public string ToPart => PartOf(Level, To);

    public override string ToString() => $"{From}:{Line} uses {Symbol} of {To}";

    /// <summary>The sub-folder of <paramref name="level"/> that holds <paramref name="file"/>, or "." for a file of that folder itself.</summary>
    public static string PartOf(string level, string file)
    {
        var within = file[(level.Length + 1)..];
        return within.IndexOf('/', StringComparison.Ordinal) is var slash and > 0 ? within[..slash] : ".";
    }

    private static string Common(string one, string other)
    {
        var (left, right) = (Folder(one).Split('/'), Folder(other).Split('/'));
        return string.Join('/', left.Zip(right).TakeWhile(pair => pair.First == pair.Second).Select(pair => pair.First));
    }

    private static string Folder(string file) => file[..file.LastIndexOf('/')];
}
