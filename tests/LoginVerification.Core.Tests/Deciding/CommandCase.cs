namespace LoginVerification.Tests;

/// <summary>A command with the facts that go with it, and what has to be different in the snapshot.</summary>
internal sealed record CommandCase(EnrolmentCommand Command, Facts Facts)
{
    public Func<Enrolment, Enrolment> Twist { get; init; } = enrolment => enrolment;

    public Decision DecideFor(Enrolment enrolment) => Decider.Decide(Twist(enrolment), Command, Facts, TestPolicies.Default);
}
