namespace LoginVerification.Exploration;

internal sealed class FailureBudgetNeverResets() : LifecycleProperty(
    nameof(FailureBudgetNeverResets), "failures are forgiven only by a match for that very number, or by Unlock", "a failure")
{
    public override Observations At(Enrolment enrolment, PolicyDocument rules) => Seen(enrolment.FailureCount > 0, violated: false);

    public override Observations On(in Transition asked)
    {
        if (asked.Before.Failures.Count == 0 || asked.Input.Command is Unlock)
            return Observations.None;
        foreach (var failure in asked.Before.Failures)
        {
            if (CountOf(asked.After, failure.Number) < failure.Count && !IsMatched(asked, failure.Number))
                return Observations.Violation;
        }

        return Observations.None;
    }

    private static int CountOf(Enrolment enrolment, PhoneNumber number)
    {
        foreach (var failure in enrolment.Failures)
        {
            if (failure.Number == number)
                return failure.Count;
        }

        return 0;
    }

    private static bool IsMatched(in Transition asked, PhoneNumber number) =>
        asked.Decision!.Events is [CodeMatched or PhoneReplaced] && asked.Before.Pending?.Details.Number == number;
}
