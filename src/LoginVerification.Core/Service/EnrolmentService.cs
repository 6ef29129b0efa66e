using Microsoft.Extensions.Logging;
using NodaTime;

namespace LoginVerification.Engine;

/// <summary>The shell around the rules: load, gather facts, decide, save once, then send. A lost race starts again with fresh facts.</summary>
internal sealed partial class EnrolmentService(
    IEnrolmentStore store,
    IEnrolmentHistory history,
    FactGatherer gatherer,
    StatusReader statusReader,
    OutboxMessages messages,
    OutboxDispatcher dispatcher,
    RequestLedger requests,
    EnrolmentPolicy policy,
    Explainer explainer,
    IClock clock,
    ILogger<EnrolmentService> logger) : IEnrolmentService
{
    /// <summary>Who loses so often meets a storm on one account, and is told so.</summary>
    private const int MostAttempts = 20;

    public async ValueTask<EnrolmentResult> HandleAsync(Caller caller, EnrolmentCommand command, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(caller);
        ArgumentNullException.ThrowIfNull(command);
        Decider.Ensure(OriginOf(caller, clock.GetCurrentInstant()), command, policy.Gate);
        var enrolment = new Enrolment(caller.Account);
        var asked = new SendAnswers();
        for (var attempt = 0; attempt < MostAttempts; attempt++)
        {
            enrolment = await LoadAsync(caller.Account, cancellationToken).ConfigureAwait(false);
            var now = clock.GetCurrentInstant();
            if (PassageOfTime.Due(enrolment, now) is { } due && (due, command) is not (PendingLapsed, LapsePending))
            {
                if (await store.TrySaveAsync(Evolution.ChangeBy(enrolment, [due], []), cancellationToken).ConfigureAwait(false) && due is ClockSetBack setBack)
                    Report(setBack);
                continue;
            }

            var origin = OriginOf(caller, PassageOfTime.TimeOf(enrolment, now));

            if (requests.Find(enrolment, caller, command, origin.At) is { } earlier)
                return await RepeatAsync(earlier, caller, command, new Situation(enrolment, gatherer.WithoutPorts(caller, command, enrolment, origin, now), policy), cancellationToken).ConfigureAwait(false);

            // From here on it is known whether a code is right: who hangs up now shall not have tried for nothing.
            if (command is ConfirmCode)
                cancellationToken = CancellationToken.None;
            var facts = await gatherer.GatherAsync(caller, command, enrolment, origin, now, asked, cancellationToken).ConfigureAwait(false);
            var decision = explainer.Decide(enrolment, command, facts);
            if (decision.Events.Count == 0)
                return new EnrolmentResult(enrolment.State, decision.Refusal);

            var events = requests.Entry(caller, command, decision.Refusal?.Code, origin.At) is { } request
                ? [.. decision.Events, new RequestHandled(request) { Origin = origin }]
                : decision.Events;
            var saved = clock.GetCurrentInstant();
            var change = Evolution.ChangeBy(enrolment, events, messages.For(enrolment, events, saved, dispatcher.LeaseFrom(saved)));
            if (await store.TrySaveAsync(change, cancellationToken).ConfigureAwait(false))
                return new EnrolmentResult(change.Enrolment.State, decision.Refusal) { CodeDelivery = await dispatcher.DispatchAsync(change).ConfigureAwait(false) };
        }

        return new EnrolmentResult(enrolment.State, Crowded(clock.GetCurrentInstant()));
    }

    public async ValueTask<EnrolmentStatus> GetStatusAsync(Caller caller, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(caller);
        if (caller is not { Initiator: Initiator.User, Surface: { } surface })
            throw new ArgumentException("A status is its owner's to read. Make the caller with Caller.User.", nameof(caller));
        policy.Gate.EnsureDeclares(surface);
        var enrolment = await LoadAsync(caller.Account, cancellationToken).ConfigureAwait(false);
        return await statusReader.ReadAsync(enrolment, caller, surface, clock.GetCurrentInstant(), cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask<LoginRequirement> GetLoginRequirementAsync(AccountId account, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(account);
        try
        {
            var enrolment = await LoadAsync(account, cancellationToken).ConfigureAwait(false);
            return await statusReader.ReadLoginRequirementAsync(enrolment, cancellationToken).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // Whatever a store throws, nobody may take it for "no protection".
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogUnreadable(logger, failure.GetType().Name);
            return new LoginRequirement.Blocked(BlockReason.EnrolmentUnreadable);
        }
    }

    public async ValueTask<EnrolmentResult> EraseAsync(Caller caller, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(caller);
        // Limits, locks and notices go with an enrolment: an owner who erased would be outside all of them.
        if (caller.Initiator is not Initiator.Operator)
            throw new ArgumentException("Staff alone erase. Where your application deletes the account, write ForOperator(account, \"account-deletion\").EraseAsync().", nameof(caller));
        await history.EraseAsync(caller.Account, OriginOf(caller, clock.GetCurrentInstant()), cancellationToken).ConfigureAwait(false);
        return new EnrolmentResult(EnrolmentState.NoPhone, null);
    }

    public async ValueTask<ValueList<AccountId>> FindAccountsAsync(PhoneInput number, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(number);
        var accounts = new HashSet<AccountId>();
        foreach (var meant in gatherer.NumbersIn(number))
            accounts.UnionWith(await store.FindAccountsAsync(meant, cancellationToken).ConfigureAwait(false));
        return accounts.ToValueList();
    }

    private async ValueTask<Enrolment> LoadAsync(AccountId account, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var loaded = await store.LoadAsync(account, cancellationToken).ConfigureAwait(false) ?? new Enrolment(account);
        return loaded.Account == account
            ? loaded
            : throw new InvalidDataException("The store answered with another account's enrolment. Compare account ids ordinally, upper and lower case apart.");
    }

    /// <summary>The answer of a request that was carried out before, for whoever may give the command and gives it with the same content.</summary>
    private async ValueTask<EnrolmentResult> RepeatAsync(
        HandledRequest earlier, Caller caller, EnrolmentCommand command, Situation situation, CancellationToken cancellationToken)
    {
        var state = situation.Enrolment.State;
        if (RecentAuthentication.Check(situation, command) is { } stale)
            return new EnrolmentResult(state, explainer.Explain(stale, situation, command).Refusal);
        if (!requests.IsSameContent(earlier, caller, command))
            return new EnrolmentResult(state, new Refusal(RefusalCode.IdempotencyKeyReused, Sources.IdempotencyKey));
        var refusal = earlier.Refusal is { } code ? explainer.Explain(new Refusal(code, Sources.IdempotencyKey), situation, command).Refusal : null;
        // What became of the code since the first answer is told as it stands now.
        var delivery = command is SubmitPhone or ResendCode ? await dispatcher.ReadCodeDeliveryAsync(situation.Enrolment, cancellationToken).ConfigureAwait(false) : null;
        return new EnrolmentResult(state, refusal) { Replayed = true, CodeDelivery = delivery };
    }

    private static Origin OriginOf(Caller caller, Instant at) =>
        new(at, caller.Initiator, caller.Surface) { StaffId = caller.StaffId, CorrelationId = caller.CorrelationId };

    private static Refusal Crowded(Instant now) =>
        new(RefusalCode.Conflict, Sources.Store) { RetryAt = now, WaysOut = [new WayOut.Retry(now)] };

    /// <summary>More than a day apart, a machine's clock was wrong by far, here or there. The event stands all the same: refused, it would shut the account until the false time.</summary>
    private void Report(ClockSetBack happened)
    {
        var ahead = happened.From - happened.Origin.At;
        LogSetBack(logger, ahead > Duration.FromDays(1) ? LogLevel.Error : LogLevel.Warning, (long)ahead.TotalMinutes);
    }

    [LoggerMessage(20, LogLevel.Error, "An enrolment could not be read ({Failure}); the sign-in is blocked.")]
    private static partial void LogUnreadable(ILogger logger, string failure);

    [LoggerMessage(EventId = 21, Message = "The clock is {Minutes} min behind the last event of an enrolment, whose times are moved back. Compare the clocks of the processes.")]
    private static partial void LogSetBack(ILogger logger, LogLevel level, long minutes);
}
