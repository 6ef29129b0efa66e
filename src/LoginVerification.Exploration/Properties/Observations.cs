namespace LoginVerification.Exploration;

/// <summary>What a property sees in one state or one step.</summary>
[Flags]
internal enum Observations
{
    None = 0,

    /// <summary>What the property speaks of occurred.</summary>
    Trigger = 1,

    /// <summary>The other half of it occurred.</summary>
    OtherTrigger = 2,

    /// <summary>It does not hold here.</summary>
    Violation = 4,
}
