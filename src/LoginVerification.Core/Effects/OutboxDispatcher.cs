using System.Collections.Concurrent;
using NodaTime;

namespace LoginVerification;

/// <summary>
/// Sends what the outbox holds. The service itself sends a command's code right after its save; everything else waits for
/// <see cref="DispatchDueAsync"/>, which a loop calls every few seconds while a host (<c>IHost</c>) runs, and otherwise the program: notices, and what was left over by a crash or a
/// failed attempt. Any number of processes may do so. Thread-safe.
/// </summary>
public sealed class OutboxDispatcher
{
    private readonly IOutbox outbox;
    private readonly IEnrolmentHistory history;
    private readonly DeliveryAttempts attempts;
    private readonly LimiterReports reports;
    private readonly Background background;
    private readonly DispatchTiming timing;
    private readonly TimeProvider time;
    private readonly IClock clock;

    internal OutboxDispatcher(
        IOutbox outbox,
        IEnrolmentHistory history,
        DeliveryAttempts attempts,
        LimiterReports reports,
        Background background,
        DispatchTiming timing,
        TimeProvider time,
        IClock clock)
    {
        (this.outbox, this.history, this.attempts, this.reports, this.background) = (outbox, history, attempts, reports, background);
        (this.timing, this.time, this.clock) = (timing, time, clock);
    }

    /// <summary>Sends a batch of messages that are due: several at once, those of one account in their order. A message that fails is put back for later; only an outbox that cannot be read throws.</summary>
    /// <param name="cancellationToken">
    /// Ends the batch. What is under way, and what was not begun, is tried again when its lease is over; neither counts as a failed attempt.
    /// </param>
    /// <returns>How many messages were tried; while there are any, there may be more.</returns>
    public async Task<int> DispatchDueAsync(CancellationToken cancellationToken = default)
    {
        var now = clock.GetCurrentInstant();
        var messages = await outbox.ClaimAsync(now, LeaseFrom(now), DispatchTiming.BatchSize, cancellationToken).ConfigureAwait(false);
        // Phones, other addresses and apps are reached over different providers: one that hangs holds up its own messages alone.
        var tried = await Task.WhenAll(messages.GroupBy(ProviderOf).SelectMany(lane => DeliverLane(lane, cancellationToken))).ConfigureAwait(false);
        return tried.Sum();
    }

    /// <summary>
    /// Waits until nothing is under way that commands began: an attempt that outlasts its command's wait goes on behind it. Call it before the
    /// process ends, or what is under way may be sent a second time when its lease is over.
    /// </summary>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public Task DrainAsync(CancellationToken cancellationToken = default) => background.DrainAsync(cancellationToken);

    /// <summary>What this process gave up, and what was rejected, lately.</summary>
    internal RecentFailures Failures => attempts.Failures;

    internal Instant LeaseFrom(Instant now) => now + timing.Lease;

    /// <summary>
    /// Sends the code that a command has just saved, and waits for it a little. The save is done, so that nothing cancels the attempt any more; notices
    /// are the loop's.
    /// </summary>
    /// <returns>How far the code came; null when the command owed none.</returns>
    internal async Task<CodeDelivery?> DispatchAsync(EnrolmentChange saved)
    {
        if (saved.Events.Any(happened => happened is CodeMatched or PhoneReplaced || (happened is SignInApproved && saved.Enrolment.SignIn is { Channel: VerificationChannel.Sms })))
            reports.Verified(saved.Enrolment.Account, saved.Enrolment.Phone!.Details);
        if (saved.Outbox.FirstOrDefault(message => OwedEffects.AsksOwner(message.Effect)) is not { } code)
            return null;

        if (LeavesNoTime(code))
        {
            // The save took most of the lease: another process may take the message before an attempt of this one ends.
            await attempts.GiveBackAsync(code).ConfigureAwait(false);
            return CodeDelivery.Waiting;
        }

        var attempt = attempts.DeliverAsync(code, AccountReading.Of(saved), CancellationToken.None);
        background.Follow(attempt);
        try
        {
            return await attempt.WaitAsync(timing.SendWait, time).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            return CodeDelivery.Waiting;
        }
    }

