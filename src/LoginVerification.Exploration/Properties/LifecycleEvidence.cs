namespace LoginVerification.Exploration;

/// <summary>What the lifecycle alone shows: every shape, and what is answered to every input in it.</summary>
internal sealed class LifecycleEvidence(LifecycleGraph graph) : Evidence(graph.IsComplete)
{
    public override Observations SeenBy(ITableObserver observer) => graph.Seen[graph.Observers.NumberOf(observer)];

    public override IReadOnlyList<Step> CounterexampleOf(ITableObserver observer)
    {
        var number = graph.Observers.NumberOf(observer);
        if (graph.Find(kind => IsViolation(kind.Seen, number)) is not { } shape)
            return [];
        var (seen, answers) = graph.Ask(shape);
        Step[] story = [.. graph.PathTo(shape).Select(step => Step(step.Shape, step.Column))];
        return IsViolation(seen, number) ? story : [.. story, Step(shape, Array.FindIndex(answers, answer => IsViolation(answer.Observations, number)))];
    }

    private Step Step(int shape, int column) => Steps.Of(graph.Inputs[column], graph.Shapes[shape], graph.Ask(shape).Answers[column]);
}
