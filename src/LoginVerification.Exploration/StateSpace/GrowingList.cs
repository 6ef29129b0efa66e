using System.Runtime.CompilerServices;

namespace LoginVerification.Exploration;

/// <summary>A list of millions that grows block by block, so that nothing is ever copied and little of it is empty.</summary>
internal sealed class GrowingList
{
    /// <summary>How many items a block has.</summary>
    public const int Block = 1 << BlockBits;

    private const int BlockBits = 14;

    private readonly List<int[]> blocks = [];

    public int Count { get; private set; }

    public int this[int index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => blocks[index >> BlockBits][index & (Block - 1)];
    }

    /// <summary>The items of a block, as many as there are.</summary>
    public ReadOnlySpan<int> ItemsOf(int block) => blocks[block].AsSpan(0, Math.Min(Block, Count - (block << BlockBits)));

    public void Add(int item)
    {
        if ((Count & (Block - 1)) == 0)
            blocks.Add(new int[Block]);
        blocks[^1][Count & (Block - 1)] = item;
        Count++;
    }
}
