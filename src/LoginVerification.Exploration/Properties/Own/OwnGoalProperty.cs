namespace LoginVerification.Exploration;

internal sealed class OwnGoalProperty(string name, Func<Standing, bool> goal) : GraphProperty(name, PropertyKind.Own, $"{name} can be reached")
{
    protected override PropertyVerdict Look(GraphEvidence evidence) =>
        evidence.FirstPosition(place => goal(new Standing(evidence.Product, place))) < 0 ? Violated("no state that can be reached fulfils it") : Proved();
}
