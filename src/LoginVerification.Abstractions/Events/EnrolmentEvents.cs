using NodaTime;

namespace LoginVerification.Engine;

/// <summary>
/// What happened to an enrolment, in the past tense. A closed set; the list of an account's events is its audit trail,
/// and replaying it rebuilds the <see cref="Enrolment"/>. Immutable; compares by value.
/// </summary>
public abstract record EnrolmentEvent
{
    private protected EnrolmentEvent(LifecycleTrigger trigger) => Trigger = trigger;

    /// <summary>Which edge of the lifecycle it takes.</summary>
    public LifecycleTrigger Trigger { get; }

    /// <summary>When, by whom and where.</summary>
    public required Origin Origin { get; init; }

    /// <summary>The id of the enrolment that begins with this event; null on every event but an enrolment's first.</summary>
    public EnrolmentId? Begins { get; init; }
}

/// <summary>A number was submitted and a code for it was issued. It replaces a pending number, and leaves a verified one in force.</summary>
/// <param name="Phone">The number.</param>
/// <param name="Challenge">The code that was issued.</param>
/// <param name="LapsesAt">When the number is forgotten unless it is confirmed.</param>
/// <param name="SendsCountFrom">Sends before this instant are out of the window and are forgotten.</param>
public sealed record PhoneSubmitted(PhoneDetails Phone, Challenge Challenge, Instant LapsesAt, Instant SendsCountFrom) : EnrolmentEvent(LifecycleTrigger.PhoneSubmitted);

/// <summary>The code that is alive was sent again to the pending number: its life and its wrong tries stay as they are.</summary>
/// <param name="Challenge">The challenge of the code.</param>
/// <param name="SendsCountFrom">Sends before this instant are out of the window and are forgotten.</param>
public sealed record CodeResent(ChallengeId Challenge, Instant SendsCountFrom) : EnrolmentEvent(LifecycleTrigger.CodeResent);

/// <summary>A new code was issued to the pending number; the earlier one died.</summary>
/// <param name="Challenge">The code that was issued.</param>
/// <param name="SendsCountFrom">Sends before this instant are out of the window and are forgotten.</param>
public sealed record CodeReissued(Challenge Challenge, Instant SendsCountFrom) : EnrolmentEvent(LifecycleTrigger.CodeReissued);

/// <summary>A wrong code was given, and counted.</summary>
/// <param name="Challenge">The challenge that it was tried against.</param>
/// <param name="Purpose">What the challenge is for.</param>
/// <param name="Match">What the wrong code was, as far as it is known.</param>
/// <param name="LockedUntil">The end of the lock that this failure caused, or null for none.</param>
public sealed record CodeMismatched(ChallengeId Challenge, CodePurpose Purpose, CodeMatch Match, Instant? LockedUntil) : EnrolmentEvent(LifecycleTrigger.CodeMismatched);

/// <summary>The right code was given: the pending number is verified. Where one was verified before, it is the same number, confirmed again.</summary>
/// <param name="Challenge">The challenge whose code it was; it is consumed.</param>
public sealed record CodeMatched(ChallengeId Challenge) : EnrolmentEvent(LifecycleTrigger.CodeMatched);

/// <summary>The right code was given for another number than the verified one, which it replaces. Protection stays on.</summary>
/// <param name="Challenge">The challenge whose code it was; it is consumed.</param>
/// <param name="Previous">The number that is no longer in force; it gets a notice, too.</param>
public sealed record PhoneReplaced(ChallengeId Challenge, PhoneNumber Previous) : EnrolmentEvent(LifecycleTrigger.PhoneReplaced);

/// <summary>The pending number was given up.</summary>
/// <param name="Number">The number.</param>
public sealed record PendingCancelled(PhoneNumber Number) : EnrolmentEvent(LifecycleTrigger.PendingCancelled);

/// <summary>The pending number was not confirmed in time.</summary>
/// <param name="Number">The number.</param>
public sealed record PendingLapsed(PhoneNumber Number) : EnrolmentEvent(LifecycleTrigger.PendingLapsed);

/// <summary>Log-in verification was turned on. No number is pending then: what waited was given up before, by an event of its own.</summary>
/// <param name="Channel">The channel that protects the log-in.</param>
/// <param name="ChangesCountFrom">Changes of the channel before this instant are out of the window and are forgotten.</param>
public sealed record ChannelEnabled(VerificationChannel Channel, Instant ChangesCountFrom) : EnrolmentEvent(LifecycleTrigger.ChannelEnabled);

/// <summary>Log-in verification moved to another channel, without a gap.</summary>
/// <param name="From">The channel before.</param>
/// <param name="To">The channel from now on.</param>
/// <param name="ChangesCountFrom">Changes of the channel before this instant are out of the window and are forgotten.</param>
public sealed record ChannelChanged(VerificationChannel From, VerificationChannel To, Instant ChangesCountFrom) : EnrolmentEvent(LifecycleTrigger.ChannelChanged);

