using System.Diagnostics;
using System.Text.Json.Serialization;
using NodaTime;

namespace LoginVerification.Engine;

/// <summary>An event.</summary>
internal abstract record StoredEvent([property: JsonPropertyOrder(-2)] StoredOrigin Origin) : StoredDocument<EnrolmentEvent>
{
    [JsonPropertyOrder(-1), JsonRequired]
    public EnrolmentId? Begins { get; init; }

    /// <summary>The digest of the snapshot after the save whose last event this is; null on the events before it.</summary>
    [JsonPropertyOrder(1), JsonRequired]
    public string? SnapshotDigest { get; init; }

    public static StoredEvent Of(EnrolmentEvent happened)
    {
        var origin = StoredOrigin.Of(happened.Origin);
        StoredEvent stored = happened switch
        {
            PhoneSubmitted e => new StoredPhoneSubmitted(origin, StoredPhoneDetails.Of(e.Phone), StoredChallenge.Of(e.Challenge), e.LapsesAt, e.SendsCountFrom),
            CodeResent e => new StoredCodeResent(origin, e.Challenge, e.SendsCountFrom),
            CodeReissued e => new StoredCodeReissued(origin, StoredChallenge.Of(e.Challenge), e.SendsCountFrom),
            CodeMismatched e => new StoredCodeMismatched(origin, e.Challenge, e.Purpose, e.Match, e.LockedUntil),
            CodeMatched e => new StoredCodeMatched(origin, e.Challenge),
            PhoneReplaced e => new StoredPhoneReplaced(origin, e.Challenge, e.Previous),
            PendingCancelled e => new StoredPendingCancelled(origin, e.Number),
            PendingLapsed e => new StoredPendingLapsed(origin, e.Number),
            ChannelEnabled e => new StoredChannelEnabled(origin, e.Channel, e.ChangesCountFrom),
            ChannelChanged e => new StoredChannelChanged(origin, e.From, e.To, e.ChangesCountFrom),
            VerificationDisabled e => new StoredVerificationDisabled(origin, e.Channel, e.Cause),
            ProtectionDropped e => new StoredProtectionDropped(origin, e.Channel, e.Cause),
            PhoneRemoved e => new StoredPhoneRemoved(origin, e.Number),
            PhoneInvalidated e => new StoredPhoneInvalidated(origin, e.Number, e.Reason),
            DeliveryOptedOut e => new StoredDeliveryOptedOut(origin, e.Number),
            DeliveryRestored e => new StoredDeliveryRestored(origin, e.Number),
            Unlocked e => new StoredUnlocked(origin, e.Failures),
            PhoneImported e => new StoredPhoneImported(origin, StoredPhoneDetails.Of(e.Phone), e.VerifiedAt),
            DeliveryFailed e => new StoredDeliveryFailed(origin, e.Challenge, e.Reason),
            NoticeUndeliverable e => new StoredNoticeUndeliverable(origin, e.Notice),
            NoticesAcknowledged e => new StoredNoticesAcknowledged(origin, e.UpTo),
            ClockSetBack e => new StoredClockSetBack(origin, e.From),
            SignInBegun e => new StoredSignInBegun(origin, StoredSignIn.Of(e.SignIn)!, e.SendsCountFrom),
            SignInResent e => new StoredSignInResent(origin, e.Challenge, e.Channel, e.SendsCountFrom),
            SignInMismatched e => new StoredSignInMismatched(origin, e.Challenge, e.LockedUntil, e.IsFirstLock),
            SignInExhausted e => new StoredSignInExhausted(origin, e.Challenge),
            SignInConfirmed e => new StoredSignInConfirmed(origin, e.Challenge, e.Device),
            SignInApproved e => new StoredSignInApproved(origin, e.Challenge),
            SignInDenied e => new StoredSignInDenied(origin, e.Challenge, e.Device),
            SignInExpired e => new StoredSignInExpired(origin, e.Challenge),
            BackupCodesIssued e => new StoredBackupCodesIssued(origin, StoredBackupCodeSet.Of(e.Codes)!),
            BackupCodeUsed e => new StoredBackupCodeUsed(origin, e.Number),
            BackupCodeMismatched e => new StoredBackupCodeMismatched(origin, e.LockedUntil, e.IsFirstLock),
            DeviceBound e => new StoredDeviceBound(origin, StoredDevice.Of(e.Device)),
            DeviceRenamed e => new StoredDeviceRenamed(origin, e.Device, e.Name),
            DeviceAddressChanged e => new StoredDeviceAddressChanged(origin, e.Device, e.Address),
            DeviceRemoved e => new StoredDeviceRemoved(origin, e.Device),
            RequestHandled e => new StoredRequestHandled(origin, StoredHandledRequest.Of(e.Request)),
            _ => throw new UnreachableException(),
        };
        return stored with { Begins = happened.Begins };
    }

