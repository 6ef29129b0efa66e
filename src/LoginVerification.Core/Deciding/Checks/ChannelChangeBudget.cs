using NodaTime;

namespace LoginVerification.Engine;

/// <summary>How often the channel may be enabled or changed, because each time the owner gets a notice. Turning it off is never limited.</summary>
internal static class ChannelChangeBudget
{
    public static Refusal? Check(in Situation situation)
    {
        var changes = situation.Enrolment.ChannelChanges;
        var rules = situation.Limits.ChannelChanges;
        var countFrom = CountFrom(situation);
        var counted = 0;
        foreach (var at in changes)
            counted += at > countFrom ? 1 : 0;
        // The list is in the order of time: when this one leaves the window, one less than the most is left.
        return counted < rules.Most ? null
            : new Refusal(RefusalCode.ChangedTooOften, Sources.ChannelChangesMost) { RetryAt = changes[changes.Count - rules.Most] + rules.Window };
    }

    /// <summary>Changes up to this instant are out of the window.</summary>
    public static Instant CountFrom(in Situation situation) => situation.Facts.Now - situation.Limits.ChannelChanges.Window;
}
