using System.Diagnostics;
using System.Xml.Linq;
using LoginVerification.Exploration;
using static LoginVerification.Cli.Html;
using static LoginVerification.Cli.Parts;

namespace LoginVerification.Cli;

/// <summary>A story as a row of pictures: each step is a small screen with what is done on it, by whom, and what comes of it. The style sheet counts them.</summary>
internal static class StorySection
{
    public static XElement Of(IEnumerable<Step> steps) => Tag("ol", Class("story"), steps.Select(Picture));

    private static XElement Picture(Step step)
    {
        var link = step.Link is { } kind ? $" link {Words.Camel(kind)}" : "";
        return Tag("li", Class($"picture {Words.Camel(step.Actor)}"),
            Tag("div", Class("bar"), step.Surface?.Name ?? "lifecycle"),
            step.Screen is { } screen ? Tag("div", Class("name"), screen) : null,
            Tag("div", Class($"action{link}"), Breakable($"{step}")),
            step.Actor is Actor.User ? null : Tag("div", Class("actor"), $"by {NameOf(step.Actor)}"),
            step.Outcome is { } outcome ? Tag("div", Class(IsRefusal(outcome) ? "outcome no" : "outcome"), Breakable(outcome)) : null,
            step.State is { } state ? Tag("div", Class("state"), $"{state}") : null);
    }

    private static bool IsRefusal(string outcome) => outcome.StartsWith("refused", StringComparison.Ordinal);

    private static string NameOf(Actor actor) => actor switch
    {
        Actor.User => "the user",
        Actor.Time => "time",
        Actor.Environment => "the world",
        Actor.Operator => "the host's staff",
        _ => throw new UnreachableException(),
    };
}