    /// <summary>How far the newest code for the pending number came; null when no number is pending.</summary>
    internal ValueTask<CodeDelivery?> ReadCodeDeliveryAsync(Enrolment enrolment, CancellationToken cancellationToken) =>
        enrolment.Pending is { } pending ? ReadDeliveryAsync(enrolment, pending.Challenge.Id, enrolment.CodeDelivery, cancellationToken) : new((CodeDelivery?)null);

    /// <summary>How far the code, or the push, of the open sign-in came.</summary>
    internal ValueTask<CodeDelivery?> ReadDeliveryAsync(Enrolment enrolment, SignIn signIn, CancellationToken cancellationToken) =>
        ReadDeliveryAsync(enrolment, signIn.Challenge.Id, signIn.Delivery, cancellationToken);

    private async ValueTask<CodeDelivery?> ReadDeliveryAsync(Enrolment enrolment, ChallengeId asked, DeliveryFailure? failure, CancellationToken cancellationToken)
    {
        if (failure is not null)
            return CodeDelivery.Failed;
        var waiting = (await outbox.ReadWaitingAsync(enrolment.Account, cancellationToken).ConfigureAwait(false))
            .Where(message => OwedEffects.AsksOwner(message.Effect) && message.Enrolment == enrolment.Id)
            .Select(message => message.EventVersion)
            .ToHashSet();
        if (waiting.Count == 0)
            return CodeDelivery.Sent;

        // An earlier message may still wait while the newest one for the same code has gone out: so all that happened since is read, which is little, for no message waits long.
        var oldest = waiting.Min();
        var events = await history.ReadAsync(enrolment.Account, oldest, int.MaxValue, cancellationToken).ConfigureAwait(false);
        var newest = events.Index().LastOrDefault(happened => OwedEffects.CodeOf(happened.Item) == asked);
        return newest.Item is not null && waiting.Contains(oldest + newest.Index) ? CodeDelivery.Waiting : CodeDelivery.Sent;
    }

    /// <summary>As many tasks as may send side by side, each of which takes the messages of the next account until none is left.</summary>
    private Task<int>[] DeliverLane(IEnumerable<OutboxMessage> messages, CancellationToken cancellationToken)
    {
        var accounts = new ConcurrentQueue<IGrouping<AccountId, OutboxMessage>>(messages.GroupBy(message => message.Account));
        return [.. Enumerable.Range(0, Math.Min(timing.SideBySide, accounts.Count)).Select(_ => DeliverAllAsync())];

        async Task<int> DeliverAllAsync()
        {
            var tried = 0;
            while (accounts.TryDequeue(out var ofOneAccount))
                tried += await DeliverInTimeAsync(ofOneAccount, cancellationToken).ConfigureAwait(false);
            return tried;
        }
    }

    private static bool GoesToPhone(OutboxMessage message) => message.Effect is OutboxEffect.SendCode or OutboxEffect.NotifyPreviousNumber;

    private static Type ProviderOf(OutboxMessage message) =>
        GoesToPhone(message) ? typeof(ISmsSender) : message.Effect is OutboxEffect.WakeDevices ? typeof(IPushSender) : typeof(INotifier);

    private bool LeavesNoTime(OutboxMessage leased) => clock.GetCurrentInstant() + timing.NeededForAttempt > leased.DueAt;

    /// <summary>A message whose lease would end before the attempt does is given back: whoever claims it next sends it.</summary>
    private async Task<int> DeliverInTimeAsync(IGrouping<AccountId, OutboxMessage> ofOneAccount, CancellationToken cancellationToken)
    {
        var (tried, reading) = (0, new AccountReading(ofOneAccount.Min(message => message.EventVersion)));
        foreach (var message in ofOneAccount.OrderBy(message => message.EventVersion).ThenBy(message => message.Effect))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (LeavesNoTime(message))
            {
                await attempts.GiveBackAsync(message).ConfigureAwait(false);
                continue;
            }

            // Notices that leave one right after the other are read for once. A phone is texted by what is stored now.
            var sent = await attempts.DeliverAsync(message, GoesToPhone(message) ? new AccountReading(message.EventVersion) : reading, cancellationToken).ConfigureAwait(false);
            // What took long is old, and may still be at it.
            if (sent is not CodeDelivery.Sent)
                reading = new AccountReading(message.EventVersion);
            tried++;
        }

        return tried;
    }
}