/// <summary>Log-in verification was turned off. The only way out of VerificationEnabled under a sound policy; it always owes the owner a notice.</summary>
/// <param name="Channel">The channel that was active.</param>
/// <param name="Cause">What turned it off.</param>
public sealed record VerificationDisabled(VerificationChannel Channel, DisableCause Cause) : EnrolmentEvent(LifecycleTrigger.VerificationDisabled);

/// <summary>Research only: log-in verification ended as a side effect, and nobody is told. No policy yields it but one that asks for a <c>disableSilently</c> or <c>removePhone</c> mode.</summary>
/// <param name="Channel">The channel that was active.</param>
/// <param name="Cause">What turned it off.</param>
public sealed record ProtectionDropped(VerificationChannel Channel, DisableCause Cause) : EnrolmentEvent(LifecycleTrigger.ProtectionDropped);

/// <summary>The verified number was forgotten.</summary>
/// <param name="Number">The number.</param>
public sealed record PhoneRemoved(PhoneNumber Number) : EnrolmentEvent(LifecycleTrigger.PhoneRemoved);

/// <summary>The verified number was reported to have changed hands; SMS use waits until it is confirmed again.</summary>
/// <param name="Number">The number.</param>
/// <param name="Reason">What was reported.</param>
public sealed record PhoneInvalidated(PhoneNumber Number, InvalidationReason Reason) : EnrolmentEvent(LifecycleTrigger.PhoneInvalidated);

/// <summary>The holder of a number asked for no more messages.</summary>
/// <param name="Number">The number.</param>
public sealed record DeliveryOptedOut(PhoneNumber Number) : EnrolmentEvent(LifecycleTrigger.DeliveryOptedOut);

/// <summary>Messages to a number are allowed again.</summary>
/// <param name="Number">The number.</param>
public sealed record DeliveryRestored(PhoneNumber Number) : EnrolmentEvent(LifecycleTrigger.DeliveryRestored);

/// <summary>The host forgave the wrong codes of the account.</summary>
/// <param name="Failures">How many there were.</param>
public sealed record Unlocked(int Failures) : EnrolmentEvent(LifecycleTrigger.Unlocked);

/// <summary>A number that the host had verified before was moved in.</summary>
/// <param name="Phone">The number.</param>
/// <param name="VerifiedAt">When the host verified it.</param>
public sealed record PhoneImported(PhoneDetails Phone, Instant VerifiedAt) : EnrolmentEvent(LifecycleTrigger.PhoneImported);

/// <summary>A message to a phone will not be sent any more: the gateway refused it for good, or every attempt failed.</summary>
/// <param name="Challenge">The challenge whose code it carried.</param>
/// <param name="Reason">Why.</param>
public sealed record DeliveryFailed(ChallengeId Challenge, DeliveryFailure Reason) : EnrolmentEvent(LifecycleTrigger.DeliveryFailed);

/// <summary>A notice found no address that is independent of the phone in question; the host shows it in the application.</summary>
/// <param name="Notice">What the notice was about.</param>
public sealed record NoticeUndeliverable(NoticeKind Notice) : EnrolmentEvent(LifecycleTrigger.NoticeUndeliverable);

/// <summary>The owner saw the in-app notices.</summary>
/// <param name="UpTo">Those up to this instant.</param>
public sealed record NoticesAcknowledged(Instant UpTo) : EnrolmentEvent(LifecycleTrigger.NoticesAcknowledged);

/// <summary>The clock reads an earlier time than the event before: it ran ahead then, and was set right. What follows is in the new time.</summary>
/// <param name="From">What the clock had read: the time of the event before.</param>
public sealed record ClockSetBack(Instant From) : EnrolmentEvent(LifecycleTrigger.ClockSetBack);

/// <summary>The events before it, of the same save, answered a request with an idempotency key.</summary>
/// <param name="Request">What is kept of the request.</param>
public sealed record RequestHandled(HandledRequest Request) : EnrolmentEvent(LifecycleTrigger.RequestHandled);

/// <summary>Which challenge a given code matches. The shell finds it out, under the host's key and in constant time.</summary>
[JsonConverter(typeof(NameJsonConverter<CodeMatch>))]
public enum CodeMatch
{
    /// <summary>None.</summary>
    None,

    /// <summary>The one that counts.</summary>
    Current,

    /// <summary>An earlier one for the pending number, still inside its life.</summary>
    Superseded,

    /// <summary>One for another number of the same account, still inside its life.</summary>
    Foreign,
}

/// <summary>What turned log-in verification off.</summary>
[JsonConverter(typeof(NameJsonConverter<DisableCause>))]
public enum DisableCause
{
    /// <summary>An explicit DisableVerification.</summary>
    Requested,

    /// <summary>The phone was removed while verification was on.</summary>
    PhoneRemoved,

    /// <summary>The phone was reported recycled, ported or no longer served.</summary>
    PhoneInvalidated,

    /// <summary>A STOP message, under a policy where it removes the phone.</summary>
    Stop,
}
