using System.Numerics;
using System.Runtime.CompilerServices;

namespace LoginVerification.Exploration;

/// <summary>A set of states of one class, one bit each.</summary>
/// <param name="size">One more than the largest number of a state.</param>
internal sealed class StateBits(int size)
{
    private readonly ulong[] bits = new ulong[(size >> 6) + 1];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Contains(int state) => (bits[state >> 6] >> (state & 63) & 1) != 0;

    /// <summary>Adds a state, and says whether it is new.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Add(int state)
    {
        ref var word = ref bits[state >> 6];
        var bit = 1UL << (state & 63);
        if ((word & bit) != 0)
            return false;
        word |= bit;
        return true;
    }

    /// <summary>Adds a state while others add theirs.</summary>
    public void AddBesideOthers(int state) => Interlocked.Or(ref bits[state >> 6], 1UL << (state & 63));

    /// <summary>Adds every state of another set.</summary>
    public void AddAll(StateBits other)
    {
        for (var i = 0; i < bits.Length; i++)
            bits[i] |= other.bits[i];
    }

    /// <summary>How many states are here and not in another set.</summary>
    public long CountWithout(StateBits other)
    {
        var count = 0L;
        for (var i = 0; i < bits.Length; i++)
            count += BitOperations.PopCount(bits[i] & ~other.bits[i]);
        return count;
    }
}
