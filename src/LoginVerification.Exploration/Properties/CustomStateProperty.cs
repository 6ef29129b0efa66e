namespace LoginVerification.Exploration;

/// <param name="name">Its name.</param>
/// <param name="meaning">What it says.</param>
/// <param name="holds">The test of each state.</param>
/// <param name="trigger">What has to occur for it to say anything; null where it always does.</param>
internal sealed class CustomStateProperty(string name, string meaning, Func<StateView, bool> holds, Func<StateView, bool>? trigger = null)
    : GraphProperty(name, PropertyKind.Custom, meaning)
{
    protected override bool ShowsAtOnce => true;

    protected override PropertyVerdict Look(GraphEvidence evidence)
    {
        if (evidence.Find(state => !holds(new StateView(evidence.Model, state))) is { } position)
            return Violated($"{Name} does not hold in the state that the trace leads to", [evidence.ViolationIn(evidence.StateAt(position))], evidence.CounterexampleTo(position));
        return trigger is null || evidence.Find(state => trigger(new StateView(evidence.Model, state))) is not null ? Proved() : Vacuous(NothingToSay);
    }
}
