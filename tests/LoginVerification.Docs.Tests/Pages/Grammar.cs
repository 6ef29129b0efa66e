using System.Text.RegularExpressions;

namespace LoginVerification.Docs.Tests;

/// <summary>A grammar in EBNF, as ISO 14977 writes it: derives sentences by chance, and says whether it derives a given one. No rule begins with itself.</summary>
internal sealed partial class Grammar
{
    private readonly Dictionary<string, Part> rules = [];
    private readonly IReadOnlyList<string> pieces;
    private int at;

    public Grammar(string text)
    {
        pieces = [.. Piece().Matches(text).Select(match => match.Value)];
        while (at < pieces.Count)
        {
            var name = pieces[at];
            at += 2;
            rules.Add(name, Alternatives());
            at++;
        }
    }

    /// <summary>A sentence as its words. A name that has no rule stands for itself.</summary>
    public IEnumerable<string> Derive(string rule, Random chance, int depth = 0) => Derive(new Part('n', rule, []), chance, depth);

    /// <param name="rule">Where to begin.</param>
    /// <param name="words">The sentence.</param>
    /// <param name="isOf">Whether a word is of a kind that has no rule.</param>
    public bool Derives(string rule, IReadOnlyList<string> words, Func<string, string, bool> isOf) =>
        Ends(new Part('n', rule, []), 0, words, isOf).Contains(words.Count);

    private IEnumerable<string> Derive(Part part, Random chance, int depth) => part.Kind switch
    {
        't' => [part.Text],
        'n' => rules.TryGetValue(part.Text, out var rule) ? Derive(rule, chance, depth + 1) : [part.Text],
        's' => part.Parts.SelectMany(inner => Derive(inner, chance, depth)),
        // What lies deep takes the last alternative, which ends.
        '|' => Derive(depth > 25 ? part.Parts[^1] : part.Parts[chance.Next(part.Parts.Count)], chance, depth),
        _ => depth > 25 || chance.Next(3) > 0 ? [] : Derive(part.Parts[0], chance, depth),
    };

    /// <summary>Where a part can end that begins at a word.</summary>
    private IEnumerable<int> Ends(Part part, int start, IReadOnlyList<string> words, Func<string, string, bool> isOf) => part.Kind switch
    {
        't' => start < words.Count && words[start] == part.Text ? [start + 1] : [],
        'n' when rules.TryGetValue(part.Text, out var rule) => Ends(rule, start, words, isOf),
        'n' => start < words.Count && isOf(part.Text, words[start]) ? [start + 1] : [],
        's' => part.Parts.Aggregate<Part, IEnumerable<int>>([start], (ends, inner) => [.. ends.SelectMany(end => Ends(inner, end, words, isOf)).Distinct()]),
        '|' => part.Parts.SelectMany(inner => Ends(inner, start, words, isOf)).Distinct(),
        '[' => Ends(part.Parts[0], start, words, isOf).Append(start).Distinct(),
        _ => Repeated(part.Parts[0], start, words, isOf),
    };

    private HashSet<int> Repeated(Part part, int start, IReadOnlyList<string> words, Func<string, string, bool> isOf)
    {
        HashSet<int> ends = [start];
        var open = new Queue<int>(ends);
        while (open.TryDequeue(out var from))
        {
            foreach (var end in Ends(part, from, words, isOf).Where(ends.Add))
                open.Enqueue(end);
        }

        return ends;
    }

    private Part Alternatives()
    {
        List<Part> parts = [Sequence()];
        while (pieces[at] == "|")
        {
            at++;
            parts.Add(Sequence());
        }

        return parts.Count == 1 ? parts[0] : new Part('|', "", parts);
    }

    private Part Sequence()
    {
        var parts = new List<Part>();
        while (pieces[at] is not ("|" or ";" or "]" or "}"))
        {
            var piece = pieces[at++];
            if (piece is "[" or "{")
            {
                parts.Add(new Part(piece[0], "", [Alternatives()]));
                at++;
            }
            else
            {
                parts.Add(piece[0] == '"' ? new Part('t', piece.Trim('"'), []) : new Part('n', piece, []));
            }
        }

        return new Part('s', "", parts);
    }

    /// <param name="Kind">A terminal t, a name n, a sequence s, alternatives |, an option [ or a repetition {.</param>
    /// <param name="Text">What a terminal or a name says.</param>
    /// <param name="Parts">What it is made of.</param>
    private sealed record Part(char Kind, string Text, IReadOnlyList<Part> Parts);

    [GeneratedRegex("\"[^\"]+\"|[A-Za-z]+|[=|;\\[\\]{}]")]
    private static partial Regex Piece();
}
