using LoginVerification.Exploration;

namespace LoginVerification.Cli;

/// <summary>A walk that came to its end.</summary>
/// <param name="Steps">What the person did, in order.</param>
/// <param name="State">Where the enrolment stands.</param>
/// <param name="DeadEnd">Why nothing led on; null when verification is enabled.</param>
internal sealed record WalkResult(IReadOnlyList<WalkStep> Steps, EnrolmentState State, string? DeadEnd)
{
    /// <summary>The sign-in that followed, or null where none was asked for, or nobody came so far.</summary>
    public SignInResult? SignIn { get; init; }
}

/// <summary>A sign-in that came to its end.</summary>
/// <param name="Method">With what the person wanted to sign in.</param>
/// <param name="Steps">What the person did, in order.</param>
/// <param name="DeadEnd">Why they were not let in; null where they were.</param>
internal sealed record SignInResult(SignInMethod Method, IReadOnlyList<WalkStep> Steps, string? DeadEnd);

/// <summary>One thing that the person did.</summary>
/// <param name="Step">Where, and what.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="ShowsWaysOut">Whether the screen itself shows the ways out of a refusal.</param>
internal sealed record WalkStep(Step Step, StepOutcome Outcome, bool ShowsWaysOut)
{
    /// <summary>What the service was asked for, when no link of the surface led there and the person opened another one.</summary>
    public EnrolmentAction? Wanted { get; init; }

    /// <summary>Why not: the answer to the command, or to what was wanted.</summary>
    public Refusal? Refusal { get; init; }

    /// <summary>Where the sign-in stands after it; null for a step of the enrolment.</summary>
    public SignInState? SignIn { get; init; }

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
