using System.Xml.Linq;
using LoginVerification.Exploration;
using static LoginVerification.Cli.Html;
using static LoginVerification.Cli.Parts;

namespace LoginVerification.Cli;

/// <summary>What somebody else needs to come to the same report.</summary>
internal static class RecordSection
{
    public static IEnumerable<XElement> Of(PolicyFindings policy)
    {
        var screens = policy.Explored.Screens;
        var scale = ScaleInput.Write(screens.Scale);
        yield return Tag("dl", Class("record"),
            Entry("Tool and library", $"LoginVerification {Provenance.Version}"),
            Entry("Policy", policy.Policy.Name),
            Entry("Digest of its canonical JSON", Tag("code", screens.PolicyDigest)),
            Entry("Scale", Tag("code", scale)),
            Entry("Looked at", $"{Words.Count(screens.States, "state")}, {Words.Count(screens.Edges, "edge")}, {Words.Count(screens.Depth, "step")} deep{(screens.Limit is { } limit ? $", ended at the limit of {Words.Camel(limit)}" : "")}"),
            Entry("By hand", Commands(policy, scale).SelectMany(command => new object[] { Tag("code", $"login-verification {command}"), Tag("br") })));
        yield return Folded("The policy itself, as canonical JSON", Wide("Policy", Tag("pre", PolicyFile.Write(policy.Policy.Document))));
    }

    private static IEnumerable<string> Commands(PolicyFindings policy, string scale)
    {
        var (written, asked) = (Quoted(policy.Written), $"--scale {scale}{Limits(policy.Request.Options)}");
        return [$"report --policy {written} {asked} --out report.html", $"explore --policy {written} {asked}", $"matrix --policy {written}"];
    }

    /// <summary>The limits that are not the usual ones.</summary>
    private static string Limits(ExplorationOptions options)
    {
        var usual = new ExplorationOptions();
        return $"{(options.MostStates == usual.MostStates ? "" : $" --max-states {options.MostStates}")}{(options.MostShapes == usual.MostShapes ? "" : $" --max-shapes {options.MostShapes}")}";
    }

    /// <summary>As a shell takes it.</summary>
    private static string Quoted(string written) => written.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.' or '/') ? written : $"'{written.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    private static XElement Entry(string name, params object?[] value) => Tag("div", Tag("dt", name), Tag("dd", value));
}
