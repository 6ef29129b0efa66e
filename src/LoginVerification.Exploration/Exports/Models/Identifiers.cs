namespace LoginVerification.Exploration;

/// <summary>Makes names of a model out of what a policy's author wrote, each of them once.</summary>
internal sealed class Identifiers
{
    private readonly HashSet<string> taken = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>A name of a prefix and the letters and digits of some words. The prefix keeps it apart from the words of the languages and the model.</summary>
    public string New(string prefix, string words)
    {
        var plain = string.Join('_', [prefix, .. string.Concat(words.Select(c => char.IsAsciiLetterOrDigit(c) ? c : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries)]);
        var name = plain;
        for (var i = 2; !taken.Add(name); i++)
            name = $"{plain}_{i}";
        return name;
    }
}
