using System.Text;
using System.Text.Json;

namespace LoginVerification;

/// <summary>Pieces of the sentences that tell what is wrong with a file.</summary>
internal static class Words
{
    private const int LongestQuote = 60;

    public static string Of(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => "null",
    };

    /// <summary>The text in double quotes, cut to a readable length, control characters replaced.</summary>
    public static string Quote(string text) => $"\"{Clip(text)}\"";

    public static string Clip(string text)
    {
        var clipped = new StringBuilder();
        foreach (var rune in text.EnumerateRunes().Take(LongestQuote))
            clipped.Append(Rune.IsControl(rune) ? "·" : rune.ToString());
        return text.Length > LongestQuote ? clipped.Append('…').ToString() : clipped.ToString();
    }

    /// <summary>A blank and a question that names the nearest candidate; empty if none is near.</summary>
    public static string DidYouMean(string text, IEnumerable<string> candidates) =>
        Nearest(text, candidates) is { } nearest ? $" Did you mean {Quote(nearest)}?" : "";

    /// <summary>The candidate that is probably meant; null if none is near.</summary>
    public static string? Nearest(string text, IEnumerable<string> candidates) =>
        text.Length is 0 or > PolicyLimits.MaxNameLength
            ? null
            : candidates
                .Select(candidate => (candidate, distance: Distance(text, candidate)))
                .Where(entry => entry.distance <= Math.Max(1, Math.Min(text.Length, entry.candidate.Length) / 3))
                .OrderBy(entry => entry.distance)
                .Select(entry => entry.candidate)
                .FirstOrDefault();

    /// <summary>How many letters were added, dropped or changed, case aside (Levenshtein).</summary>
    private static int Distance(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var changed = diagonal + (char.ToUpperInvariant(left[i - 1]) == char.ToUpperInvariant(right[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(changed, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
