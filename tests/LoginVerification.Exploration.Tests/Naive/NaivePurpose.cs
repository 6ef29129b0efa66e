namespace LoginVerification.Exploration.Tests.Naive;

/// <summary>What a refused user is after, and from where users, time and staff come to it.</summary>
internal sealed class NaivePurpose
{
    private readonly NaiveGraph graph;
    private readonly NaiveSteps steps;
    private readonly Func<Choice, bool> isMeant;
    private readonly HashSet<int> hopeful;

    /// <summary>Of places that the walk did not meet.</summary>
    private readonly Dictionary<string, bool> beyond = [];

    public NaivePurpose(NaiveGraph graph, NaiveSteps steps, Func<Choice, bool> isMeant)
    {
        (this.graph, this.steps, this.isMeant) = (graph, steps, isMeant);
        hopeful = graph.Before(graph.Edges.Index().Where(place => place.Item.Any(edge => Meets(edge.Accepted, edge.IsAstray))).Select(place => place.Index), edge => IsTaken(edge.Kind, edge.IsAstray));
    }

    /// <summary>
    /// The number confirmed, for all that leads there; protection, over whichever channel for who has none, and over the one asked for else; or
    /// the thing itself.
    /// </summary>
    public static Func<Choice, bool> Of(EnrolmentCommand refused) => refused switch
    {
        SubmitPhone or ResendCode or ConfirmCode => choice => choice.Action is EnrolmentAction.ConfirmCode,
        EnableVerification => choice => choice.Action is EnrolmentAction.EnableVerification or EnrolmentAction.ChangeChannel,
        ChangeChannel change => choice => choice.Action is EnrolmentAction.EnableVerification or EnrolmentAction.ChangeChannel && choice.Channel == change.Choice.Channel,
        UserCommand { Choice: var asked } => choice => choice == asked,
        _ => throw new ArgumentException("Users do not give such a command.", nameof(refused)),
    };

    public bool IsMetBy(NaiveStep step) => Meets(step.Accepted, step.IsAstray);

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
                isReached |= IsMetBy(step) || Told(step.To) is true;
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

    private bool Meets(Choice? accepted, bool isAstray) => !isAstray && accepted is { } choice && isMeant(choice);

    private static bool IsTaken(NaiveKind kind, bool isAstray) => kind is not NaiveKind.Adversity && !isAstray;
}
