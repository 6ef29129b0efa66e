namespace LoginVerification.Exploration;

internal sealed class NoVerifyWithoutLiveCode() : LifecycleProperty(
    nameof(NoVerifyWithoutLiveCode),
    "a number becomes verified only by a code that is in time and has tries left, while nothing is locked",
    "a number becomes verified, and the right code is refused once it is dead")
{
    protected override Sightings Triggers => Sightings.Trigger | Sightings.OtherTrigger;

    public override Sightings On(in Question asked)
    {
        var verifies = Verifying.Happens(asked);
        return Seen(verifies, violated: verifies && !IsLive(asked));
    }

    public override Sightings OnRefusal(in Question asked) =>
        asked.Input is { Against: null, Command: ConfirmCode } && asked.Decision!.Refusal!.Code is RefusalCode.CodeExpired or RefusalCode.CodeExhausted
            ? Sightings.OtherTrigger
            : Sightings.None;

    private static bool IsLive(in Question asked) =>
        asked.Before.Pending is { Challenge: var code }
        && code.IssuedAt <= ShapeSpace.Now && ShapeSpace.Now < code.ExpiresAt
        && code.WrongTries < asked.Rules.Code.WrongTries
        && !(asked.Before.LockedUntil > ShapeSpace.Now)
        && asked.Before.FailureCount < asked.Rules.Lock.FinalFailures;
}
