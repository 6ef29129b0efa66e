namespace LoginVerification.Exploration;

internal sealed class EnabledReachable() : GraphProperty(
    nameof(EnabledReachable), PropertyKind.Reachability, "for numbers of every served class, some start leads to VerificationEnabled")
{
    protected override PropertyVerdict Look(GraphEvidence evidence)
    {
        var classes = evidence.Product.Classes.Index().Where(known => known.Item.IsServed).ToList();
        var reached = evidence.Representatives.Where(evidence.IsEnabled).Select(place => place.Class).ToHashSet();
        var missed = classes.Where(known => !reached.Contains(known.Index)).Select(known => known.Item.Name).ToList();
        return classes.Count == 0 ? Vacuous("no class of numbers is served")
            : missed.Count > 0 ? Violated($"no start leads to VerificationEnabled for {string.Join(", ", missed)}")
            : Proved();
    }
}
