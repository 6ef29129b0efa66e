using System.Diagnostics;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace LoginVerification.Engine;

/// <summary>
/// One attempt at a message, in the time that its lease leaves, and what follows: done with, put back for later, or given up. Nothing is thrown but the
/// cancellation of the caller.
/// </summary>
internal sealed partial class DeliveryAttempts(
    IOutbox outbox, Delivery delivery, DeliveryJournal journal, LimiterReports reports, DispatchTiming timing, TimeProvider time, IClock clock, ILogger logger)
{
    /// <summary>What was given up or rejected lately.</summary>
    public RecentFailures Failures { get; } = new(clock);

    /// <summary>Tries to send a message that this process holds the lease of.</summary>
    /// <param name="message">The message as it was claimed or saved.</param>
    /// <param name="reading">What is known of its account.</param>
    /// <param name="cancellationToken">Ends the attempt, which does not count then.</param>
    public async Task<CodeDelivery> DeliverAsync(OutboxMessage message, AccountReading reading, CancellationToken cancellationToken)
    {
        if (message.Attempts >= timing.MostAttempts)
            return await GiveUpAsync(message, message.Attempts).ConfigureAwait(false);
        using var span = Instruments.Source.StartActivity(Instruments.DeliverySpan);
        span?.SetTag(Tags.Effect, DeliveryMetrics.NameOf(message.Effect));
        DeliveryOutcome outcome;
        try
        {
            outcome = await Bounded.CallAsync(token => delivery.SendAsync(message, reading, token), timing.Attempt.ToTimeSpan(), time, cancellationToken).ConfigureAwait(false);
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
            DeliveryMetrics.Count(message.Effect, DeliveryMetrics.Failed);
            span?.SetTag(Tags.Outcome, DeliveryMetrics.Failed).SetTag(Tags.Error, failure.GetType().FullName).SetStatus(ActivityStatusCode.Error);
            return await PutBackAsync(message).ConfigureAwait(false);
        }

        DeliveryMetrics.Count(message.Effect, DeliveryMetrics.NameOf(outcome));
        span?.SetTag(Tags.Outcome, DeliveryMetrics.NameOf(outcome));
        Log(message, outcome);
        if (!await TryWriteDownAsync(message, outcome).ConfigureAwait(false))
        {
            // What will never go out is not tried again because nobody could note it: from here on the message is one that is given up, and to write
            // that down is tried for as long. Where the outbox cannot be written either, its lease ends with nothing known, and it is handed over again.
            await CompleteAsync(message with { Attempts = timing.MostAttempts }, RetryAt(message, 1)).ConfigureAwait(false);
            return CodeDelivery.Waiting;
        }

        await CompleteAsync(message, null).ConfigureAwait(false);
        if (outcome is DeliveryOutcome.Sent { Code: { } phone })
            reports.Sent(message.Account, phone);
        return outcome is DeliveryOutcome.Sent or DeliveryOutcome.Woken { IsReached: true } ? CodeDelivery.Sent : CodeDelivery.Failed;
    }

    /// <summary>Puts back a message that was not tried.</summary>
    public Task GiveBackAsync(OutboxMessage message) => CompleteAsync(message, clock.GetCurrentInstant());

    /// <summary>Writes down what has to be known of an attempt. A shutdown does not interrupt it, for the attempt is over.</summary>
    private async Task<bool> TryWriteDownAsync(OutboxMessage message, DeliveryOutcome outcome)
    {
        for (var tries = 0; tries < DispatchTiming.MostWriteDowns; tries++)
        {
            try
            {
                await WriteDownAsync(message, outcome).ConfigureAwait(false);
                return true;
            }
#pragma warning disable CA1031 // The store is down, or every save lost its race: what came of the attempt is known all the same.
            catch (Exception failure)
#pragma warning restore CA1031
            {
                LogNotWrittenDown(logger, message.Effect, failure.GetType().Name);
            }
        }

        return false;
    }

    private Task WriteDownAsync(OutboxMessage message, DeliveryOutcome outcome) => outcome switch
    {
        DeliveryOutcome.NoAddress without => journal.NoticeUndeliverableAsync(message, without.Notice),
        DeliveryOutcome.OptedOut unwanted => journal.OptedOutAsync(message, unwanted.Number, unwanted.Code),
        DeliveryOutcome.Woken woken => journal.WokenAsync(message, woken.Gone, woken.Unreached),
        DeliveryOutcome.Failed { Code: { } code, Reason: var reason } => journal.CodeFailedAsync(message, code, reason),
        _ => Task.CompletedTask,
    };

    private void Log(OutboxMessage message, DeliveryOutcome outcome)
    {
        if (outcome is DeliveryOutcome.OptedOut)
            LogOptedOut(logger, message.Effect);
        else if (outcome is DeliveryOutcome.Failed failed)
            Refused(message, failed.Reason);
        else if (outcome is DeliveryOutcome.Woken { Unreached: not null })
            Refused(message, DeliveryFailure.Refused);
    }

    private void Refused(OutboxMessage message, DeliveryFailure reason)
    {
        LogRefused(logger, message.Effect, reason);
        Failures.Add(reason is DeliveryFailure.GivenUp);
    }

    private async Task<CodeDelivery> PutBackAsync(OutboxMessage message)
    {
        var attempts = message.Attempts + 1;
        if (attempts >= timing.MostAttempts)
            return await GiveUpAsync(message, attempts).ConfigureAwait(false);
        await CompleteAsync(message with { Attempts = attempts }, RetryAt(message, attempts)).ConfigureAwait(false);
        return CodeDelivery.Waiting;
    }

    /// <summary>Nothing is sent any more. That the enrolment learns it is tried as often again.</summary>
    private async Task<CodeDelivery> GiveUpAsync(OutboxMessage message, int attempts)
    {
        if (attempts < 2 * timing.MostAttempts && !await TryWriteDownGivenUpAsync(message).ConfigureAwait(false))
        {
            await CompleteAsync(message with { Attempts = attempts + 1 }, RetryAt(message, attempts)).ConfigureAwait(false);
            return CodeDelivery.Waiting;
        }

        LogGivenUp(logger, message.Effect, timing.MostAttempts);
        DeliveryMetrics.Count(message.Effect, DeliveryMetrics.GivenUp);
        Failures.Add(isGivenUp: true);
        await CompleteAsync(message, null).ConfigureAwait(false);
        return CodeDelivery.Failed;
    }

    /// <summary>A notice is shown in the application instead, a code is known not to come. An event that nobody can read has nothing to tell.</summary>
    private async Task<bool> TryWriteDownGivenUpAsync(OutboxMessage message)
    {
        try
        {
            var happened = await ReadEventAsync(message).ConfigureAwait(false);
            if (OwedEffects.AsksOwner(message.Effect) && happened is not null && OwedEffects.CodeOf(happened) is { } challenge)
                await journal.CodeFailedAsync(message, challenge, DeliveryFailure.GivenUp).ConfigureAwait(false);
            else if (message.Effect is OutboxEffect.NotifyOwner && happened is not null && OwedEffects.NoticeOf(happened) is { } kind)
                await journal.NoticeUndeliverableAsync(message, kind).ConfigureAwait(false);
            return true;
        }
#pragma warning disable CA1031 // The store or the history is down, or every save lost its race.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            LogNotWrittenDown(logger, message.Effect, failure.GetType().Name);
            return false;
        }
    }

    /// <summary>The event that a message tells about, or null for one that is there and cannot be read. That the history is down says nothing of the event, and throws.</summary>
    private async Task<EnrolmentEvent?> ReadEventAsync(OutboxMessage message)
    {
        try
        {
            return await delivery.ReadEventAsync(message, CancellationToken.None).ConfigureAwait(false);
        }
        catch (StoredDataException unreadable)
        {
            LogUnreadable(logger, message.Effect, unreadable.GetType().Name);
            return null;
        }
    }

    /// <summary>Ends the lease. Where that fails, the lease ends by itself and the message is taken again.</summary>
    private async Task CompleteAsync(OutboxMessage message, Instant? retryAt)
    {
        try
        {
            if (!await outbox.CompleteAsync(message, retryAt, CancellationToken.None).ConfigureAwait(false))
                LogLate(logger, message.Effect);
        }
#pragma warning disable CA1031 // The store is down. What was sent is sent, and is not an attempt that failed.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            LogUncompleted(logger, message.Effect, failure.GetType().Name);
        }
    }

    private Instant RetryAt(OutboxMessage message, int attempts) => clock.GetCurrentInstant() + timing.WaitAfter(attempts, message.Id);

    [LoggerMessage(1, LogLevel.Warning, "{Effect}: attempt {Attempt} failed ({Failure}); it is tried again.")]
    private static partial void LogFailedAttempt(ILogger logger, OutboxEffect effect, int attempt, string failure);

    [LoggerMessage(2, LogLevel.Error, "{Effect}: given up after {Attempts} attempts.")]
    private static partial void LogGivenUp(ILogger logger, OutboxEffect effect, int attempts);

    [LoggerMessage(4, LogLevel.Warning, "{Effect}: it will not go out ({Reason}), and is not tried again.")]
    private static partial void LogRefused(ILogger logger, OutboxEffect effect, DeliveryFailure reason);

    [LoggerMessage(5, LogLevel.Information, "{Effect}: not sent, because the holder of the number opted out of messages.")]
    private static partial void LogOptedOut(ILogger logger, OutboxEffect effect);

    [LoggerMessage(6, LogLevel.Warning, "{Effect}: its lease was over, or its enrolment erased, before the attempt could be marked as ended; it may go out twice. If this comes often, raise OutboxLease or compare the clocks of the processes.")]
    private static partial void LogLate(ILogger logger, OutboxEffect effect);

    [LoggerMessage(7, LogLevel.Warning, "{Effect}: the outbox could not be written ({Failure}); the message is taken again when its lease is over.")]
    private static partial void LogUncompleted(ILogger logger, OutboxEffect effect, string failure);

    [LoggerMessage(12, LogLevel.Error, "{Effect}: how it ended could not be written down ({Failure}).")]
    private static partial void LogNotWrittenDown(ILogger logger, OutboxEffect effect, string failure);

    [LoggerMessage(9, LogLevel.Error, "{Effect}: the event that it tells about cannot be read ({Failure}).")]
    private static partial void LogUnreadable(ILogger logger, OutboxEffect effect, string failure);
}