    public sealed override EnrolmentEvent ToDomain() => ToBareEvent() with { Begins = Begins };

    protected abstract EnrolmentEvent ToBareEvent();
}

/// <summary>A number was submitted.</summary>
internal sealed record StoredPhoneSubmitted(
    StoredOrigin Origin,
    StoredPhoneDetails Phone,
    StoredChallenge Challenge,
    Instant LapsesAt,
    Instant SendsCountFrom) : StoredEvent(Origin)
{
    protected override EnrolmentEvent ToBareEvent() => new PhoneSubmitted(Phone.ToDetails(), Challenge.ToChallenge(), LapsesAt, SendsCountFrom) { Origin = Origin.ToOrigin() };
}

/// <summary>The code that is alive was sent again.</summary>
internal sealed record StoredCodeResent(StoredOrigin Origin, ChallengeId Challenge, Instant SendsCountFrom) : StoredEvent(Origin)
{
    protected override EnrolmentEvent ToBareEvent() => new CodeResent(Challenge, SendsCountFrom) { Origin = Origin.ToOrigin() };
}

/// <summary>A new code was issued.</summary>
internal sealed record StoredCodeReissued(StoredOrigin Origin, StoredChallenge Challenge, Instant SendsCountFrom) : StoredEvent(Origin)
{
    protected override EnrolmentEvent ToBareEvent() => new CodeReissued(Challenge.ToChallenge(), SendsCountFrom) { Origin = Origin.ToOrigin() };
}

/// <summary>A wrong code was given.</summary>
internal sealed record StoredCodeMismatched(StoredOrigin Origin, ChallengeId Challenge, CodePurpose Purpose, CodeMatch Match, Instant? LockedUntil) : StoredEvent(Origin)
{
    protected override EnrolmentEvent ToBareEvent() => new CodeMismatched(Challenge, Purpose, Match, LockedUntil) { Origin = Origin.ToOrigin() };
}

/// <summary>The right code was given.</summary>
internal sealed record StoredCodeMatched(StoredOrigin Origin, ChallengeId Challenge) : StoredEvent(Origin)
{
    protected override EnrolmentEvent ToBareEvent() => new CodeMatched(Challenge) { Origin = Origin.ToOrigin() };
}

/// <summary>Another number took the place of the verified one.</summary>
internal sealed record StoredPhoneReplaced(StoredOrigin Origin, ChallengeId Challenge, PhoneNumber Previous) : StoredEvent(Origin)
{
    protected override EnrolmentEvent ToBareEvent() => new PhoneReplaced(Challenge, Previous) { Origin = Origin.ToOrigin() };
}

/// <summary>The pending number was given up.</summary>
internal sealed record StoredPendingCancelled(StoredOrigin Origin, PhoneNumber Number) : StoredEvent(Origin)
{
    protected override EnrolmentEvent ToBareEvent() => new PendingCancelled(Number) { Origin = Origin.ToOrigin() };
}

/// <summary>The pending number was not confirmed in time.</summary>
internal sealed record StoredPendingLapsed(StoredOrigin Origin, PhoneNumber Number) : StoredEvent(Origin)
{
    protected override EnrolmentEvent ToBareEvent() => new PendingLapsed(Number) { Origin = Origin.ToOrigin() };
}

/// <summary>Log-in verification was turned on.</summary>
internal sealed record StoredChannelEnabled(StoredOrigin Origin, VerificationChannel Channel, Instant ChangesCountFrom) : StoredEvent(Origin)
{
    protected override EnrolmentEvent ToBareEvent() => new ChannelEnabled(Channel, ChangesCountFrom) { Origin = Origin.ToOrigin() };
}

/// <summary>Log-in verification moved to another channel.</summary>
internal sealed record StoredChannelChanged(StoredOrigin Origin, VerificationChannel From, VerificationChannel To, Instant ChangesCountFrom) : StoredEvent(Origin)
{
    protected override EnrolmentEvent ToBareEvent() => new ChannelChanged(From, To, ChangesCountFrom) { Origin = Origin.ToOrigin() };
}

/// <summary>Log-in verification was turned off.</summary>
internal sealed record StoredVerificationDisabled(StoredOrigin Origin, VerificationChannel Channel, DisableCause Cause) : StoredEvent(Origin)
{
    protected override EnrolmentEvent ToBareEvent() => new VerificationDisabled(Channel, Cause) { Origin = Origin.ToOrigin() };
}

