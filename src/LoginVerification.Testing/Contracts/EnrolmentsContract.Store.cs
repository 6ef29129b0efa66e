using NodaTime;

namespace LoginVerification.Testing;

public abstract partial class EnrolmentsContract
{
    private const int Races = 10;

    /// <summary>A clause.</summary>
    public async Task An_account_that_never_did_anything_loads_as_null() =>
        await DemandSnapshotAsync(await OpenAsync().ConfigureAwait(false), Alice, null, "An unknown account").ConfigureAwait(false);

    /// <summary>A clause.</summary>
    public async Task A_snapshot_loads_as_it_was_saved()
    {
        var ports = await OpenAsync().ConfigureAwait(false);
        var (filled, empty) = (Samples.Filled(Alice, 1), Empty(Bob, 1));
        await SaveAsync(ports, Change(filled, OneEvent())).ConfigureAwait(false);
        await SaveAsync(ports, Change(empty, OneEvent())).ConfigureAwait(false);
        await DemandSnapshotAsync(ports, Alice, filled, "A snapshot with everything").ConfigureAwait(false);
        await DemandSnapshotAsync(ports, Bob, empty, "A snapshot with nothing").ConfigureAwait(false);
    }

    /// <summary>A clause.</summary>
    public async Task Instants_keep_their_milliseconds()
    {
        var ports = await OpenAsync().ConfigureAwait(false);
        var second = Instant.FromUtc(2026, 3, 29, 1, 0);
        Instant[] instants =
        [
            Instant.FromUtc(1969, 12, 31, 23, 59, 59) + Duration.FromMilliseconds(999),
            second, second + Millisecond, second + Duration.FromMilliseconds(10), second + Duration.FromMilliseconds(999),
            // The stored format keeps none that is later.
            Instant.FromUtc(8999, 12, 31, 23, 59, 59) + Duration.FromMilliseconds(999),
        ];
        var enrolment = Empty(Alice, instants.Length) with
        {
            ChangedAt = instants[^1],
            Sends = [.. instants.Select(at => new SentCode(CodePurpose.Enrol, Samples.British.Number, at))],
        };
        EnrolmentEvent[] events = [.. instants.Select(at => new Unlocked(1) { Origin = new Origin(at, Initiator.Operator, null) })];
        await SaveAsync(ports, Change(enrolment, events)).ConfigureAwait(false);
        await DemandSnapshotAsync(ports, Alice, enrolment, "A snapshot").ConfigureAwait(false);
        Demand.SameItems(events, await HistoryAsync(ports, Alice).ConfigureAwait(false), "A history");
    }

    /// <summary>A clause.</summary>
    public async Task A_later_save_takes_the_place_of_the_earlier()
    {
        var ports = await OpenAsync().ConfigureAwait(false);
        await SaveAsync(ports, Change(Samples.Filled(Alice, 1), OneEvent())).ConfigureAwait(false);
        await ports.Store.LoadAsync(Alice, CancellationToken.None).ConfigureAwait(false);
        var later = Empty(Alice, 2) with { Sends = [new SentCode(CodePurpose.Enrol, Samples.British.Number, Now)] };
        await SaveAsync(ports, Change(later, OneEvent())).ConfigureAwait(false);
        await DemandSnapshotAsync(ports, Alice, later, "The snapshot after a second save").ConfigureAwait(false);
    }

    /// <summary>A clause.</summary>
    public async Task A_save_at_another_version_than_the_stored_one_is_refused()
    {
        var ports = await OpenAsync().ConfigureAwait(false);
        await SaveAsync(ports, Change(Alice, 0, Samples.Events)).ConfigureAwait(false);
        foreach (var stale in new[] { 0L, 1, Samples.Events.Count - 1, Samples.Events.Count + 1 })
            await DemandRefusedAsync(ports, Change(Alice, stale, OneEvent())).ConfigureAwait(false);
        await DemandRefusedAsync(ports, Change(Bob, 1, OneEvent())).ConfigureAwait(false);
    }

