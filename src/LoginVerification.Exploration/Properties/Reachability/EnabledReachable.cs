namespace LoginVerification.Exploration;

internal sealed class EnabledReachable() : GraphProperty(
    nameof(EnabledReachable), PropertyKind.Reachability, "for numbers of every served class, some start leads to VerificationEnabled")
{
    protected override PropertyVerdict Look(GraphEvidence evidence)
    {
        if (evidence.ServedClasses.Count == 0)
            return Vacuous(NoServedClass);
        var reached = evidence.Representatives.Where(evidence.Model.IsEnabled).Select(state => state.Class).ToHashSet();
        var missed = evidence.ServedClasses.Where(number => !reached.Contains(number)).ToList();
        return missed is [var first, ..]
            ? Violated(
                $"no start leads to VerificationEnabled for {string.Join(", ", missed.Select(number => NameOf(evidence, number)))}",
                missed.Select(number => new Violation { Class = evidence.Model.Classes[number.Index] }),
                DeadEnd(evidence, first))
            : Proved();
    }

    /// <summary>The story from the home where a user comes farthest, with a device.</summary>
    private static IReadOnlyList<Step> DeadEnd(GraphEvidence evidence, ClassId number) => evidence.Model.Screens.Homes
        .Select(home => evidence.DeadEndFrom(PolicyModel.Start(number, home, device: true), Filter.Everything, "no screen that can be reached offers it"))
        .OrderByDescending(story => story[^1].State).ThenBy(story => story.Count).First();

    private static string NameOf(GraphEvidence evidence, ClassId number) => evidence.Model.Classes[number.Index].Name;
}
