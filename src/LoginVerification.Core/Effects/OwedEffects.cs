using NodaTime;

namespace LoginVerification.Engine;

/// <summary>What events owe the world: a code by SMS, a notice to the owner, a notice to a number that is no longer in force.</summary>
internal static class OwedEffects
{
    public static ValueList<OutboxMessage> Of(Enrolment before, ValueList<EnrolmentEvent> events, bool senderIsLive, Instant dueAt)
    {
        // A policy that drops protection silently is research into services that did: it tells nobody, of anything.
        if (events.Any(happened => happened is ProtectionDropped))
            return [];
        var messages = new List<OutboxMessage>();
        foreach (var (index, happened) in events.Index())
        {
            foreach (var effect in Of(happened))
            {
                if (effect is not OutboxEffect.NotifyPreviousNumber || MayBeTexted(before, senderIsLive))
                    messages.Add(new OutboxMessage(before.Account, before.Version + index + 1, effect, dueAt));
            }
        }

        return messages.ToValueList();
    }

    /// <summary>Whether the verified number gets messages: its holder did not opt out, and somebody can own it if real phones ring.</summary>
    private static bool MayBeTexted(Enrolment before, bool senderIsLive) =>
        before.Phone is { Details: var phone } && before.OptedOutAt(phone.Number) is null && !(phone.IsReserved && senderIsLive);

    /// <summary>What the owner is told of an event, or null for nothing.</summary>
    public static NoticeKind? NoticeOf(EnrolmentEvent happened) => happened switch
    {
        CodeMatched or PhoneImported => NoticeKind.PhoneVerified,
        PhoneReplaced => NoticeKind.PhoneReplaced,
        PhoneRemoved => NoticeKind.PhoneRemoved,
        PhoneInvalidated => NoticeKind.PhoneInvalidated,
        ChannelEnabled => NoticeKind.VerificationEnabled,
        ChannelChanged => NoticeKind.ChannelChanged,
        VerificationDisabled => NoticeKind.VerificationDisabled,
        DeliveryOptedOut => NoticeKind.DeliveryOptedOut,
        _ => null,
    };

    private static OutboxEffect[] Of(EnrolmentEvent happened) => happened switch
    {
        PhoneSubmitted or CodeResent or CodeReissued => [OutboxEffect.SendCode],
        PhoneReplaced => [OutboxEffect.NotifyOwner, OutboxEffect.NotifyPreviousNumber],
        _ => NoticeOf(happened) is null ? [] : [OutboxEffect.NotifyOwner],
    };
}
