using System.Text;
using System.Xml.Linq;
using LoginVerification.Exploration;
using static LoginVerification.Cli.Html;

namespace LoginVerification.Cli;

/// <summary>Small parts that several sections have. Signs before words are the style sheet's: they repeat what the word says.</summary>
internal static class Parts
{
    /// <summary>The longest word that a picture of a screen has room for.</summary>
    private const int LongWord = 14;

    public static XElement Badge(Ease ease) => Tag("span", Class($"badge {Words.Camel(ease)}"), EaseWords.Of(ease));

    public static XElement Badge(Verdict verdict, string? text = null) => Tag("span", Class($"badge {Words.Camel(verdict)}"), text ?? VerdictWords.Of(verdict));

    /// <summary>Something wide, which scrolls by itself, with the keyboard as well.</summary>
    public static XElement Wide(string label, params object?[] content) => Tag("div", Class("wide"), At("role", "group"), At("tabindex", "0"), At("aria-label", label), content);

    public static XElement Folded(object summary, params object?[] content) => Tag("details", Tag("summary", summary), content);

    /// <summary>The head of a table.</summary>
    public static XElement Head(params IEnumerable<object> columns) => Tag("thead", Tag("tr", columns.Select(column => Tag("th", At("scope", "col"), column))));

    /// <summary>A text whose long words, which are names of the code, may be broken before a capital.</summary>
    public static IEnumerable<object> Breakable(string text)
    {
        var piece = new StringBuilder();
        foreach (var (index, word) in text.Split(' ').Index())
        {
            piece.Append(index == 0 ? "" : " ");
            foreach (var (at, letter) in word.Index())
            {
                if (word.Length > LongWord && at > 0 && char.IsAsciiLetterUpper(letter) && char.IsAsciiLetterLower(word[at - 1]))
                {
                    yield return piece.ToString();
                    yield return Tag("wbr");
                    piece.Clear();
                }

                piece.Append(letter);
            }
        }

        yield return piece.ToString();
    }
}
