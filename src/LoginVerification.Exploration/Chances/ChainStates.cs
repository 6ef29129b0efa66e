namespace LoginVerification.Exploration;

/// <summary>Numbers the states of a chain in the order in which they are met.</summary>
internal sealed class ChainStates
{
    private readonly Dictionary<ChainState, int> ids = [];
    private readonly List<ChainState> states = [];

    public int Count => states.Count;

    public ChainState this[int id] => states[id];

    /// <summary>The number of a state; a new one where it was not met before.</summary>
    public int IdOf(ChainState state)
    {
        if (ids.TryGetValue(state, out var id))
            return id;
        ids.Add(state, id = states.Count);
        states.Add(state);
        return id;
    }
}
