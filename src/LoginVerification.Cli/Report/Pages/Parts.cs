using System.Xml.Linq;
using LoginVerification.Exploration;
using static LoginVerification.Cli.Html;

namespace LoginVerification.Cli;

/// <summary>Small parts that several sections have.</summary>
internal static class Parts
{
    public static XElement Badge(Ease ease) => Tag("span", Class($"badge {Words.Camel(ease)}"), Sign(EaseWords.Sign(ease)), $" {EaseWords.Of(ease)}");

    public static XElement Badge(Verdict verdict) => Tag("span", Class($"badge {Words.Camel(verdict)}"), Sign(verdict switch
    {
        Verdict.Proved => "✓",
        Verdict.Violated => "✕",
        Verdict.Vacuous => "–",
        _ => "?",
    }), $" {VerdictWords.Of(verdict)}");

    /// <summary>A sign that repeats what the word beside it says.</summary>
    public static XElement Sign(string sign) => Tag("span", At("aria-hidden", "true"), sign);

    /// <summary>Something wide, which scrolls by itself, with the keyboard as well.</summary>
    public static XElement Wide(string label, params object?[] content) => Tag("div", Class("wide"), At("role", "group"), At("tabindex", "0"), At("aria-label", label), content);

    public static XElement Folded(object summary, params object?[] content) => Tag("details", Tag("summary", summary), content);
}
