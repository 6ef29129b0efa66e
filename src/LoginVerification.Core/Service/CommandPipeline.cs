using Microsoft.Extensions.Logging;
using NodaTime;

namespace LoginVerification.Engine;

/// <summary>The shell around the rules: load, gather facts, decide, save once, then send. A lost race starts again with fresh facts.</summary>
internal sealed partial class CommandPipeline(
    IEnrolmentStore store,
    Accounts accounts,
    FactGatherer gatherer,
    OutboxMessages messages,
    OutboxDispatcher dispatcher,
    RequestLedger requests,
    EnrolmentPolicy policy,
    Explainer explainer,
    BackupCodeSets backupCodes,
    CommandObserver observer,
    IClock clock,
    ILogger<CommandPipeline> logger)
{
    /// <summary>Who loses so often meets a storm on one account, and is told so.</summary>
    private const int MostAttempts = 20;

    /// <summary>Carries out a command, or refuses it.</summary>
    /// <exception cref="ArgumentException">The surface is not declared by the policy, or the command is not this caller's to give.</exception>
    public ValueTask<CommandOutcome> RunAsync(Caller caller, EnrolmentCommand command, CancellationToken cancellationToken)
    {
        Ensure(caller, command);
        return observer.IsListenedTo
            ? observer.ObserveAsync(caller, command, CarryOutAsync, cancellationToken)
            : CarryOutAsync(caller, command, cancellationToken);
    }

    /// <summary>Throws for what no user can do.</summary>
    /// <exception cref="ArgumentException">The surface is not declared by the policy, or the command is not this caller's to give.</exception>
    public void Ensure(Caller caller, EnrolmentCommand command) => Decider.Ensure(caller.OriginAt(clock.GetCurrentInstant()), command, policy.Gate);

    private async ValueTask<CommandOutcome> CarryOutAsync(Caller caller, EnrolmentCommand command, CancellationToken cancellationToken)
    {
        var enrolment = new Enrolment(caller.Account);
        var asked = new SendAnswers();
        DrawnBackupCodes? drawn = null;
        for (var attempt = 0; attempt < MostAttempts; attempt++)
        {
            enrolment = await accounts.LoadAsync(caller.Account, cancellationToken).ConfigureAwait(false);
            var now = clock.GetCurrentInstant();
            if (PassageOfTime.Due(enrolment, now) is { } due && (due, command) is not (PendingLapsed, LapsePending))
            {
                await PassAsync(Evolution.ChangeBy(enrolment, [due], []), due, cancellationToken).ConfigureAwait(false);
                continue;
            }

            var origin = caller.OriginAt(PassageOfTime.TimeOf(enrolment, now));
            if (requests.Find(enrolment, caller, command, origin.At) is { } earlier)
            {
                var known = await gatherer.AboutCallerAsync(caller, command, enrolment, origin, now, cancellationToken).ConfigureAwait(false);
                return await RepeatAsync(earlier, caller, command, new Situation(enrolment, known, policy), cancellationToken).ConfigureAwait(false);
            }

            // From here on it is known whether a code is right: who hangs up now shall not have tried for nothing.
            if (command is ConfirmCode or AnswerSignIn or UseBackupCode or AnswerPrompt)
                cancellationToken = CancellationToken.None;
            var facts = await gatherer.GatherAsync(caller, command, enrolment, origin, now, asked, cancellationToken).ConfigureAwait(false);
            // A set costs as much as ten passwords: it is computed for who gets it alone, and once.
            if (command is IssueBackupCodes && Decider.Decide(new Situation(enrolment, facts with { NewBackupCodes = BackupCodeSets.Some }, policy), command).Refusal is null)
                facts = facts with { NewBackupCodes = (drawn ??= backupCodes.Draw()).Set };
            var decision = explainer.Decide(enrolment, command, facts);
            if (decision.Events.Count == 0)
                return new CommandOutcome(enrolment, decision.Refusal);
            if (requests.FindCounted(enrolment, caller, command, decision.Refusal?.Code, origin.At) is { } counted)
                return await RepeatAsync(counted, caller, command, new Situation(enrolment, facts, policy), cancellationToken).ConfigureAwait(false);

            var events = requests.Entry(caller, command, decision.Refusal?.Code, origin.At) is { } request
                ? [.. decision.Events, new RequestHandled(request) { Origin = origin }]
                : decision.Events;
            var saved = clock.GetCurrentInstant();
            var change = Evolution.ChangeBy(enrolment, events, messages.For(enrolment, events, saved, dispatcher.LeaseFrom(saved)));
            if (!await store.TrySaveAsync(change, cancellationToken).ConfigureAwait(false))
                continue;
            SavedEvents.Count(change);
            return new CommandOutcome(change.Enrolment, decision.Refusal)
            {
                CodeDelivery = await dispatcher.DispatchAsync(change).ConfigureAwait(false),
                BackupCodes = drawn?.Shown ?? [],
            };
        }

        return new CommandOutcome(enrolment, Crowded(clock.GetCurrentInstant()));
    }

    /// <summary>Saves what time did by itself.</summary>
    private async ValueTask PassAsync(EnrolmentChange passed, EnrolmentEvent due, CancellationToken cancellationToken)
    {
        if (!await store.TrySaveAsync(passed, cancellationToken).ConfigureAwait(false))
            return;
        SavedEvents.Count(passed);
        if (due is ClockSetBack setBack)
            Report(setBack);
    }

    /// <summary>The answer of a request that was carried out before, for whoever may give the command and gives it with the same content.</summary>
    private async ValueTask<CommandOutcome> RepeatAsync(
        HandledRequest earlier, Caller caller, EnrolmentCommand command, Situation situation, CancellationToken cancellationToken)
    {
        var enrolment = situation.Enrolment;
        if (RecentAuthentication.Check(situation, command) is { } stale)
            return new CommandOutcome(enrolment, explainer.Explain(stale, situation, command).Refusal);
        if (!requests.IsSameContent(earlier, caller, command))
            return new CommandOutcome(enrolment, new Refusal(RefusalCode.IdempotencyKeyReused, Sources.IdempotencyKey));
        var refusal = earlier.Refusal is { } code ? explainer.Explain(new Refusal(code, Sources.IdempotencyKey), situation, command).Refusal : null;
        // What became of the code since the first answer is told as it stands now.
        var delivery = command is SubmitPhone or ResendCode ? await dispatcher.ReadCodeDeliveryAsync(enrolment, cancellationToken).ConfigureAwait(false) : null;
        return new CommandOutcome(enrolment, refusal) { Replayed = true, CodeDelivery = delivery };
    }

    private static Refusal Crowded(Instant now) =>
        new(RefusalCode.Conflict, Sources.Store) { RetryAt = now, WaysOut = [new WayOut.Retry(now)] };

    /// <summary>More than a day apart, a machine's clock was wrong by far, here or there. The event stands all the same: refused, it would shut the account until the false time.</summary>
    private void Report(ClockSetBack happened)
    {
        var ahead = happened.From - happened.Origin.At;
        LogSetBack(logger, ahead > Duration.FromDays(1) ? LogLevel.Error : LogLevel.Warning, (long)ahead.TotalMinutes);
    }

    [LoggerMessage(EventId = 21, Message = "The clock is {Minutes} min behind the last event of an enrolment, whose times are moved back. Compare the clocks of the processes.")]
    private static partial void LogSetBack(ILogger logger, LogLevel level, long minutes);
}

/// <summary>What a command came to.</summary>
/// <param name="Enrolment">The snapshot afterwards.</param>
/// <param name="Refusal">Why not, or null for yes.</param>
internal sealed record CommandOutcome(Enrolment Enrolment, Refusal? Refusal)
{
    /// <summary>Whether this is the answer that the same request got before.</summary>
    public bool Replayed { get; init; }

    /// <summary>How far the code, or the push, came that the command asked for.</summary>
    public CodeDelivery? CodeDelivery { get; init; }

    /// <summary>The backup codes that were asked for.</summary>
    public ValueList<BackupCode> BackupCodes { get; init; } = [];
}
