namespace LoginVerification.Exploration;

internal sealed class FailureBudgetNeverResets() : LifecycleProperty(
    nameof(FailureBudgetNeverResets), "failures are forgiven only by a match for that very number, or by Unlock", "a failure")
{
    public override Sightings At(Enrolment enrolment, PolicyDocument rules) => Seen(enrolment.FailureCount > 0, violated: false);

    public override Sightings On(in Question asked)
    {
        if (asked.Before.Failures.Count == 0 || asked.Input.Command is Unlock)
            return Sightings.None;
        foreach (var failure in asked.Before.Failures)
        {
            var matched = Verifying.Happens(asked) && asked.After.Phone!.Details.Number == failure.Number;
            var after = asked.After.Failures.FirstOrDefault(left => left.Number == failure.Number)?.Count ?? 0;
            if (after < failure.Count && !matched && !(asked.Has<CodeMatched>() && asked.Before.Pending!.Details.Number == failure.Number))
                return Sightings.Violation;
        }

        return Sightings.None;
    }
}
