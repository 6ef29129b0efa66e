namespace LoginVerification.Exploration;

/// <summary>Time that passes until one timer is over.</summary>
internal readonly record struct Passing(Timer Timer, Slot Slot)
{
    /// <summary>Every timer of every number, in a fixed order.</summary>
    public static IReadOnlyList<Passing> All { get; } =
    [
        new(Timer.ResendWait, Slot.First), new(Timer.ResendWait, Slot.Second),
        new(Timer.CodeLife, Slot.First), new(Timer.CodeLife, Slot.Second),
        new(Timer.Lock, Slot.First),
        new(Timer.SendWindow, Slot.First), new(Timer.SendWindow, Slot.Second),
        new(Timer.CoolDown, Slot.First),
    ];
}

/// <summary>What time ends without anybody's doing.</summary>
internal enum Timer
{
    /// <summary>The wait before the next code to a number.</summary>
    ResendWait,

    /// <summary>The life of the pending code.</summary>
    CodeLife,

    /// <summary>A lock.</summary>
    Lock,

    /// <summary>The window in which the oldest send to a number counts.</summary>
    SendWindow,

    /// <summary>The time after a removal in which no number is taken.</summary>
    CoolDown,
}
