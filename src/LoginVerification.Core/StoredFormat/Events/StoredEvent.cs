using System.Diagnostics;
using System.Text.Json.Serialization;

namespace LoginVerification;

/// <summary>An event, format 1. Its <c>type</c> stays what it is here when the domain renames the event.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(StoredPhoneSubmitted), "PhoneSubmitted")]
[JsonDerivedType(typeof(StoredCodeReissued), "CodeReissued")]
[JsonDerivedType(typeof(StoredCodeMismatched), "CodeMismatched")]
[JsonDerivedType(typeof(StoredCodeMatched), "CodeMatched")]
[JsonDerivedType(typeof(StoredPhoneReplaced), "PhoneReplaced")]
[JsonDerivedType(typeof(StoredPendingCancelled), "PendingCancelled")]
[JsonDerivedType(typeof(StoredPendingLapsed), "PendingLapsed")]
[JsonDerivedType(typeof(StoredChannelEnabled), "ChannelEnabled")]
[JsonDerivedType(typeof(StoredChannelChanged), "ChannelChanged")]
[JsonDerivedType(typeof(StoredVerificationDisabled), "VerificationDisabled")]
[JsonDerivedType(typeof(StoredProtectionDropped), "ProtectionDropped")]
[JsonDerivedType(typeof(StoredPhoneRemoved), "PhoneRemoved")]
[JsonDerivedType(typeof(StoredPhoneInvalidated), "PhoneInvalidated")]
[JsonDerivedType(typeof(StoredDeliveryOptedOut), "DeliveryOptedOut")]
[JsonDerivedType(typeof(StoredDeliveryRestored), "DeliveryRestored")]
[JsonDerivedType(typeof(StoredUnlocked), "Unlocked")]
[JsonDerivedType(typeof(StoredPhoneImported), "PhoneImported")]
[JsonDerivedType(typeof(StoredNoticeUndeliverable), "NoticeUndeliverable")]
[JsonDerivedType(typeof(StoredRequestHandled), "RequestHandled")]
internal abstract record StoredEvent([property: JsonPropertyOrder(-1)] StoredOrigin Origin)
{
    [JsonPropertyName("v"), JsonPropertyOrder(-2), JsonRequired]
    public int Format { get; init; } = StoredJson.Format;

    public static StoredEvent Of(EnrolmentEvent happened)
    {
        var origin = StoredOrigin.Of(happened.Origin);
        return happened switch
        {
            PhoneSubmitted e => new StoredPhoneSubmitted(origin, StoredPhoneDetails.Of(e.Phone), StoredChallenge.Of(e.Challenge), e.LapsesAt, e.SendsCountFrom),
            CodeReissued e => new StoredCodeReissued(origin, StoredChallenge.Of(e.Challenge), e.SendsCountFrom),
            CodeMismatched e => new StoredCodeMismatched(origin, e.Challenge, e.Match, e.LockedUntil),
            CodeMatched e => new StoredCodeMatched(origin, e.Challenge),
            PhoneReplaced e => new StoredPhoneReplaced(origin, e.Challenge, e.Previous),
            PendingCancelled e => new StoredPendingCancelled(origin, e.Number),
            PendingLapsed e => new StoredPendingLapsed(origin, e.Number),
            ChannelEnabled e => new StoredChannelEnabled(origin, e.Channel),
            ChannelChanged e => new StoredChannelChanged(origin, e.From, e.To),
            VerificationDisabled e => new StoredVerificationDisabled(origin, e.Channel, e.Cause),
            ProtectionDropped e => new StoredProtectionDropped(origin, e.Channel, e.Cause),
            PhoneRemoved e => new StoredPhoneRemoved(origin, e.Number),
            PhoneInvalidated e => new StoredPhoneInvalidated(origin, e.Number, e.Reason),
            DeliveryOptedOut e => new StoredDeliveryOptedOut(origin, e.Number),
            DeliveryRestored e => new StoredDeliveryRestored(origin, e.Number),
            Unlocked e => new StoredUnlocked(origin, e.Failures),
            PhoneImported e => new StoredPhoneImported(origin, StoredPhoneDetails.Of(e.Phone), e.VerifiedAt),
            NoticeUndeliverable e => new StoredNoticeUndeliverable(origin, e.Notice),
            RequestHandled e => new StoredRequestHandled(origin, StoredHandledRequest.Of(e.Request)),
            _ => throw new UnreachableException(),
        };
    }

    public abstract EnrolmentEvent ToEvent();
}
