namespace LoginVerification.Cli;

/// <summary>A walk that came to its end.</summary>
/// <param name="Steps">What the person did, in order.</param>
/// <param name="State">Where the enrolment stands.</param>
/// <param name="DeadEnd">Why nothing led on; null when verification is enabled.</param>
internal sealed record WalkResult(IReadOnlyList<WalkStep> Steps, EnrolmentState State, string? DeadEnd);

/// <summary>One thing that the person did.</summary>
/// <param name="Screen">Where it was done.</param>
/// <param name="Action">The name of a command, <c>follow "label"</c> or <c>open surface</c>.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="State">The state of the enrolment afterwards.</param>
internal sealed record WalkStep(Screen Screen, string Action, StepOutcome Outcome, EnrolmentState State)
{
    /// <summary>What the service was asked for, when no link of the surface led there and the person opened another one.</summary>
    public EnrolmentAction? Wanted { get; init; }

    /// <summary>Why not: the answer to the command, or to what was wanted.</summary>
    public Refusal? Refusal { get; init; }

    /// <summary>For a followed link, whether it can be seen.</summary>
    public LinkKind? Link { get; init; }

    /// <summary>What reached the person: an SMS, notices.</summary>
    public IReadOnlyList<string> Messages { get; init; } = [];
}

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
