namespace LoginVerification.Exploration;

internal sealed class CustomStateProperty(string name, Func<StateView, bool> holds) : GraphProperty(name, PropertyKind.Custom, $"{name} holds in every state")
{
    protected override bool ShowsAtOnce => true;

    protected override PropertyVerdict Look(GraphEvidence evidence) =>
        evidence.Find(state => !holds(new StateView(evidence.Model, state))) is { } position
            ? Violated($"{Name} does not hold in the state that the trace leads to", [evidence.ViolationIn(evidence.StateAt(position))], evidence.CounterexampleTo(position))
            : Proved();
}
