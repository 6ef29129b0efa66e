namespace LoginVerification.Exploration;

internal sealed class NoVerifyWithoutLiveCode() : LifecycleProperty(
    nameof(NoVerifyWithoutLiveCode),
    "a number becomes verified only by a code that is in time and has tries left, while nothing is locked",
    "a number becomes verified, and the right code is refused once it is dead")
{
    protected override Observations Triggers => Observations.Trigger | Observations.OtherTrigger;

    public override Observations On(in Transition transition)
    {
        var verifies = Verifying.Happens(transition);
        return Seen(verifies, violated: verifies && !IsLive(transition));
    }

    public override Observations OnRefusal(in Transition transition) =>
        transition.Input is { Adverse: null, Command: ConfirmCode } && transition.Decision.Refusal!.Code is RefusalCode.CodeExpired or RefusalCode.CodeExhausted
            ? Observations.OtherTrigger
            : Observations.None;

    private static bool IsLive(in Transition transition) =>
        transition.Before.Pending is { Challenge: var code }
        && code.IssuedAt <= ShapeSpace.Now && ShapeSpace.Now < code.ExpiresAt
        && code.WrongTries < transition.Limits.Code.WrongTries
        && !(transition.Before.LockedUntil(CodePurpose.Enrol) > ShapeSpace.Now)
        && transition.Before.FailureCount(CodePurpose.Enrol) < transition.Limits.Lock.FinalFailures;
}
