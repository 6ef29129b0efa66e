namespace LoginVerification.Exploration;

internal sealed class CustomTrapProperty(string name, Func<StateView, bool> goal) : GraphProperty(name, PropertyKind.Custom, $"{name} can always still be reached")
{
    protected override PropertyVerdict Look(GraphEvidence evidence)
    {
        var reaching = evidence.Reaching(state => goal(new StateView(evidence.Model, state)));
        return evidence.Graph.Find(state => !reaching.Contains(state)) is { } trap
            ? Violated("from here it can never be reached again", [evidence.ViolationIn(evidence.StateAt(trap))], evidence.CounterexampleTo(trap))
            : Proved();
    }
}
