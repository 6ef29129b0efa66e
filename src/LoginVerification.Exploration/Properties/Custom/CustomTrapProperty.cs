namespace LoginVerification.Exploration;

internal sealed class CustomTrapProperty(string name, Func<StateView, bool> goal) : GraphProperty(name, PropertyKind.Custom, $"{name} can always still be reached")
{
    protected override PropertyVerdict Look(GraphEvidence evidence)
    {
        var reaching = evidence.Reaching(place => goal(new StateView(evidence.Product, place)));
        var trap = evidence.Graph.Order.FindIndex(state => !reaching.Contains(state));
        return trap < 0 ? Proved() : Violated("from here it can never be reached again", evidence.StoryTo(trap));
    }
}
