namespace LoginVerification;

/// <summary>An object or a list that is being read.</summary>
internal sealed class JsonFrame(string path, bool isList)
{
    public string Path => path;

    public bool IsList => isList;

    /// <summary>The keys of an object so far.</summary>
    public HashSet<string> Keys { get; } = new(StringComparer.Ordinal);

    /// <summary>The index of a list's next item.</summary>
    public int NextItem { get; set; }
}
