using Microsoft.Extensions.Logging;
using NodaTime;

namespace LoginVerification.Engine;

/// <summary>Sends one message, if at this moment it may still go out.</summary>
internal sealed partial class Delivery(
    IEnrolmentStore store, IEnrolmentHistory history, ISmsSender sender, INotifier notifier, IPushSender push, SmsComposer composer, IClock clock, ILogger logger)
{
    /// <summary>Sends the message once.</summary>
    public async Task<DeliveryOutcome> SendAsync(OutboxMessage message, AccountReading reading, CancellationToken cancellationToken)
    {
        // What the message tells of, and what happened since: the history before it is none of its concern.
        var (enrolment, events) = await reading.ReadAsync(store, history, message, cancellationToken).ConfigureAwait(false);
        if (enrolment is null || enrolment.Id != message.Enrolment)
            return new DeliveryOutcome.Moot();
        return message.Effect switch
        {
            OutboxEffect.SendCode => await SendCodeAsync(message, enrolment, events, cancellationToken).ConfigureAwait(false),
            OutboxEffect.NotifyOwner => await NotifyOwnerAsync(message, events[0], NoticeAddress.First, cancellationToken).ConfigureAwait(false),
            OutboxEffect.NotifySecondAddress => await NotifyOwnerAsync(message, events[0], NoticeAddress.Second, cancellationToken).ConfigureAwait(false),
            OutboxEffect.NotifyPreviousNumber => await NotifyPreviousNumberAsync(message, (PhoneReplaced)events[0], cancellationToken).ConfigureAwait(false),
            OutboxEffect.WakeDevices => await WakeAsync(message, enrolment, events, cancellationToken).ConfigureAwait(false),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>The event that a message tells about; throws when it cannot be read.</summary>
    public async Task<EnrolmentEvent> ReadEventAsync(OutboxMessage message, CancellationToken cancellationToken) =>
        (await history.ReadAsync(message.Account, message.EventVersion, 1, cancellationToken).ConfigureAwait(false))[0];

    private async Task<DeliveryOutcome> SendCodeAsync(
        OutboxMessage message, Enrolment enrolment, IReadOnlyList<EnrolmentEvent> events, CancellationToken cancellationToken)
    {
        var issued = OwedEffects.CodeOf(events[0]) ?? throw new System.Diagnostics.UnreachableException();
        // A code that no longer counts would only confuse, and cost; so would one that a later message brings as well.
        if (Awaited(enrolment, issued) is not var (current, phone) || OwedEffects.IsOwedAgain(events))
            return new DeliveryOutcome.Moot();
        // Another process's clock, which stamped the code, may be a little ahead of this one's.
        if (!current.IsAlive(PassageOfTime.TimeOf(enrolment, clock.GetCurrentInstant())))
            return new DeliveryOutcome.Failed(DeliveryFailure.GivenUp, issued);
        if (phone.IsReserved && sender.IsLive)
            return new DeliveryOutcome.Failed(DeliveryFailure.UnknownNumber, issued);
        if (await IsUnwantedAsync(enrolment, phone.Number, events.Skip(1), cancellationToken).ConfigureAwait(false))
            return new DeliveryOutcome.Failed(DeliveryFailure.Refused, issued);
        if (composer.Code(message.Id, message.Account, current) is { } sms)
            return OutcomeOf(await HandOverAsync(sms, cancellationToken).ConfigureAwait(false), phone.Number, issued, phone);
        // Another process may have the key, when keys are being rotated: an attempt that failed, no more.
        LogUnknownKey(logger, current.KeyId);
        throw new KeyNotFoundException();
    }

    /// <summary>The code that is waited for, to enrol or to sign in, and where it goes; null when it no longer counts.</summary>
    private static (Challenge Challenge, PhoneDetails Phone)? Awaited(Enrolment enrolment, ChallengeId issued) => enrolment switch
    {
        { Pending: { Challenge: var toEnrol, Details: var phone } } when toEnrol.Id == issued => (toEnrol, phone),
        { SignIn: { Ended: null, Challenge: var toSignIn }, Phone.Details: var phone } when toSignIn.Id == issued => (toSignIn, phone),
        _ => null,
    };

    /// <summary>
    /// Wakes every device that can be woken. One is enough: the owner answers on it, or opens the app on another. Only where none was, and a push service gave
    /// no answer, all are tried again.
    /// </summary>
    private async Task<DeliveryOutcome> WakeAsync(OutboxMessage message, Enrolment enrolment, IReadOnlyList<EnrolmentEvent> events, CancellationToken cancellationToken)
    {
        if (enrolment.SignIn is not { Ended: null, ConfirmedBy: null, Challenge: var asked } || asked.Id != OwedEffects.CodeOf(events[0])
            || OwedEffects.IsOwedAgain(events) || !asked.IsAlive(PassageOfTime.TimeOf(enrolment, clock.GetCurrentInstant())))
            return new DeliveryOutcome.Moot();
        cancellationToken.ThrowIfCancellationRequested();
        AppDevice[] devices = [.. enrolment.Devices.Where(device => device.Address is not null)];
        if (devices.Length == 0)
            return new DeliveryOutcome.Moot();
        var waking = devices.Select(device => WakeAsync(new PushMessage(message.Id, device.Id, device.Address!, asked.ExpiresAt), cancellationToken)).ToArray();
        await ((Task)Task.WhenAll(waking)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        var isReached = waking.Any(woken => woken is { IsCompletedSuccessfully: true, Result: PushReceipt.Accepted });
        if (!isReached && waking.FirstOrDefault(woken => !woken.IsCompletedSuccessfully) is { } unanswered)
            await unanswered.ConfigureAwait(false);
        var gone = devices.Zip(waking).Where(pair => pair.Second is { IsCompletedSuccessfully: true, Result: PushReceipt.Gone }).Select(pair => pair.First).ToList();
        // Where every address is gone nothing can be on its way, and the devices say so by themselves.
        return new DeliveryOutcome.Woken(isReached, gone, isReached || gone.Count == devices.Length ? null : asked.Id);
    }

    private async Task<PushReceipt> WakeAsync(PushMessage message, CancellationToken cancellationToken)
    {
        var receipt = await push.WakeAsync(message, cancellationToken).ConfigureAwait(false);
        return Enum.IsDefined(receipt) ? receipt : throw new InvalidOperationException($"The push sender answered {(int)receipt}, which is no PushReceipt.");
    }

    /// <summary>
    /// Whether the holder of the number said STOP and the code does not answer that. To a number that this account proved, its own record counts: a
    /// code that was asked for after the STOP goes out, for confirming it takes the STOP back. To any other, everybody's; another account's is not
    /// written into this one, where nobody who takes it back there would look for it.
    /// </summary>
    private async Task<bool> IsUnwantedAsync(Enrolment enrolment, PhoneNumber number, IEnumerable<EnrolmentEvent> later, CancellationToken cancellationToken) =>
        enrolment.HasVerified(number)
            ? enrolment.OptedOutAt(number) is not null && later.Any(happened => happened is DeliveryOptedOut stop && stop.Number == number)
            : await store.IsOptedOutAsync(number, cancellationToken).ConfigureAwait(false);

    private async Task<DeliveryOutcome> NotifyOwnerAsync(OutboxMessage message, EnrolmentEvent happened, NoticeAddress address, CancellationToken cancellationToken)
    {
        var kind = OwedEffects.NoticeOf(happened)!.Value;
        var origin = happened.Origin;
        var notice = new Notice(message.Account, kind, origin.At, origin.By) { Id = message.Id, Address = address, Surface = origin.Surface };
        // As for an SMS, see HandOverAsync.
        cancellationToken.ThrowIfCancellationRequested();
        return await notifier.NotifyAsync(notice, cancellationToken).ConfigureAwait(false) switch
        {
            NoticeReceipt.Sent => new DeliveryOutcome.Sent(),
            NoticeReceipt.NoIndependentAddress => address is NoticeAddress.First ? new DeliveryOutcome.NoAddress(kind) : new DeliveryOutcome.Moot(),
            var receipt => throw new InvalidOperationException($"The notifier answered {(int)receipt}, which is no NoticeReceipt."),
        };
    }

    /// <summary>Tells the number that is no longer in force, unless a stranger or nobody would be told.</summary>
    private async Task<DeliveryOutcome> NotifyPreviousNumberAsync(OutboxMessage message, PhoneReplaced happened, CancellationToken cancellationToken)
    {
        var previous = happened.Previous;
        var before = await history.ReadAsync(message.Account, 1, (int)message.EventVersion - 1, cancellationToken).ConfigureAwait(false);
        var replaced = Evolution.Replay(message.Account, before).Phone!;
        if (replaced.NeedsReverification || (replaced.Details.IsReserved && sender.IsLive) || await store.IsOptedOutAsync(previous, cancellationToken).ConfigureAwait(false))
            return new DeliveryOutcome.Moot();
        return OutcomeOf(await HandOverAsync(composer.NumberReplaced(message.Id, previous), cancellationToken).ConfigureAwait(false), previous);
    }

    /// <summary>An attempt that is over by now, because its reads took so long, reaches no gateway: the next one does.</summary>
    private Task<SmsReceipt> HandOverAsync(SmsMessage sms, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return sender.SendAsync(sms, cancellationToken);
    }

    private static DeliveryOutcome OutcomeOf(SmsReceipt? receipt, PhoneNumber number, ChallengeId? code = null, PhoneDetails? phone = null) => receipt switch
    {
        SmsReceipt.Accepted => new DeliveryOutcome.Sent(phone),
        SmsReceipt.OptedOut => new DeliveryOutcome.OptedOut(number, code),
        SmsReceipt.Rejected { Reason: RejectionReason.UnknownNumber } => new DeliveryOutcome.Failed(DeliveryFailure.UnknownNumber, code),
        SmsReceipt.Rejected { Reason: RejectionReason.NotServed } => new DeliveryOutcome.Failed(DeliveryFailure.NotServed, code),
        SmsReceipt.Rejected => new DeliveryOutcome.Failed(DeliveryFailure.Refused, code),
        _ => throw new InvalidOperationException("The sender answered null, which is no SmsReceipt."),
    };

    [LoggerMessage(3, LogLevel.Error, "A code is under the key {KeyId}, which the options do not have. Give a new key to every process before it is current, and keep a retired one until its last code is dead.")]
    private static partial void LogUnknownKey(ILogger logger, string keyId);
}
