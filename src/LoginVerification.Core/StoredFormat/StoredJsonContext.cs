using System.Text.Json.Serialization;

namespace LoginVerification.Engine;

/// <summary>The shapes of stored documents, generated at compile time, so that they survive trimming; <see cref="StoredJson"/> completes them.</summary>
[JsonSerializable(typeof(StoredEnrolment))]
[JsonSerializable(typeof(StoredErasure))]
[JsonSerializable(typeof(StoredPhoneSubmitted))]
[JsonSerializable(typeof(StoredCodeResent))]
[JsonSerializable(typeof(StoredCodeReissued))]
[JsonSerializable(typeof(StoredCodeMismatched))]
[JsonSerializable(typeof(StoredCodeMatched))]
[JsonSerializable(typeof(StoredPhoneReplaced))]
[JsonSerializable(typeof(StoredPendingCancelled))]
[JsonSerializable(typeof(StoredPendingLapsed))]
[JsonSerializable(typeof(StoredChannelEnabled))]
[JsonSerializable(typeof(StoredChannelChanged))]
[JsonSerializable(typeof(StoredVerificationDisabled))]
[JsonSerializable(typeof(StoredProtectionDropped))]
[JsonSerializable(typeof(StoredPhoneRemoved))]
[JsonSerializable(typeof(StoredPhoneInvalidated))]
[JsonSerializable(typeof(StoredDeliveryOptedOut))]
[JsonSerializable(typeof(StoredDeliveryRestored))]
[JsonSerializable(typeof(StoredUnlocked))]
[JsonSerializable(typeof(StoredPhoneImported))]
[JsonSerializable(typeof(StoredDeliveryFailed))]
[JsonSerializable(typeof(StoredNoticeUndeliverable))]
[JsonSerializable(typeof(StoredNoticesAcknowledged))]
[JsonSerializable(typeof(StoredClockSetBack))]
[JsonSerializable(typeof(StoredRequestHandled))]
internal sealed partial class StoredJsonContext : JsonSerializerContext;
