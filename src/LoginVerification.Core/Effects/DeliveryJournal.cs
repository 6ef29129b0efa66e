using NodaTime;

namespace LoginVerification.Engine;

/// <summary>
/// Writes into an enrolment what came of its messages: a notice without an address, an opt-out, a code that will not go out. A shutdown does not
/// interrupt it, for the attempt is over.
/// </summary>
internal sealed class DeliveryJournal(IEnrolmentStore store, IEnrolmentHistory history, OutboxMessages messages, IClock clock)
{
    private const int MostAttempts = 20;

    /// <summary>The notice is shown in the application instead: nobody's protection changes untold.</summary>
    public Task NoticeUndeliverableAsync(OutboxMessage message, NoticeKind kind) =>
        RecordAsync(message, (_, now) => Task.FromResult<ValueList<EnrolmentEvent>>([new NoticeUndeliverable(kind) { Origin = new Origin(now, Initiator.Time, null) }]));

    /// <summary>The code will not go out. One that no longer counts is nobody's concern, and of one that was sent again the later message tells.</summary>
    public Task CodeFailedAsync(OutboxMessage message, ChallengeId challenge, DeliveryFailure reason) =>
        RecordAsync(message, (enrolment, now) => FailedAsync(message, enrolment, challenge, reason, now));

    /// <summary>The holder of the number opted out; the code, if it was one, will not go out.</summary>
    public Task OptedOutAsync(OutboxMessage message, PhoneNumber number, ChallengeId? challenge) => RecordAsync(
        message,
        async (enrolment, now) =>
        [
            .. enrolment.OptedOutAt(number) is null && enrolment.Knows(number)
                ? [new DeliveryOptedOut(number) { Origin = new Origin(now, Initiator.Carrier, null) }]
                : Array.Empty<EnrolmentEvent>(),
            .. challenge is null ? [] : await FailedAsync(message, enrolment, challenge, DeliveryFailure.Refused, now).ConfigureAwait(false),
        ]);

    /// <summary>
    /// Push services have given up addresses of devices, which stay bound; one that the app has told since is another. The push, if it reached nobody, will
    /// not come. A push that was answered well needs no store: one that is down at this moment makes no failure of it.
    /// </summary>
    public Task WokenAsync(OutboxMessage message, IReadOnlyList<AppDevice> gone, ChallengeId? unreached) => gone.Count == 0 && unreached is null
        ? Task.CompletedTask
        : RecordAsync(
            message,
            async (enrolment, now) =>
            [
                .. enrolment.Devices.Where(device => gone.Any(lost => lost.Id == device.Id && lost.Address == device.Address))
                    .Select(device => new DeviceAddressChanged(device.Id, null) { Origin = new Origin(now, Initiator.Carrier, null) }),
                .. unreached is null ? [] : await FailedAsync(message, enrolment, unreached, DeliveryFailure.Refused, now).ConfigureAwait(false),
            ]);

    private async Task<ValueList<EnrolmentEvent>> FailedAsync(OutboxMessage message, Enrolment enrolment, ChallengeId challenge, DeliveryFailure reason, Instant now)
    {
        if ((enrolment.Pending?.Challenge.Id != challenge && (enrolment.SignIn is not { Ended: null, Challenge.Id: var asked } || asked != challenge))
            || OwedEffects.IsOwedAgain(await history.ReadAsync(message.Account, message.EventVersion, int.MaxValue, CancellationToken.None).ConfigureAwait(false)))
            return [];
        var by = reason is DeliveryFailure.GivenUp ? Initiator.Time : Initiator.Carrier;
        return [new DeliveryFailed(challenge, reason) { Origin = new Origin(now, by, null) }];
    }

    /// <exception cref="InvalidOperationException">Every save lost its race; the outbox tries again later.</exception>
    private async Task RecordAsync(OutboxMessage message, Func<Enrolment, Instant, Task<ValueList<EnrolmentEvent>>> happening)
    {
        for (var attempt = 0; attempt < MostAttempts; attempt++)
        {
            // Erased meanwhile, and perhaps begun anew: what came of the message is nobody's any more.
            if (await store.LoadAsync(message.Account, CancellationToken.None).ConfigureAwait(false) is not { } enrolment || enrolment.Id != message.Enrolment)
                return;
            // Another process's clock may be a little ahead of this one's; no event is earlier than the one before.
            var due = clock.GetCurrentInstant();
            var now = PassageOfTime.TimeOf(enrolment, due);
            var events = await happening(enrolment, now).ConfigureAwait(false);
            if (events.Count == 0)
                return;
            var change = Evolution.ChangeBy(enrolment, events, messages.For(enrolment, events, due, due));
            if (await store.TrySaveAsync(change, CancellationToken.None).ConfigureAwait(false))
                return;
        }

        throw new InvalidOperationException("The store lost every race for one account. Look whether its reads lag behind its writes.");
    }
}
