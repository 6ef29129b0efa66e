namespace LoginVerification.Exploration;

internal sealed class EnabledReachable() : GraphProperty(
    nameof(EnabledReachable), PropertyKind.Reachability, "for numbers of every served class, some start leads to VerificationEnabled")
{
    protected override PropertyVerdict Look(GraphEvidence evidence)
    {
        var served = evidence.Model.ClassIds.Where(number => evidence.Model.Classes[number.Index].IsServed).ToList();
        if (served.Count == 0)
            return Vacuous("no class of numbers is served");
        var reached = evidence.Representatives.Where(evidence.IsEnabled).Select(state => state.Class).ToHashSet();
        var missed = served.Where(number => !reached.Contains(number)).Select(number => evidence.Model.Classes[number.Index]).ToList();
        return missed.Count > 0
            ? Violated($"no start leads to VerificationEnabled for {string.Join(", ", missed.Select(number => number.Name))}", missed.Select(number => new Violation { Class = number }))
            : Proved();
    }
}
