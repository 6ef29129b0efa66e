namespace LoginVerification.Exploration;

/// <summary>A set of states of a graph. Classes that are alike share their bits. Immutable and thread-safe, once it is filled.</summary>
/// <param name="codec">How the states are numbered.</param>
/// <param name="ofClass">The states of each class.</param>
internal sealed class StateSet(StateCodec codec, IReadOnlyList<StateBits> ofClass)
{
    private readonly StateBits[] ofClass = [.. ofClass];

    public bool Contains(StateId state)
    {
        var @class = codec.ClassOf(state);
        return ofClass[@class.Index].Contains(codec.WithinClass(state, @class));
    }

    /// <summary>The states of one class.</summary>
    public StateBits Of(ClassId number) => ofClass[number.Index];
}
