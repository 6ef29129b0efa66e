namespace LoginVerification;

/// <summary>Texts of the host's by language and key. Set them once, at start.</summary>
public sealed class PageTextReplacements
{
    private readonly Dictionary<string, IDictionary<string, string>> languages = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The texts of a language. What a language lacks is English.</summary>
    /// <param name="language">A BCP 47 tag, for example <c>he</c>; the pages come with <c>en</c> and <c>he</c>.</param>
    public IDictionary<string, string> this[string language] =>
        languages.TryGetValue(language, out var texts) ? texts : languages[language] = new Dictionary<string, string>(StringComparer.Ordinal);

    internal bool Has(string language) => languages.ContainsKey(language);

    internal string? Find(string language, string key) => languages.TryGetValue(language, out var texts) && texts.TryGetValue(key, out var text) ? text : null;
}
