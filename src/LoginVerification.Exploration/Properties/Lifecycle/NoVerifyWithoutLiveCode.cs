namespace LoginVerification.Exploration;

internal sealed class NoVerifyWithoutLiveCode() : LifecycleProperty(
    nameof(NoVerifyWithoutLiveCode),
    "a number becomes verified only by a code that is in time and has tries left, while nothing is locked",
    "a number becomes verified, and the right code is refused once it is dead")
{
    protected override Observations Triggers => Observations.Trigger | Observations.OtherTrigger;

    public override Observations On(in Transition asked)
    {
        var verifies = Verifying.Happens(asked);
        return Seen(verifies, violated: verifies && !IsLive(asked));
    }

    public override Observations OnRefusal(in Transition asked) =>
        asked.Input is { Adverse: null, Command: ConfirmCode } && asked.Decision!.Refusal!.Code is RefusalCode.CodeExpired or RefusalCode.CodeExhausted
            ? Observations.OtherTrigger
            : Observations.None;

    private static bool IsLive(in Transition asked) =>
        asked.Before.Pending is { Challenge: var code }
        && code.IssuedAt <= ShapeSpace.Now && ShapeSpace.Now < code.ExpiresAt
        && code.WrongTries < asked.Rules.Code.WrongTries
        && !(asked.Before.LockedUntil > ShapeSpace.Now)
        && asked.Before.FailureCount < asked.Rules.Lock.FinalFailures;
}
