namespace LoginVerification.Exploration;

internal sealed class TriesBounded() : LifecycleProperty(
    nameof(TriesBounded), "no more wrong codes than the limit are tried, and at the limit the code is dead", "the limit of wrong codes is reached")
{
    public override Observations At(Enrolment enrolment, PolicyDocument rules) =>
        Seen(IsAtLimit(enrolment, rules), violated: enrolment.Pending?.Challenge.WrongTries > rules.Code.WrongTries);

    public override Observations On(in Transition asked) => Seen(
        trigger: false,
        violated: IsAtLimit(asked.Before, asked.Rules) && asked.Decision is { } decision
            && decision.Events.Any(happened => happened is CodeMatched or PhoneReplaced or CodeMismatched));

    private static bool IsAtLimit(Enrolment enrolment, PolicyDocument rules) => enrolment.Pending?.Challenge.WrongTries >= rules.Code.WrongTries;
}
