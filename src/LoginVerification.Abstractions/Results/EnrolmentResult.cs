namespace LoginVerification;

/// <summary>The answer to a command. Immutable; compares by value.</summary>
/// <param name="Enrolment">The enrolment after the command; unchanged by a refusal, but for a wrong code that was counted.</param>
/// <param name="Refusal">Why not, or null for yes.</param>
public sealed record EnrolmentResult(Enrolment Enrolment, Refusal? Refusal);
