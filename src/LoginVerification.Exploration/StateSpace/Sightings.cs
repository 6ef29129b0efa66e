using System.Runtime.CompilerServices;

namespace LoginVerification.Exploration;

/// <summary>Where some states lead, each with the state it was seen from, before it is known which of them are new.</summary>
internal sealed class Sightings
{
    /// <summary>What was seen a moment ago is often seen again, and is passed over.</summary>
    private const int Remembered = 1024;

    private readonly int[] recent = new int[Remembered];

    public int[] States { get; private set; } = new int[1024];

    public int[] Parents { get; private set; } = new int[1024];

    public int Count { get; private set; }

    public long Edges { get; set; }

    /// <summary>How many states were looked at.</summary>
    public int Looked { get; set; }

    public void Clear()
    {
        (Count, Edges) = (0, 0);
        recent.AsSpan().Fill(-1);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int state, int parent)
    {
        ref var seen = ref recent[state & (Remembered - 1)];
        if (seen == state)
            return;
        seen = state;
        if (Count == States.Length)
            Grow();
        States[Count] = state;
        Parents[Count] = parent;
        Count++;
    }

    private void Grow()
    {
        var (states, parents) = (States, Parents);
        Array.Resize(ref states, 2 * Count);
        Array.Resize(ref parents, 2 * Count);
        (States, Parents) = (states, parents);
    }
}
