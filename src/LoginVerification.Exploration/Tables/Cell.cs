namespace LoginVerification.Exploration;

/// <summary>What comes of an input in a shape.</summary>
/// <param name="Next">The index of the shape after it, or <see cref="None"/> where nothing happens.</param>
/// <param name="Events">One bit for each kind of event.</param>
/// <param name="Observations">What the lifecycle's properties see in it: see <see cref="PackedObservations"/>.</param>
/// <param name="Refusal">Why not, or null; a "no" that counts has both.</param>
internal readonly record struct Cell(int Next, uint Events, ulong Observations, RefusalCode? Refusal)
{
    public const int None = -1;

    private static readonly uint Sending = Bit(LifecycleTrigger.PhoneSubmitted) | Bit(LifecycleTrigger.CodeReissued);

    /// <summary>Where nothing is to be asked.</summary>
    public static Cell Empty { get; } = new(None, 0, 0, null);

    public bool Happens => Next != None;

    public bool SendsCode => (Events & Sending) != 0;

    public static uint Bit(LifecycleTrigger trigger) => 1u << (int)trigger;
}
