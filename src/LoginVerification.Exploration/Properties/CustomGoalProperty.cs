namespace LoginVerification.Exploration;

internal sealed class CustomGoalProperty(string name, Func<StateView, bool> goal) : GraphProperty(name, PropertyKind.Custom, $"{name} can be reached")
{
    protected override PropertyVerdict Look(GraphEvidence evidence) =>
        evidence.Find(state => goal(new StateView(evidence.Model, state))) is null ? Violated("no state that can be reached fulfils it", [new Violation()]) : Proved();
}
