namespace LoginVerification.Exploration;

/// <summary>What an observer sees in one shape or one transition.</summary>
[Flags]
internal enum Observations
{
    None = 0,

    /// <summary>What the observer waits for occurred.</summary>
    Trigger = 1,

    /// <summary>The other half of it occurred.</summary>
    OtherTrigger = 2,

    /// <summary>Something that must not be.</summary>
    Violation = 4,
}
