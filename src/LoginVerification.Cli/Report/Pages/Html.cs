using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace LoginVerification.Cli;

/// <summary>Makes HTML. Every text is escaped by the writer of XML, after what no page may hold is taken out of it.</summary>
internal static class Html
{
    private static readonly HashSet<string> Void = ["meta", "br", "wbr"];
    private static readonly HashSet<string> OwnLine = ["head", "body", "main", "header", "footer", "section", "article", "nav", "h1", "h2", "h3", "h4", "p", "ol", "ul", "li", "dl", "dt", "div", "details", "summary", "table", "thead", "tbody", "tr", "figure", "style", "title", "meta", "svg", "g"];

    /// <summary>An element. What is null is left out, a string is text, and what is enumerable is each of it.</summary>
    public static XElement Tag(string name, params object?[] content) => new(name, content.Select(Fit));

    public static XAttribute At(string name, string value) => new(name, Fit(value));

    public static XAttribute Class(string value) => new("class", value);

    /// <summary>The whole page as text, the same on every system.</summary>
    public static string Write(XElement page)
    {
        foreach (var element in page.DescendantsAndSelf().ToList())
        {
            if (element.IsEmpty && !Void.Contains(element.Name.LocalName))
                element.Value = "";
            if (element.Parent is not null && OwnLine.Contains(element.Name.LocalName))
                element.AddBeforeSelf(new XText("\n"));
        }

        var text = new StringBuilder("<!DOCTYPE html>\n");
        using (var writer = XmlWriter.Create(new StringWriter(text, CultureInfo.InvariantCulture), new XmlWriterSettings { OmitXmlDeclaration = true, NewLineHandling = NewLineHandling.None }))
            page.Save(writer);
        return text.Append('\n').ToString();
    }

    private static object? Fit(object? part) => part switch
    {
        string text => Fit(text),
        IEnumerable<object?> parts => parts.Select(Fit),
        _ => part,
    };

    /// <summary>Half of a pair of surrogates, and the two characters that XML has not, are no text.</summary>
    private static string Fit(string text) => string.Concat(text.EnumerateRunes().Select(rune => rune.Value is 0xFFFE or 0xFFFF ? Rune.ReplacementChar.ToString() : Lines(rune)));

    private static string Lines(Rune rune) => rune.Value == '\n' ? "\n" : Shown.Plain(rune.ToString());
}
