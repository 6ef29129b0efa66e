namespace LoginVerification.Exploration;

internal sealed class EnabledReachable() : GraphProperty(
    nameof(EnabledReachable), PropertyKind.Reachability, "for numbers of every served class, some start leads to VerificationEnabled")
{
    protected override PropertyVerdict Look(GraphEvidence evidence)
    {
        if (evidence.ServedClasses.Count == 0)
            return Vacuous(NoServedClass);
        var reached = evidence.Representatives.Where(evidence.Model.IsEnabled).Select(state => state.Class).ToHashSet();
        var missed = evidence.ServedClasses.Where(number => !reached.Contains(number)).Select(number => evidence.Model.Classes[number.Index]).ToList();
        return missed.Count > 0
            ? Violated($"no start leads to VerificationEnabled for {string.Join(", ", missed.Select(number => number.Name))}", missed.Select(number => new Violation { Class = number }))
            : Proved();
    }
}
