using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace LoginVerification;

/// <summary>
/// Sends what the outbox holds. The service sends a command's own messages right after its save; call <see cref="DispatchDueAsync"/>
/// from a background loop for what was left over by a crash or a failed attempt. Thread-safe.
/// </summary>
public sealed partial class OutboxDispatcher
{
    private const int SmsIdBytes = 16;

    private readonly IEnrolmentStore store;
    private readonly IEnrolmentHistory history;
    private readonly IOutbox outbox;
    private readonly ISmsSender sender;
    private readonly INotifier notifier;
    private readonly SmsComposer composer;
    private readonly UndeliverableNotices undeliverable;
    private readonly DispatchTiming timing;
    private readonly IClock clock;
    private readonly ILogger<OutboxDispatcher> logger;

    internal OutboxDispatcher(
        IEnrolmentStore store,
        IEnrolmentHistory history,
        IOutbox outbox,
        ISmsSender sender,
        INotifier notifier,
        SmsComposer composer,
        DispatchTiming timing,
        IClock clock,
        ILogger<OutboxDispatcher> logger)
    {
        (this.store, this.history, this.outbox, this.sender, this.notifier) = (store, history, outbox, sender, notifier);
        (this.composer, this.timing, this.clock, this.logger) = (composer, timing, clock, logger);
        undeliverable = new UndeliverableNotices(store, clock);
    }

    /// <summary>Sends a batch of messages that are due. Failures are put back for later and never thrown.</summary>
    /// <param name="cancellationToken">Stops before the next message.</param>
    /// <returns>How many messages were taken; when it is as many as a batch holds, there may be more.</returns>
    public async Task<int> DispatchDueAsync(CancellationToken cancellationToken = default)
    {
        var now = clock.GetCurrentInstant();
        var messages = await outbox.ClaimAsync(now, now + timing.Lease, DispatchTiming.BatchSize, cancellationToken).ConfigureAwait(false);
        foreach (var message in messages)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await DeliverAsync(message, null, cancellationToken).ConfigureAwait(false);
        }

