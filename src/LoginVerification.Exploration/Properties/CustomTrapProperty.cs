namespace LoginVerification.Exploration;

internal sealed class CustomTrapProperty(string name, string meaning, Func<StateView, bool> goal, Reliance reliance) : GraphProperty(name, PropertyKind.Custom, meaning)
{
    protected override PropertyVerdict Look(GraphEvidence evidence)
    {
        var reaching = evidence.Reaching(state => goal(new StateView(evidence.Model, state)), evidence.MovesOf(reliance));
        return evidence.Graph.Find(state => !reaching.Contains(state)) is { } trap
            ? Violated("from here it can never be reached again", [evidence.ViolationIn(evidence.StateAt(trap))], evidence.CounterexampleTo(trap))
            : Proved();
    }
}
