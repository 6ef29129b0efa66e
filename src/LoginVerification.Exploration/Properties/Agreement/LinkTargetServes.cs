namespace LoginVerification.Exploration;

internal sealed class LinkTargetServes() : GraphProperty(
    nameof(LinkTargetServes), PropertyKind.Agreement,
    "a visible link leads numbers of a served class to a screen where the gates let some action through, or that has none")
{
    protected override bool ShowsAtOnce => true;

    protected override PropertyVerdict Look(GraphEvidence evidence)
    {
        var (graph, product) = (evidence.Graph, evidence.Product);
        var isShown = false;
        foreach (var position in graph.Representatives)
        {
            var place = product.PlaceOf(graph.Order[position]);
            var @case = product.CaseOf(place);
            if (!evidence.IsServed(place))
                continue;
            foreach (var trail in product.Site.Pages[place.Page].Trails)
            {
                if (trail.Link is not { Kind: LinkKind.Visible } link || (trail.When >> @case & 1) == 0)
                    continue;
                isShown = true;
                var target = product.Site.Pages[trail.To];
                if (target.Screen.Actions.Count > 0 && !target.Screen.Actions.Any(offer => product.LetsThrough(place.Class, target.Surface, offer.Action)))
                    return Violated($"{product.Site.Pages[place.Page]}, {product.Classes[place.Class].Name}: \"{link.Label ?? link.To}\" leads to {target}, where every action is refused", evidence.StoryTo(position));
            }
        }

        return isShown ? Proved() : Vacuous("no visible link is ever shown");
    }
}
