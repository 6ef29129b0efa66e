namespace LoginVerification.Exploration;

/// <param name="name">Its name.</param>
/// <param name="meaning">What it says.</param>
/// <param name="holds">The test of each step.</param>
/// <param name="trigger">What has to occur for it to say anything; null where it always does.</param>
internal sealed class CustomStepProperty(string name, string meaning, Func<StepView, bool> holds, Func<StepView, bool>? trigger = null)
    : GraphProperty(name, PropertyKind.Custom, meaning)
{
    protected override bool ShowsAtOnce => true;

    protected override PropertyVerdict Look(GraphEvidence evidence)
    {
        var (graph, model) = (evidence.Graph, evidence.Model);
        var isOccurring = trigger is null;
        foreach (var position in graph.Positions)
        {
            foreach (var (move, to) in model.Successors(graph[position], Filter.Everything))
            {
                var step = new StepView(model, evidence.StateAt(position), model.Codec.Unpack(to), move);
                isOccurring = isOccurring || trigger!(step);
                if (!holds(step))
                    return Violated($"{Name} does not hold for the last step of the trace", [evidence.ViolationIn(evidence.StateAt(position))], evidence.CounterexampleTo(position, move));
            }
        }

        return isOccurring ? Proved() : Vacuous(NothingToSay);
    }
}
