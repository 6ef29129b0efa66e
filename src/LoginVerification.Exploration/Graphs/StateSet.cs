namespace LoginVerification.Exploration;

/// <summary>A set of states, one bit each.</summary>
internal sealed class StateSet(int size)
{
    private readonly ulong[] bits = new ulong[(size >> 6) + 1];

    public bool Contains(int state) => (bits[state >> 6] >> (state & 63) & 1) != 0;

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

    public void UnionWith(StateSet other)
    {
        for (var i = 0; i < bits.Length; i++)
            bits[i] |= other.bits[i];
    }
}
