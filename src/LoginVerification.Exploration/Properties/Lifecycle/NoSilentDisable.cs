namespace LoginVerification.Exploration;

internal sealed class NoSilentDisable() : LifecycleProperty(
    nameof(NoSilentDisable), "protection ends by VerificationDisabled alone, with its true initiator and a notice to the owner", "protection ends")
{
    public override Sightings On(in Question asked)
    {
        var ends = asked.Before.State is EnrolmentState.VerificationEnabled && asked.After.State is not EnrolmentState.VerificationEnabled;
        return Seen(ends, violated: ends && !IsTold(asked));
    }

    private static bool IsTold(in Question asked)
    {
        var by = asked.Input.Facts!.Origin.By;
        return asked.Decision!.Events.Any(happened => happened is VerificationDisabled && happened.Origin.By == by)
            && OwedEffects.Of(asked.Before, asked.Decision.Events, senderIsLive: true, ShapeSpace.Now).Any(owed => owed.Effect is OutboxEffect.NotifyOwner);
    }
}
