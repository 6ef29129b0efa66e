using System.Text;

namespace LoginVerification.Policies;

/// <summary>Writes JSON paths: <c>$.surfaces[0].home</c>, <c>$.rules[1].carriers['GB']</c>.</summary>
internal static class JsonPath
{
    public const string Root = "$";

    public static string Member(string parent, string key) =>
        key.Length > 0 && key.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '$') ? $"{parent}.{key}" : Key(parent, key);

    /// <summary>An entry of a dictionary, whose key is data.</summary>
    public static string Key(string parent, string key) => $"{parent}['{Words.Clip(key).Replace("'", "\\'", StringComparison.Ordinal)}']";

    public static string Item(string parent, int index) => $"{parent}[{index}]";

    /// <summary>What contains the place; null for the root.</summary>
    public static string? Parent(string path) =>
        path.EndsWith("']", StringComparison.Ordinal) ? path[..path.LastIndexOf("['", StringComparison.Ordinal)]
        : path.LastIndexOfAny(['.', '[']) is > 0 and var cut ? path[..cut]
        : null;

    /// <summary>Whether a place is another one or contains it.</summary>
    public static bool Contains(string outer, string inner) =>
        inner.StartsWith(outer, StringComparison.Ordinal) && (inner.Length == outer.Length || inner[outer.Length] is '.' or '[');

    /// <summary>The path of a C# property chain: <c>Surfaces[0].Home</c> becomes <c>$.surfaces[0].home</c>.</summary>
    public static string FromProperty(string chain)
    {
        if (chain.Length == 0)
            return Root;
        var path = new StringBuilder(Root).Append('.');
        var quoted = false;
        for (var i = 0; i < chain.Length; i++)
        {
            quoted ^= chain[i] == '\'';
            path.Append(!quoted && (i == 0 || chain[i - 1] == '.') ? char.ToLowerInvariant(chain[i]) : chain[i]);
        }

        return path.ToString();
    }
}
