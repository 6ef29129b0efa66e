namespace LoginVerification.Exploration;

internal sealed class CustomStateProperty(string name, Func<StateView, bool> holds) : GraphProperty(name, PropertyKind.Custom, $"{name} holds in every state")
{
    protected override bool ShowsAtOnce => true;

    protected override PropertyVerdict Look(GraphEvidence evidence)
    {
        var position = evidence.FirstPosition(place => !holds(new StateView(evidence.Product, place)));
        return position < 0 ? Proved() : Violated($"not so: {Meaning}", evidence.StoryTo(position));
    }
}
