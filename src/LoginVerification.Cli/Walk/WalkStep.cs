namespace LoginVerification.Cli;

/// <summary>One thing that the person did.</summary>
/// <param name="Place">Where it was done.</param>
/// <param name="Action">The name of a command, <c>follow "label"</c> or <c>open surface</c>.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="State">The state of the enrolment afterwards.</param>
internal sealed record WalkStep(Place Place, string Action, StepOutcome Outcome, EnrolmentState State)
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
