namespace LoginVerification.Exploration;

internal sealed class TriesBounded() : LifecycleProperty(
    nameof(TriesBounded), "wrong codes have a limit, no more than that are tried, and then the code is dead", "the limit of wrong codes is reached")
{
    public override Observations At(Enrolment enrolment, EnrolmentLimits limits) =>
        Seen(IsAtLimit(enrolment, limits), violated: enrolment.Pending?.Challenge.WrongTries > limits.Code.WrongTries);

    public override Observations On(in Transition transition) => Seen(
        trigger: false,
        violated: IsAtLimit(transition.Before, transition.Limits)
            ? transition.Decision.Events.Any(happened => happened is CodeMatched or PhoneReplaced or CodeMismatched)
            : transition.Limits.Code.WrongTries == PolicyLimits.Unlimited && transition.Decision.Events.Any(happened => happened is CodeMismatched));

    private static bool IsAtLimit(Enrolment enrolment, EnrolmentLimits limits) => enrolment.Pending?.Challenge.WrongTries >= limits.Code.WrongTries;
}
