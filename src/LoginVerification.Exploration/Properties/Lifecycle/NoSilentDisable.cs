namespace LoginVerification.Exploration;

internal sealed class NoSilentDisable() : LifecycleProperty(
    nameof(NoSilentDisable), "protection ends by VerificationDisabled alone, with its true initiator and a notice to the owner", "protection ends")
{
    public override Observations On(in Transition transition)
    {
        var ends = transition.Before.State is EnrolmentState.VerificationEnabled && transition.After.State is not EnrolmentState.VerificationEnabled;
        return Seen(ends, violated: ends && !IsTold(transition));
    }

    /// <summary>Whether some event is the end of protection by who asked for it, and the owner is owed a notice of that very event.</summary>
    private static bool IsTold(in Transition transition)
    {
        var (before, by) = (transition.Before, transition.Input.Facts!.Origin.By);
        var owed = OwedEffects.Of(before, transition.Decision.Events);
        return transition.Decision.Events.Index().Any(happened =>
            happened.Item is VerificationDisabled && happened.Item.Origin.By == by
            && owed.Any(owing => owing.Effect is OutboxEffect.NotifyOwner && owing.EventVersion == before.Version + happened.Index + 1));
    }
}
