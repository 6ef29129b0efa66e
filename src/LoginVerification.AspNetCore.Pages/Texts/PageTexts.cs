using System.Globalization;

namespace LoginVerification.Pages;

/// <summary>The words of a page in one language: the host's, the package's, and where neither has any, English. Immutable and thread-safe.</summary>
public sealed class PageTexts
{
    private readonly PageTextReplacements replacements;

    internal PageTexts(PageTextReplacements replacements, string? asked)
    {
        this.replacements = replacements;
        Language = Match(asked ?? "");
    }

    /// <summary>The language of the texts, as a BCP 47 tag.</summary>
    public string Language { get; }

    /// <summary><c>ltr</c> or <c>rtl</c>: the text <c>Direction</c>.</summary>
    public string Direction => this["Direction"];

    /// <summary>A text by its key; the key itself where nobody wrote one.</summary>
    /// <param name="key">The key, for example <c>Refusal.WrongCode</c>.</param>
    public string this[string key] => Find(key) ?? key;

    /// <summary>A text by its key, or null where nobody wrote one.</summary>
    /// <param name="key">The key.</param>
    public string? Find(string key) =>
        replacements.Find(Language, key) ?? ShippedTexts.Find(Language, key) ?? replacements.Find(ShippedTexts.English, key) ?? ShippedTexts.Find(ShippedTexts.English, key);

    /// <summary>A text with its places filled in: <c>{time}</c>, for example.</summary>
    /// <param name="key">The key.</param>
    /// <param name="places">The name of each place, without its braces, and what comes there.</param>
    public string Fill(string key, params ReadOnlySpan<(string Name, object? Value)> places)
    {
        var text = this[key];
        foreach (var (name, value) in places)
            text = text.Replace($"{{{name}}}", Convert.ToString(value, CultureInfo.InvariantCulture), StringComparison.Ordinal);
        return text;
    }

    /// <summary>As the texts of SMS are looked up, so that page and message speak one language.</summary>
    private string Match(string asked) =>
        LanguageTags.LookUpOrder(asked).FirstOrDefault(tag => ShippedTexts.Has(tag) || replacements.Has(tag))?.ToLowerInvariant() ?? ShippedTexts.English;
}