/// <summary>Log-in verification ended as a side effect.</summary>
internal sealed record StoredProtectionDropped(StoredOrigin Origin, VerificationChannel Channel, DisableCause Cause) : StoredEvent(Origin)
{
    protected override EnrolmentEvent ToBareEvent() => new ProtectionDropped(Channel, Cause) { Origin = Origin.ToOrigin() };
}

/// <summary>The verified number was forgotten.</summary>
internal sealed record StoredPhoneRemoved(StoredOrigin Origin, PhoneNumber Number) : StoredEvent(Origin)
{
    protected override EnrolmentEvent ToBareEvent() => new PhoneRemoved(Number) { Origin = Origin.ToOrigin() };
}

/// <summary>The verified number was reported to have changed hands.</summary>
internal sealed record StoredPhoneInvalidated(StoredOrigin Origin, PhoneNumber Number, InvalidationReason Reason) : StoredEvent(Origin)
{
    protected override EnrolmentEvent ToBareEvent() => new PhoneInvalidated(Number, Reason) { Origin = Origin.ToOrigin() };
}

/// <summary>The holder of a number asked for no more messages.</summary>
internal sealed record StoredDeliveryOptedOut(StoredOrigin Origin, PhoneNumber Number) : StoredEvent(Origin)
{
    protected override EnrolmentEvent ToBareEvent() => new DeliveryOptedOut(Number) { Origin = Origin.ToOrigin() };
}

/// <summary>Messages to a number are allowed again.</summary>
internal sealed record StoredDeliveryRestored(StoredOrigin Origin, PhoneNumber Number) : StoredEvent(Origin)
{
    protected override EnrolmentEvent ToBareEvent() => new DeliveryRestored(Number) { Origin = Origin.ToOrigin() };
}

/// <summary>The host forgave the wrong codes.</summary>
internal sealed record StoredUnlocked(StoredOrigin Origin, int Failures) : StoredEvent(Origin)
{
    protected override EnrolmentEvent ToBareEvent() => new Unlocked(Failures) { Origin = Origin.ToOrigin() };
}

/// <summary>A number that the host had verified was moved in.</summary>
internal sealed record StoredPhoneImported(StoredOrigin Origin, StoredPhoneDetails Phone, Instant VerifiedAt) : StoredEvent(Origin)
{
    protected override EnrolmentEvent ToBareEvent() => new PhoneImported(Phone.ToDetails(), VerifiedAt) { Origin = Origin.ToOrigin() };
}

/// <summary>A message to a phone will not be sent any more.</summary>
internal sealed record StoredDeliveryFailed(StoredOrigin Origin, ChallengeId Challenge, DeliveryFailure Reason) : StoredEvent(Origin)
{
    protected override EnrolmentEvent ToBareEvent() => new DeliveryFailed(Challenge, Reason) { Origin = Origin.ToOrigin() };
}

/// <summary>A notice found no independent address.</summary>
internal sealed record StoredNoticeUndeliverable(StoredOrigin Origin, NoticeKind Notice) : StoredEvent(Origin)
{
    protected override EnrolmentEvent ToBareEvent() => new NoticeUndeliverable(Notice) { Origin = Origin.ToOrigin() };
}

/// <summary>The owner saw the in-app notices.</summary>
internal sealed record StoredNoticesAcknowledged(StoredOrigin Origin, Instant UpTo) : StoredEvent(Origin)
{
    protected override EnrolmentEvent ToBareEvent() => new NoticesAcknowledged(UpTo) { Origin = Origin.ToOrigin() };
}

/// <summary>The clock was set back.</summary>
internal sealed record StoredClockSetBack(StoredOrigin Origin, Instant From) : StoredEvent(Origin)
{
    protected override EnrolmentEvent ToBareEvent() => new ClockSetBack(From) { Origin = Origin.ToOrigin() };
}

/// <summary>A request with an idempotency key was answered.</summary>
internal sealed record StoredRequestHandled(StoredOrigin Origin, StoredHandledRequest Request) : StoredEvent(Origin)
{
    protected override EnrolmentEvent ToBareEvent() => new RequestHandled(Request.ToRequest()) { Origin = Origin.ToOrigin() };
}

/// <summary>When, by whom and where something happened.</summary>
internal sealed record StoredOrigin(Instant At, Initiator By, Surface? Surface, string? StaffId, string? CorrelationId)
{
    public static StoredOrigin Of(Origin origin) => new(origin.At, origin.By, origin.Surface, origin.StaffId, origin.CorrelationId);

    public Origin ToOrigin() => new(At, By, Surface) { StaffId = StaffId, CorrelationId = CorrelationId };
}
