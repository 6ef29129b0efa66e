namespace LoginVerification.Exploration;

/// <summary>Counts the states of a trap by the step that leads into them: by its class, screen and move.</summary>
/// <param name="missing">What is missing in a trapped state.</param>
internal sealed class TrapEntryCount(Func<ModelState, string> missing)
{
    private readonly Dictionary<(ClassId Class, ScreenId Screen, Move Move), Entry> entries = [];

    /// <summary>Counts a trapped state for a step.</summary>
    /// <param name="evidence">The evidence.</param>
    /// <param name="position">Where the step is taken.</param>
    /// <param name="move">The step.</param>
    /// <param name="trapped">The state that is trapped.</param>
    public void Add(GraphEvidence evidence, Position position, Move move, StateId trapped)
    {
        var state = evidence.StateAt(position);
        var key = (state.Class, state.Screen, move);
        if (!entries.TryGetValue(key, out var entry))
            entries.Add(key, entry = new Entry(position, missing(evidence.Model.Codec.Unpack(trapped)), []));
        entry.Trapped.Add(trapped);
    }

    /// <summary>Those that trap most first, each with the shortest story that ends with it. Steps that read alike, as with another number, are told once.</summary>
    public IReadOnlyList<TrapEntry> Ranked(GraphEvidence evidence) =>
    [
        .. entries.OrderBy(entry => entry.Value.First.Index)
            .Select(entry => (Told: Told(evidence, entry.Key.Move, entry.Value), entry.Value.Trapped))
            .GroupBy(entry => (entry.Told.Surface, entry.Told.Screen, entry.Told.Class, entry.Told.Action, entry.Told.Consequence))
            .Select(alike => alike.First().Told with { TrappedStates = alike.SelectMany(entry => entry.Trapped).Distinct().Count() })
            .OrderByDescending(told => told.TrappedStates),
    ];

    private static TrapEntry Told(GraphEvidence evidence, Move move, Entry entry)
    {
        var story = evidence.CounterexampleTo(entry.First, move);
        var step = story[^1];
        var consequence = step.Outcome is null ? entry.Missing : $"{step.Outcome}, and {entry.Missing}";
        return new TrapEntry(step.Surface!, step.Screen!, step.Class!, step.ToString(), consequence, entry.Trapped.Count) { Trace = story };
    }

    /// <param name="First">Where the step is taken first.</param>
    /// <param name="Missing">What is missing after it.</param>
    /// <param name="Trapped">The states that it traps.</param>
    private sealed record Entry(Position First, string Missing, HashSet<StateId> Trapped);
}
