namespace LoginVerification.Exploration;

/// <summary>What comes of an input in a shape. Tables have millions of them, so that it is packed.</summary>
internal readonly record struct Cell
{
    private static readonly ulong Sending = Bit(LifecycleTrigger.PhoneSubmitted) | Bit(LifecycleTrigger.CodeReissued) | Bit(LifecycleTrigger.CodeResent);

    // One more than the index, and 0 for null, so that the empty cell is all zeroes.
    private readonly int next;
    private readonly short refusal;

    public Cell(ShapeId? next, ulong events, PackedObservations observations, RefusalCode? refusal)
    {
        this.next = next is { } shape ? shape.Index + 1 : 0;
        this.refusal = refusal is { } code ? (short)((int)code + 1) : (short)0;
        Events = events;
        Observations = observations;
    }

    /// <summary>Where nothing is to be asked.</summary>
    public static Cell Empty => default;

    /// <summary>The shape after it, or null where nothing happens.</summary>
    public ShapeId? Next => Happens ? new ShapeId(next - 1) : null;

    /// <summary>Why not, or null; a "no" that counts has both.</summary>
    public RefusalCode? Refusal => refusal == 0 ? null : (RefusalCode)(refusal - 1);

    /// <summary>One bit for each kind of event.</summary>
    public ulong Events { get; }

    /// <summary>What the observers of the table see in it.</summary>
    public PackedObservations Observations { get; private init; }

    public bool Happens => next != 0;

    /// <summary>Whether what happens is just what happens in favourable circumstances, so that it is no step of its own.</summary>
    public bool IsSameStep { get; init; }

    /// <summary>Whether it is a step of its own, by which something happens.</summary>
    public bool IsStep => Happens && !IsSameStep;

    public bool SendsCode => (Events & Sending) != 0;

    /// <summary>Whether it is the code that was sent before, which works as soon as either SMS is there.</summary>
    public bool SendsSameCode => (Events & Bit(LifecycleTrigger.CodeResent)) != 0;

    /// <summary>The kinds of event.</summary>
    public IEnumerable<LifecycleTrigger> Triggers
    {
        get
        {
            var events = Events;
            return Enum.GetValues<LifecycleTrigger>().Where(trigger => (events & Bit(trigger)) != 0);
        }
    }

    /// <summary>
    /// What tells a cell from another: what comes of it, and what must not. A decider that ignores a fact shows by that alone, for what only
    /// has to be seen is in the fact and not in the answer.
    /// </summary>
    public Cell ToAnswer() => this with { Observations = Observations.OnlyViolations(), IsSameStep = false };

    public static ulong Bit(LifecycleTrigger trigger) => 1UL << (int)trigger;
}