    /// <summary>A clause.</summary>
    public async Task A_refused_save_writes_neither_snapshot_nor_events_nor_messages()
    {
        var ports = await OpenAsync().ConfigureAwait(false);
        var first = Change(Alice, 0, OneEvent(), Message(Alice, 1));
        await SaveAsync(ports, first).ConfigureAwait(false);
        await ports.Store.TrySaveAsync(Change(Samples.Filled(Alice, 3), Samples.Events.Take(3).ToArray(), Message(Alice, 2), Message(Alice, 3)), CancellationToken.None).ConfigureAwait(false);
        await DemandSnapshotAsync(ports, Alice, first.Enrolment, "The snapshot after a refused save").ConfigureAwait(false);
        Demand.SameItems(first.Events, await HistoryAsync(ports, Alice).ConfigureAwait(false), "The history after a refused save");
        await DemandClaimAsync(ports, Now, first.Outbox, "The messages after a refused save").ConfigureAwait(false);
    }

    /// <summary>A clause.</summary>
    public async Task Of_parallel_first_saves_exactly_one_wins()
    {
        var ports = await OpenAsync().ConfigureAwait(false);
        for (var race = 0; race < Races; race++)
            await DemandOneWinnerAsync(ports, AccountId.Parse($"account {race}"), 0).ConfigureAwait(false);
    }

    /// <summary>A clause.</summary>
    public async Task Of_parallel_later_saves_exactly_one_wins()
    {
        var ports = await OpenAsync().ConfigureAwait(false);
        for (var race = 0; race < Races; race++)
            await DemandOneWinnerAsync(ports, Alice, race).ConfigureAwait(false);
    }

    /// <summary>A clause.</summary>
    public async Task Of_two_saves_that_say_the_same_one_wins()
    {
        var ports = await OpenAsync().ConfigureAwait(false);
        var another = await OpenAnotherAsync(ports).ConfigureAwait(false);
        await SaveAsync(ports, Change(Alice, 0, OneEvent())).ConfigureAwait(false);
        // Two wrong codes in the same millisecond: both have to count.
        var change = Change(Alice, 1, OneEvent(1));
        await SaveAsync(ports, change).ConfigureAwait(false);
        await DemandRefusedAsync(another, change).ConfigureAwait(false);
    }

    /// <summary>A clause.</summary>
    public async Task A_cancelled_save_is_written_whole_or_not_at_all()
    {
        var ports = await OpenAsync().ConfigureAwait(false);
        var change = Change(Alice, 0, OneEvent(), Message(Alice, 1));
        var written = await Demand.DoneOrCancelledAsync(async cancelled => await ports.Store.TrySaveAsync(change, cancelled).ConfigureAwait(false)).ConfigureAwait(false);
        await DemandSnapshotAsync(ports, Alice, written ? change.Enrolment : null, "The snapshot after a cancelled save").ConfigureAwait(false);
        Demand.SameItems(written ? change.Events : [], await HistoryAsync(ports, Alice).ConfigureAwait(false), "The history after a cancelled save");
        await DemandClaimAsync(ports, Now, written ? change.Outbox : [], "The messages after a cancelled save").ConfigureAwait(false);
    }

