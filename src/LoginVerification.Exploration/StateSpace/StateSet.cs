namespace LoginVerification.Exploration;

/// <summary>A set of states, one bit each.</summary>
internal sealed class StateSet
{
    private readonly ulong[] bits;

    /// <param name="size">One more than the largest id.</param>
    public StateSet(int size) => bits = new ulong[(size >> 6) + 1];

    public StateSet(StateSet other) => bits = [.. other.bits];

    public bool Contains(StateId state) => (bits[state.Index >> 6] >> (state.Index & 63) & 1) != 0;

    /// <summary>Adds a state, and says whether it is new.</summary>
    public bool Add(StateId state)
    {
        ref var word = ref bits[state.Index >> 6];
        var bit = 1UL << (state.Index & 63);
        if ((word & bit) != 0)
            return false;
        word |= bit;
        return true;
    }
}
