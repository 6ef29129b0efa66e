namespace LoginVerification.Exploration;

/// <summary>A set of states, one bit each.</summary>
internal sealed class StateSet
{
    private readonly ulong[] bits;

    public StateSet(int size) => bits = new ulong[(size >> 6) + 1];

    public StateSet(StateSet other) => bits = [.. other.bits];

    public bool Contains(int state) => (bits[state >> 6] >> (state & 63) & 1) != 0;

    public bool ContainsAny(ReadOnlySpan<int> states)
    {
        foreach (var state in states)
        {
            if (Contains(state))
                return true;
        }

        return false;
    }

    /// <summary>Adds a state, and says whether it is new.</summary>
    public bool Add(int state)
    {
        ref var word = ref bits[state >> 6];
        var bit = 1UL << (state & 63);
        if ((word & bit) != 0)
            return false;
        word |= bit;
        return true;
    }
}
