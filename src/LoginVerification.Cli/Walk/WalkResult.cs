namespace LoginVerification.Cli;

/// <summary>A walk that came to its end.</summary>
/// <param name="Steps">What the person did, in order.</param>
/// <param name="State">Where the enrolment stands.</param>
/// <param name="DeadEnd">Why nothing led on; null when verification is enabled.</param>
internal sealed record WalkResult(IReadOnlyList<WalkStep> Steps, EnrolmentState State, string? DeadEnd);
