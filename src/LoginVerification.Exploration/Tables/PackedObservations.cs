namespace LoginVerification.Exploration;

/// <summary>What all observers of a table see in one shape or one transition, in one word: three bits each, in the order of <see cref="TableObservers"/>.</summary>
internal readonly record struct PackedObservations
{
    /// <summary>As many observers as fit.</summary>
    public const int MostObservers = 64 / BitsEach;

    private const int BitsEach = 3;
    private const ulong One = (1UL << BitsEach) - 1;
    private static readonly ulong AllViolations = Enumerable.Range(0, MostObservers).Aggregate(0UL, (all, observer) => all | Of(observer, Observations.Violation).bits);

    private readonly ulong bits;

    private PackedObservations(ulong bits) => this.bits = bits;

    public bool IsEmpty => bits == 0;

    /// <summary>What one observer sees, by its number.</summary>
    public Observations this[int observer] => (Observations)(bits >> (observer * BitsEach) & One);

    /// <summary>What must not be, without what only had to be seen.</summary>
    public PackedObservations OnlyViolations() => new(bits & AllViolations);

    public static PackedObservations Of(int observer, Observations seen) => new((ulong)seen << (observer * BitsEach));

    public static PackedObservations operator |(PackedObservations left, PackedObservations right) => new(left.bits | right.bits);
}
