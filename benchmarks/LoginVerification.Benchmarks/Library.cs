namespace LoginVerification.Benchmarks;

/// <summary>A command from the loaded snapshot to the one that is saved: decided, and its events applied.</summary>
internal static class Library
{
    public static Enrolment DecideAndEvolve(Enrolment enrolment, EnrolmentCommand command, Facts facts, EnrolmentPolicy policy)
    {
        foreach (var happened in Decider.Decide(enrolment, command, facts, policy).Events)
            enrolment = Evolution.Apply(enrolment, happened);
        return enrolment;
    }
}
