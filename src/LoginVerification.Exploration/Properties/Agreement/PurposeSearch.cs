namespace LoginVerification.Exploration;

/// <summary>Finds from which states a user, with time and the host's staff, comes to where one of some choices is accepted. Not thread-safe: it remembers what it found.</summary>
internal sealed class PurposeSearch
{
    private readonly PolicyModel model;
    private readonly MoveSet meeting;
    private readonly Filter filter;
    private readonly Dictionary<StateId, bool> known = [];

    public PurposeSearch(PolicyModel model, IReadOnlyList<Choice> choices)
    {
        this.model = model;
        meeting = model.InputsWhere(input => input is { Adverse: null, Command: UserCommand command } && choices.Contains(command.Choice));
        filter = new Filter(model.InputsWhere(input => input is { Adverse: null, Actor: not Actor.Environment }), HiddenLinks: true, Adversity: false);
    }

    /// <summary>Whether a move is one of the choices, by the user or in their place by staff.</summary>
    public bool IsMetBy(Move move) => meeting.Contains(move);

    /// <summary>Whether one of the choices is accepted somewhere on from a state. What no way leads to from here, none leads to from all that was seen.</summary>
    public bool IsReachedFrom(ModelState start)
    {
        var first = model.Codec.Pack(start);
        if (known.TryGetValue(first, out var isReached))
            return isReached;
        var from = new Dictionary<StateId, StateId> { [first] = first };
        var open = new Queue<StateId>([first]);
        while (open.TryDequeue(out var id))
        {
            if (known.GetValueOrDefault(id) || IsMetIn(model.Codec.Unpack(id)))
            {
                known[id] = true;
                for (var at = id; at != first;)
                    known[at = from[at]] = true;
                return true;
            }

            foreach (var (_, to) in model.Successors(id, filter))
            {
                if (known.GetValueOrDefault(to, true) && from.TryAdd(to, id))
                    open.Enqueue(to);
            }
        }

        foreach (var seen in from.Keys)
            known[seen] = false;
        return false;
    }

    private bool IsMetIn(in ModelState state) => model.Guards.TakenIn(state, model.CaseOf(state)) is var taken && !(taken & meeting & filter.Inputs).IsEmpty;
}
