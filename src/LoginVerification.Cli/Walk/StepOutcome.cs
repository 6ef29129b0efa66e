namespace LoginVerification.Cli;

/// <summary>What came of a step.</summary>
internal enum StepOutcome
{
    /// <summary>A command was accepted.</summary>
    Accepted,

    /// <summary>A command was refused, or would be.</summary>
    Refused,

    /// <summary>A link was followed.</summary>
    Followed,

    /// <summary>Another surface was opened.</summary>
    Opened,
}
