namespace LoginVerification.Exploration.Tests.Oracles;

/// <summary>What a walk through all states found.</summary>
/// <param name="Counts">How many states and edges there are.</param>
/// <param name="Starts">How many ways to begin.</param>
/// <param name="Labels">How many edges have each label, where the walk tells.</param>
internal sealed record WalkFindings(Counts Counts, int Starts, IReadOnlyDictionary<string, long>? Labels)
{
    /// <summary>Which invariants fall, where there are any.</summary>
    public IReadOnlyList<string> Violated { get; init; } = [];

    /// <summary>Whether whoever keeps trying gets there.</summary>
    public bool KeepsTrying { get; init; }

    /// <summary>What the explorer found.</summary>
    public static WalkFindings Of(StateGraph graph)
    {
        var model = graph.Model;
        var labels = from state in graph.States
                     from label in LabelsOf(model, state)
                     group label by label;
        return new WalkFindings(new Counts(graph.Count, graph.Edges), model.Starts().Count(), labels.ToDictionary(label => label.Key, label => label.LongCount()));
    }

    /// <summary>Line by line, for a comparison that shows what differs.</summary>
    public IEnumerable<string> Lines(Func<string, string>? written = null) =>
    [
        $"{Counts} {Starts}",
        .. Labels!.Select(label => $"{(written is null ? label.Key : written(label.Key))}: {label.Value}").Order(StringComparer.Ordinal),
    ];

    private static List<string> LabelsOf(PolicyModel model, StateId state)
    {
        var screen = model.Codec.Unpack(state).Screen;
        var labels = new List<string>();
        foreach (var (move, _) in model.Successors(state, Filter.Everything))
            labels.Add(ExportLabels.Of(model, screen, move));
        return labels;
    }
}
