namespace LoginVerification.Exploration;

internal sealed class CustomGoalProperty(string name, string meaning, Func<StateView, bool> goal) : GraphProperty(name, PropertyKind.Custom, meaning)
{
    protected override PropertyVerdict Look(GraphEvidence evidence) =>
        evidence.Find(state => goal(new StateView(evidence.Model, state))) is null
            ? Violated("no state that can be reached fulfils it", [new Violation()], Searched(evidence))
            : Proved();

    /// <summary>No path shows what is nowhere.</summary>
    private static IReadOnlyList<Step> Searched(GraphEvidence evidence) =>
        [Steps.Missing(evidence.Model, evidence.StateAt(new Position(0)), "a state that fulfils it", $"none of {evidence.Graph.Count} states does")];
}
