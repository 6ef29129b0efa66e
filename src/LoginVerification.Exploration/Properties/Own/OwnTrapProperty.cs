namespace LoginVerification.Exploration;

internal sealed class OwnTrapProperty(string name, Func<Standing, bool> goal) : GraphProperty(name, PropertyKind.Own, $"{name} can always still be reached")
{
    protected override PropertyVerdict Look(GraphEvidence evidence)
    {
        var reaching = evidence.Reaching(place => goal(new Standing(evidence.Product, place)));
        var trap = evidence.Graph.Order.FindIndex(state => !reaching.Contains(state));
        return trap < 0 ? Proved() : Violated("from here it can never be reached again", evidence.StoryTo(trap));
    }
}