        return messages.Count;
    }

    internal Instant LeaseFrom(Instant now) => now + timing.Lease;

    /// <summary>Sends what a command has just saved. The save is done, so that nothing cancels it any more.</summary>
    internal async Task DispatchAsync(EnrolmentChange saved)
    {
        foreach (var message in saved.Outbox)
            await DeliverAsync(message, saved, CancellationToken.None).ConfigureAwait(false);
    }

    private async Task DeliverAsync(OutboxMessage message, EnrolmentChange? saved, CancellationToken cancellationToken)
    {
        try
        {
            var happened = saved is not null
                ? saved.Events[(int)(message.EventVersion - saved.ExpectedVersion - 1)]
                : await ReadEventAsync(message, cancellationToken).ConfigureAwait(false);
            var enrolment = saved?.Enrolment ?? await store.LoadAsync(message.Account, cancellationToken).ConfigureAwait(false);
            await SendAsync(message, happened, enrolment, cancellationToken).ConfigureAwait(false);
            await outbox.CompleteAsync(message, null, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
#pragma warning disable CA1031 // Whatever a provider throws, the message goes back for later and the others go on.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            // The exception itself is not logged: providers put numbers and texts into their messages.
            LogFailedAttempt(logger, message.Effect, message.Attempts + 1, failure.GetType().Name);
            await PutBackAsync(message, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<EnrolmentEvent> ReadEventAsync(OutboxMessage message, CancellationToken cancellationToken) =>
        (await history.ReadAsync(message.Account, cancellationToken).ConfigureAwait(false))[(int)(message.EventVersion - 1)];

    private Task SendAsync(OutboxMessage message, EnrolmentEvent happened, Enrolment? enrolment, CancellationToken cancellationToken) => message.Effect switch
    {
        OutboxEffect.SendCode => SendCodeAsync(message, happened, enrolment, cancellationToken),
        OutboxEffect.NotifyOwner => NotifyOwnerAsync(message, happened, cancellationToken),
        OutboxEffect.NotifyPreviousNumber => sender.SendAsync(composer.NumberReplaced(SmsId(message), ((PhoneReplaced)happened).Previous), cancellationToken),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private async Task SendCodeAsync(OutboxMessage message, EnrolmentEvent happened, Enrolment? enrolment, CancellationToken cancellationToken)
    {
        var issued = happened switch
        {
            PhoneSubmitted submitted => submitted.Challenge.Id,
            CodeResent resent => resent.Challenge,
            CodeReissued reissued => reissued.Challenge.Id,
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        // A code that no longer counts would only confuse, and cost.
        if (enrolment?.Pending?.Challenge is not { } current || current.Id != issued || !current.IsAlive(clock.GetCurrentInstant()))
            return;
        if (composer.Code(SmsId(message), message.Account, current) is { } sms)
            await sender.SendAsync(sms, cancellationToken).ConfigureAwait(false);
        else
            LogRetiredKey(logger, current.KeyId);
    }

    private async Task NotifyOwnerAsync(OutboxMessage message, EnrolmentEvent happened, CancellationToken cancellationToken)
    {
        var kind = OwedEffects.NoticeOf(happened)!.Value;
        var origin = happened.Origin;
        var notice = new Notice(message.Account, kind, origin.At, origin.By) { Id = message.Id, Surface = origin.Surface };
        if (await notifier.NotifyAsync(notice, cancellationToken).ConfigureAwait(false) is NoticeReceipt.NoIndependentAddress)
            await undeliverable.RecordAsync(message.Account, kind, cancellationToken).ConfigureAwait(false);
    }

    private async Task PutBackAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        var attempts = message.Attempts + 1;
        try
        {
            if (attempts >= timing.MostAttempts)
                await GiveUpAsync(message, attempts, cancellationToken).ConfigureAwait(false);
            else
                await outbox.CompleteAsync(
                    message with { Attempts = attempts },
                    clock.GetCurrentInstant() + Backoff.Double(timing.FirstRetry, attempts - 1, timing.LongestRetry),
                    cancellationToken).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // The lease ends by itself: the message is taken again then.
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogFailedAttempt(logger, message.Effect, attempts, failure.GetType().Name);
        }
    }

    /// <summary>A notice that cannot be sent is shown in the application instead: nobody's protection changes untold.</summary>
    private async Task GiveUpAsync(OutboxMessage message, int attempts, CancellationToken cancellationToken)
    {
        LogGivenUp(logger, message.Effect, attempts);
        if (message.Effect is OutboxEffect.NotifyOwner)
        {
            var happened = await ReadEventAsync(message, cancellationToken).ConfigureAwait(false);
            await undeliverable.RecordAsync(message.Account, OwedEffects.NoticeOf(happened)!.Value, cancellationToken).ConfigureAwait(false);
        }

        await outbox.CompleteAsync(message, null, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Names the message towards a provider, who is not to learn the host's account ids.</summary>
    private static string SmsId(OutboxMessage message) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(message.Id)).AsSpan(0, SmsIdBytes));

    [LoggerMessage(1, LogLevel.Warning, "{Effect}: attempt {Attempt} failed ({Failure}); it is tried again.")]
    private static partial void LogFailedAttempt(ILogger logger, OutboxEffect effect, int attempt, string failure);

    [LoggerMessage(2, LogLevel.Error, "{Effect}: given up after {Attempts} attempts.")]
    private static partial void LogGivenUp(ILogger logger, OutboxEffect effect, int attempts);

    [LoggerMessage(3, LogLevel.Error, "A code is under the key {KeyId}, which the options no longer have. Keep a retired key until its last code is dead.")]
    private static partial void LogRetiredKey(ILogger logger, string keyId);
}
