using System.Diagnostics;
using LoginVerification.Exploration;

namespace LoginVerification.Cli;

/// <summary>How users of one kind of number fare from one surface.</summary>
/// <param name="Best">Their shortest way over all links.</param>
/// <param name="InSight">Their shortest way over visible links alone.</param>
internal sealed record Fare(PolicyRoute Best, PolicyRoute InSight)
{
    public Surface From => Best.From;

    public Ease Ease =>
        !Best.HasNumbers ? Ease.NoNumbers
        : !Best.IsReachable ? Ease.NoWay
        : !InSight.IsReachable ? Ease.HiddenOnly
        : Best.Refusal is not null ? Ease.Refused
        : InSight.Surfaces.Any(surface => surface != From) ? Ease.Detour
        : Ease.Straight;

    /// <summary>What stands in the way, in the order in which it is met.</summary>
    public IReadOnlyList<Reason> Reasons => [.. new[] { WhyRefused, WhyNotHere, WhyUnseen, WhyNoWay }.OfType<Reason>()];

    /// <summary>Two fares with one key are told by the same words.</summary>
    public (Ease, int, string) Key => (Ease, Best.Steps.Count, string.Join('\n', Reasons.Select(reason => $"{(reason.Surface == From ? "" : reason.Surface)}/{reason.Screen}|{reason.What}|{reason.Cause}|{reason.Detail}|{string.Join('|', reason.WaysOut)}")));

    private Reason? WhyRefused => Best is { HasNumbers: true, Refusal: { } refusal }
        ? new Reason(From, Best.RefusedAt, "refused by", Cause(refusal.Source), Words.Apart(refusal.Code)) { WaysOut = [.. refusal.WaysOut.Select(Told)] }
        : null;

    /// <summary>The step that leaves the surface, where nothing is refused there and the way still leads elsewhere.</summary>
    private Reason? WhyNotHere => Best is { IsReachable: true, Refusal: null } && Best.Steps.Zip(Best.Steps.Skip(1)).FirstOrDefault(pair => pair.Second.Surface != From) is { First: { } leaving, Second.Surface: { } next }
        ? new Reason(From, leaving.Screen, $"the way goes on elsewhere, on {next}:", leaving.Action, null)
        : null;

    private Reason? WhyUnseen => Ease is Ease.HiddenOnly && Best.Steps.First(step => step.Link is not (null or LinkKind.Visible)) is var unseen
        ? new Reason(unseen.Surface!, unseen.Screen, $"{(unseen.Link is LinkKind.External ? "a link in a message" : "a hidden link")} is all that leads on:", unseen.Action, null)
        : null;

    /// <summary>How far one gets; not where that is nowhere, for a refusal.</summary>
    private Reason? WhyNoWay => Best.DeadEnd is { Surface: { } surface } end && (end.State > EnrolmentState.NoPhone || Best.Refusal is null)
        ? new Reason(surface, end.Screen, "nobody gets farther:", end.Action, end.Outcome)
        : null;

    private string Told(WayOut way) =>
        way is WayOut.Act act && act.Surface == From ? $"{act.Choice} here{(act.WithAnotherNumber ? " with another number" : "")}" : $"{way}";

    private static string Cause(RefusalSource source) => source switch
    {
        RefusalSource.Rule rule => $"rule {rule.Name}",
        RefusalSource.Setting setting => $"setting {setting.Path}",
        _ => source.ToString() ?? throw new UnreachableException(),
    };
}

/// <summary>Something that stands in a user's way. What does not apply is null.</summary>
/// <param name="Surface">On which surface.</param>
/// <param name="Screen">On which screen of it.</param>
/// <param name="What">What happens there.</param>
/// <param name="Cause">By which rule, link or step.</param>
/// <param name="Detail">What is said.</param>
internal sealed record Reason(Surface Surface, string? Screen, string What, string? Cause, string? Detail)
{
    /// <summary>What the service tells of ways out, whether or not the page does.</summary>
    public IReadOnlyList<string> WaysOut { get; init; } = [];
}
