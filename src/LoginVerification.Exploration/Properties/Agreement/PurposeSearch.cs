namespace LoginVerification.Exploration;

/// <summary>Finds from which states a user, with time and the host's staff, comes to one that is looked for. Not thread-safe: it remembers what it found.</summary>
internal sealed class PurposeSearch
{
    private readonly PolicyModel model;
    private readonly Func<ModelState, bool> isLookedFor;
    private readonly Filter filter;
    private readonly Dictionary<StateId, bool> known = [];

    public PurposeSearch(PolicyModel model, Func<ModelState, bool> isLookedFor)
    {
        this.model = model;
        this.isLookedFor = isLookedFor;
        filter = new Filter(model.InputsWhere(input => input is { Adverse: null, Actor: not Actor.Environment }), HiddenLinks: true, Adversity: false);
    }

    /// <summary>Whether one is reached from a state. What no way leads to from here, none leads to from all that was seen.</summary>
    public bool IsReachedFrom(ModelState start)
    {
        var first = model.Codec.Pack(start);
        if (known.TryGetValue(first, out var isReached))
            return isReached;
        var from = new Dictionary<StateId, StateId> { [first] = first };
        var open = new Queue<StateId>([first]);
        while (open.TryDequeue(out var id))
        {
            if (known.GetValueOrDefault(id) || isLookedFor(model.Codec.Unpack(id)))
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
}
