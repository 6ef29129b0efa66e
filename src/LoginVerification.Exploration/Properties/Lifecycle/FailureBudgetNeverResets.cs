namespace LoginVerification.Exploration;

internal sealed class FailureBudgetNeverResets() : LifecycleProperty(
    nameof(FailureBudgetNeverResets), "failures are forgiven only by a match for that very number, or by Unlock", "a failure")
{
    public override Observations At(Enrolment enrolment, EnrolmentLimits limits) => Seen(enrolment.Failures.Count > 0, violated: false);

    public override Observations On(in Transition transition)
    {
        if (transition.Before.Failures.Count == 0 || transition.Input.Command is Unlock)
            return Observations.None;
        foreach (var failure in transition.Before.Failures)
        {
            if (CountOf(transition.After, failure) < failure.Count && !IsMatched(transition, failure))
                return Observations.Violation;
        }

        return Observations.None;
    }

    private static int CountOf(Enrolment enrolment, WrongCodes before)
    {
        foreach (var failure in enrolment.Failures)
        {
            if (failure.Purpose == before.Purpose && failure.Number == before.Number)
                return failure.Count;
        }

        return 0;
    }

    private static bool IsMatched(in Transition transition, WrongCodes failure) =>
        transition.Decision.Events is [CodeMatched or PhoneReplaced]
        && transition.Before.Pending?.Challenge is { } challenge && challenge.Number == failure.Number && challenge.Purpose == failure.Purpose;
}
