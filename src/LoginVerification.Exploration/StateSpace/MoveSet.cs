using System.Numerics;

namespace LoginVerification.Exploration;

/// <summary>A set of a model's inputs: one bit for each <see cref="Move"/> of kind <see cref="MoveKind.Input"/>.</summary>
internal readonly record struct MoveSet
{
    /// <summary>As many inputs as fit.</summary>
    public const int MostInputs = 64;

    private readonly ulong bits;

    private MoveSet(ulong bits) => this.bits = bits;

    public static MoveSet All { get; } = new(ulong.MaxValue);

    public bool IsEmpty => bits == 0;

    /// <summary>The first of them; there has to be one.</summary>
    public Move First => new(MoveKind.Input, BitOperations.TrailingZeroCount(bits));

    /// <summary>All but the first.</summary>
    public MoveSet WithoutFirst => new(bits & unchecked(bits - 1));

    /// <summary>The inputs of a model, by their place, for which something holds.</summary>
    public static MoveSet Where(int inputs, Func<int, bool> holds)
    {
        var bits = 0UL;
        for (var input = 0; input < inputs; input++)
            bits |= holds(input) ? 1UL << input : 0;
        return new MoveSet(bits);
    }

    public bool Contains(Move move) => move.Kind is MoveKind.Input && (bits >> move.Index & 1) != 0;

    public static MoveSet operator &(MoveSet left, MoveSet right) => new(left.bits & right.bits);

    /// <summary>Those that are not in another set.</summary>
    public MoveSet Except(MoveSet other) => new(bits & ~other.bits);

    public static MoveSet operator |(MoveSet left, MoveSet right) => new(left.bits | right.bits);
}
