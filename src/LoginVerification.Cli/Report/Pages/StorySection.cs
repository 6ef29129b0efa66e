using System.Xml.Linq;
using LoginVerification.Exploration;
using static LoginVerification.Cli.Html;

namespace LoginVerification.Cli;

/// <summary>A story as a row of pictures: each step is a small screen with what is done on it, by whom, and what comes of it.</summary>
internal static class StorySection
{
    public static XElement Of(IEnumerable<Step> steps) => Tag("ol", Class("story"), steps.Select((step, index) => Picture(step, index + 1)));

    private static XElement Picture(Step step, int number)
    {
        var actor = Words.Camel(step.Actor);
        return Tag("li", Class($"picture {actor}"),
            Tag("div", Class("bar"), Tag("span", Class("number"), $"{number}"), $" {step.Surface?.Name ?? "lifecycle"}"),
            Tag("div", Class("screen"),
                step.Screen is { } screen ? Tag("div", Class("name"), screen) : null,
                Tag("div", Class(step.Link is null ? "action" : $"action link {Words.Camel(step.Link.Value)}"), $"{step}"),
                step.Actor is Actor.User ? null : Tag("div", Class("actor"), $"by {ActorWords.Of(step.Actor)}")),
            step.Outcome is { } outcome ? Tag("div", Class(outcome.StartsWith("refused", StringComparison.Ordinal) ? "outcome no" : "outcome"), outcome) : null,
            step.State is { } state ? Tag("div", Class("state"), $"{state}") : null);
    }
}

/// <summary>Who moves, as words.</summary>
internal static class ActorWords
{
    public static string Of(Actor actor) => actor is Actor.Operator ? "the host's staff" : actor is Actor.Environment ? "the world" : actor is Actor.Time ? "time" : "the user";
}