    /// <summary>A clause.</summary>
    public async Task Accounts_differ_by_every_character()
    {
        var ports = await OpenAsync().ConfigureAwait(false);
        AccountId[] accounts = [AccountId.Parse("alice"), AccountId.Parse("Alice"), AccountId.Parse("ALICE"), AccountId.Parse("alice "), AccountId.Parse(" alice"), AccountId.Parse("al%ce"), AccountId.Parse("al_ce"), AccountId.Parse("al*ce"), AccountId.Parse("alice/1"), AccountId.Parse("ali'ce"), AccountId.Parse("al\"ice"), AccountId.Parse("alıce"), AccountId.Parse("al\u00EDce"), AccountId.Parse("ali\u0301ce"), AccountId.Parse("ａlice"), AccountId.Parse("алиса"), AccountId.Parse("愛麗絲"), AccountId.Parse("👩"), AccountId.Parse("👨"), AccountId.Parse("ß"), AccountId.Parse("ss")];
        foreach (var (index, account) in accounts.Index())
            await SaveAsync(ports, Change(account, 0, OneEvent(index % Samples.Events.Count), Message(account, 1))).ConfigureAwait(false);
        foreach (var (index, account) in accounts.Index())
        {
            await DemandSnapshotAsync(ports, account, Empty(account, 1), "One of many similar accounts").ConfigureAwait(false);
            Demand.SameItems(OneEvent(index % Samples.Events.Count), await HistoryAsync(ports, account).ConfigureAwait(false), "The history of one of many similar accounts");
        }

        await DemandClaimAsync(ports, Now, accounts.Select(account => Message(account, 1)), "The messages of many similar accounts").ConfigureAwait(false);
    }

    /// <summary>A clause.</summary>
    public async Task An_account_may_have_the_most_characters_of_any_script()
    {
        var ports = await OpenAsync().ConfigureAwait(false);
        var (most, pairs) = (AccountId.MaxLength, AccountId.MaxLength / 2);
        AccountId[] accounts =
        [
            AccountId.Parse(new string('a', most)), AccountId.Parse(new string('a', most - 1) + "b"), AccountId.Parse(new string('電', most)), AccountId.Parse(new string('電', most - 1) + "話"),
            AccountId.Parse(string.Concat(Enumerable.Repeat("👩", pairs))), AccountId.Parse(string.Concat(Enumerable.Repeat("👩", pairs - 1)) + "👨"),
        ];
        foreach (var account in accounts)
            await SaveAsync(ports, Change(account, 0, OneEvent(), Message(account, 1))).ConfigureAwait(false);
        foreach (var account in accounts)
            await DemandSnapshotAsync(ports, account, Empty(account, 1), "A long account").ConfigureAwait(false);
        await DemandClaimAsync(ports, Now, accounts.Select(account => Message(account, 1)), "The messages of long accounts").ConfigureAwait(false);
    }

    private static async Task DemandRefusedAsync(EnrolmentPorts ports, EnrolmentChange change) => Demand.That(
        !await ports.Store.TrySaveAsync(change, CancellationToken.None).ConfigureAwait(false),
        $"A save was accepted at version {change.ExpectedVersion}, which is not the stored one.");

    private async Task DemandOneWinnerAsync(EnrolmentPorts ports, AccountId account, long version)
    {
        var another = await OpenAnotherAsync(ports).ConfigureAwait(false);
        EnrolmentChange[] changes =
        [
            .. Enumerable.Range(0, Callers).Select(caller => Change(
                Empty(account, version + 1) with { Sends = [new SentCode(CodePurpose.Enrol, Samples.British.Number, Now - (caller * Millisecond))] },
                OneEvent(caller),
                Message(account, version + 1, (OutboxEffect)(caller % 3)))),
        ];
        var saved = await Demand.AtOnceAsync(
            Callers,
            caller => (caller % 2 is 0 ? ports : another).Store.TrySaveAsync(changes[caller], CancellationToken.None).AsTask()).ConfigureAwait(false);
        Demand.Same(1, saved.Count(won => won), "Winners of a race for one version");
        var winner = changes[saved.Index().Single(race => race.Item).Index];
        await DemandSnapshotAsync(ports, account, winner.Enrolment, "The snapshot after a race").ConfigureAwait(false);
        var history = await HistoryAsync(ports, account).ConfigureAwait(false);
        Demand.Same(version + 1, history.Count, "The number of events after a race");
        Demand.Same(winner.Events[0], history[^1], "The last event after a race");
        await DemandClaimAsync(ports, Now, winner.Outbox, "The messages after a race").ConfigureAwait(false);
    }
}
