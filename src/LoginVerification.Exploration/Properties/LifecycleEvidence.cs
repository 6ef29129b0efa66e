namespace LoginVerification.Exploration;

/// <summary>What the lifecycle alone shows: every shape, and what is answered to every input in it.</summary>
internal sealed class LifecycleEvidence(LifecycleGraph graph, EnrolmentLimits ownLimits) : Evidence(ownLimits, graph.IsComplete)
{
    public override Observations SeenBy(ITableObserver observer) => graph.Seen[graph.Observers.NumberOf(observer)];

    public override IReadOnlyList<Step> CounterexampleOf(ITableObserver observer, Observations sought)
    {
        var number = graph.Observers.NumberOf(observer);
        if (graph.Find(kind => Has(kind.Seen, number, sought)) is not { } shape)
            return [];
        var (seen, answers) = graph.Ask(shape);
        Step[] story = [.. graph.PathTo(shape).Select(step => Step(step.Shape, step.Column))];
        return Has(seen, number, sought) ? story : [.. story, Step(shape, Array.FindIndex(answers, answer => Has(answer.Observations, number, sought)))];
    }

    private Step Step(int shape, int column) => Steps.Of(graph.Inputs[column], graph.Shapes[shape], graph.Ask(shape).Answers[column]);
}
