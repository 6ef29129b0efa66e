namespace LoginVerification.Exploration;

internal sealed class OwnStateProperty(string name, Func<Standing, bool> holds) : GraphProperty(name, PropertyKind.Own, $"{name} holds in every state")
{
    protected override bool ShowsAtOnce => true;

    protected override PropertyVerdict Look(GraphEvidence evidence)
    {
        var position = evidence.FirstPosition(place => !holds(new Standing(evidence.Product, place)));
        return position < 0 ? Proved() : Violated($"not so: {Meaning}", evidence.StoryTo(position));
    }
}
