using System.Text;
using System.Text.Json;

namespace LoginVerification.Policies;

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

    /// <summary>How many letters were added, dropped, changed, or swapped with their neighbour, case aside.</summary>
    private static int Distance(string left, string right)
    {
        (left, right) = (left.ToUpperInvariant(), right.ToUpperInvariant());
        var costs = new int[left.Length + 1, right.Length + 1];
        for (var i = 0; i <= left.Length; i++)
        {
            for (var j = 0; j <= right.Length; j++)
            {
                costs[i, j] = i == 0 || j == 0 ? i + j : Math.Min(
                    costs[i - 1, j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1),
                    Math.Min(costs[i - 1, j], costs[i, j - 1]) + 1);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                    costs[i, j] = Math.Min(costs[i, j], costs[i - 2, j - 2] + 1);
            }
        }

        return costs[left.Length, right.Length];
    }
}
