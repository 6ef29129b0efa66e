namespace LoginVerification.Exploration;

internal sealed class SentImpliesEnterable() : GraphProperty(
    nameof(SentImpliesEnterable), PropertyKind.Agreement,
    "after a code is sent, the screen where the user lands takes it, or one that is a visible link away")
{
    protected override bool ShowsAtOnce => true;

    protected override PropertyVerdict Look(GraphEvidence evidence)
    {
        var (graph, product) = (evidence.Graph, evidence.Product);
        var isSent = false;
        var known = new Dictionary<(int Class, int Page, int Case), bool>();
        Span<int> targets = stackalloc int[Move.Most];
        Span<int> moves = stackalloc int[Move.Most];
        for (var position = 0; position < graph.Order.Count; position++)
        {
            var sending = product.SendingFrom(product.PlaceOf(graph.Order[position]));
            if (sending == 0)
                continue;
            isSent = true;
            var count = product.Expand(graph.Order[position], Filter.Everything with { Inputs = sending }, targets, moves);
            for (var i = 0; i < count && moves[i] < Move.MostInputs; i++)
            {
                if (IsEnterable(product, product.PlaceOf(targets[i]), known))
                    continue;
                var story = evidence.StoryTo(position, moves[i]);
                return Violated($"{story[^1].Surface}, {story[^1].Class!.Name}: {story[^1].Action}: the code is sent, and neither {product.Site.Pages[product.PlaceOf(targets[i]).Page]} nor a visible link away takes it", story);
            }
        }

        return isSent ? Proved() : Vacuous("no code is ever sent");
    }

    private static bool IsEnterable(PolicyModel product, ModelState place, Dictionary<(int Class, int Page, int Case), bool> known)
    {
        // Nobody types a code before it arrives.
        var @case = product.CaseOf(place with { Message = SmsDelivery.Arrived });
        if (known.TryGetValue((place.Class, place.Page, @case), out var isEnterable))
            return isEnterable;
        var page = product.Site.Pages[place.Page];
        return known[(place.Class, place.Page, @case)] = product.Takes(place.Class, page, EnrolmentAction.ConfirmCode, @case)
            || page.Trails.Any(trail => trail.Link is not null && trail.IsVisible && (trail.When >> @case & 1) != 0
                && product.Takes(place.Class, product.Site.Pages[trail.To], EnrolmentAction.ConfirmCode, @case));
    }
}
