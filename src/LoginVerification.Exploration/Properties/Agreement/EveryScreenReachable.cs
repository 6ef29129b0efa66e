namespace LoginVerification.Exploration;

internal sealed class EveryScreenReachable() : GraphProperty(nameof(EveryScreenReachable), PropertyKind.Agreement, "every screen can be reached, over all links")
{
    protected override PropertyVerdict Look(GraphEvidence evidence)
    {
        var reached = evidence.Representatives.Select(place => place.Page).ToHashSet();
        var missed = evidence.Product.Site.Pages.Where((_, page) => !reached.Contains(page)).Select(page => page.ToString()).ToList();
        return missed.Count > 0 ? Violated($"nobody ever comes to {string.Join(", ", missed)}") : Proved();
    }
}
