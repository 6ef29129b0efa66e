namespace LoginVerification.Exploration.Tests.Naive;

/// <summary>From where users, time and staff come to a step that is meant.</summary>
internal sealed class NaivePurpose
{
    private readonly NaiveGraph graph;
    private readonly NaiveSteps steps;
    private readonly Func<NaivePlace, NaiveStep, bool> isMeant;
    private readonly HashSet<int> hopeful;

    /// <summary>Of places that the walk did not meet.</summary>
    private readonly Dictionary<string, bool> beyond = [];

    public NaivePurpose(NaiveGraph graph, NaiveSteps steps, Func<NaivePlace, NaiveStep, bool> isMeant)
    {
        (this.graph, this.steps, this.isMeant) = (graph, steps, isMeant);
        hopeful = graph.Before(Enumerable.Range(0, graph.Places.Count).Where(place => graph.StepsFrom(place).Any(step => IsMetBy(graph.Places[place], step))), edge => IsTaken(edge.Kind, edge.IsAstray));
    }

    public bool IsMetBy(NaivePlace place, NaiveStep step) => !step.IsAstray && isMeant(place, step);

    public bool IsReachedFrom(NaivePlace start)
    {
        if (Told(start) is { } told)
            return told;
        var met = new HashSet<string> { start.ToString() };
        var open = new Queue<NaivePlace>([start]);
        var isReached = false;
        while (!isReached && open.TryDequeue(out var place))
        {
            foreach (var step in steps.From(place, _ => { }).Where(step => IsTaken(step.Kind, step.IsAstray)))
            {
                isReached |= IsMetBy(place, step) || Told(step.To) is true;
                if (Told(step.To) is null && met.Add(step.To.ToString()))
                    open.Enqueue(step.To);
            }
        }

        // What is not reached from here is not reached from all that was met.
        foreach (var place in isReached ? [start.ToString()] : met)
            beyond[place] = isReached;
        return isReached;
    }

    private bool? Told(NaivePlace place) =>
        graph.Known(place) is { } known ? hopeful.Contains(known) : beyond.TryGetValue(place.ToString(), out var told) ? told : null;

    private static bool IsTaken(NaiveKind kind, bool isAstray) => kind is not NaiveKind.Adversity && !isAstray;
}
