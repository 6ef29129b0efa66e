namespace LoginVerification.Testing;

public abstract partial class EnrolmentsContract
{
    private static readonly EnrolmentId NextEnrolment = EnrolmentId.Parse("00112233445566778899aabbccddeeff");

    /// <summary>A clause.</summary>
    public async Task An_account_that_never_did_anything_has_no_history() =>
        Demand.SameItems([], await HistoryAsync(await OpenAsync().ConfigureAwait(false), Alice).ConfigureAwait(false), "The history of an unknown account");

    /// <summary>A clause.</summary>
    public async Task Every_kind_of_event_comes_back_as_it_was_in_its_order()
    {
        var ports = await OpenAsync().ConfigureAwait(false);
        var events = Samples.Events;
        await SaveAsync(ports, Change(Alice, 0, [.. events.Take(1)])).ConfigureAwait(false);
        await SaveAsync(ports, Change(Bob, 0, [.. events.Take(2)])).ConfigureAwait(false);
        await SaveAsync(ports, Change(Alice, 1, [.. events.Skip(1)])).ConfigureAwait(false);
        await SaveAsync(ports, Change(Alice, events.Count, [.. events.Reverse()])).ConfigureAwait(false);
        Demand.SameItems(events.Concat(events.Reverse()), await HistoryAsync(ports, Alice).ConfigureAwait(false), "The history over three saves");
        Demand.SameItems(events.Take(2), await HistoryAsync(ports, Bob).ConfigureAwait(false), "The history of another account");
    }

    /// <summary>A clause: a message needs what it tells about, not all that went before.</summary>
    public async Task A_history_can_be_read_from_any_version_on()
    {
        var ports = await OpenAsync().ConfigureAwait(false);
        var events = Samples.Events;
        await SaveAsync(ports, Change(Alice, 0, events)).ConfigureAwait(false);
        await SaveAsync(ports, Change(Bob, 0, [.. events.Take(2)])).ConfigureAwait(false);
        foreach (var from in new[] { 1, 2, events.Count - 1, events.Count, events.Count + 1 })
            Demand.SameItems(events.Skip(from - 1), await HistoryAsync(ports, Alice, from).ConfigureAwait(false), $"The history from version {from} on");
    }

    /// <summary>A clause: a history has no bound, and is shown in pages.</summary>
    public async Task A_history_read_page_by_page_is_the_whole()
    {
        var ports = await OpenAsync().ConfigureAwait(false);
        var events = Samples.Events;
        await SaveAsync(ports, Change(Alice, 0, events)).ConfigureAwait(false);
        await SaveAsync(ports, Change(Bob, 0, [.. events.Take(2)])).ConfigureAwait(false);
        foreach (var most in new[] { 1, 2, 7, events.Count - 1, events.Count, events.Count + 1 })
        {
            for (var from = 1; from <= events.Count + 1; from += most)
                Demand.SameItems(events.Skip(from - 1).Take(most), await HistoryAsync(ports, Alice, from, most).ConfigureAwait(false), $"A page of at most {most} from version {from} on");
        }
    }

    /// <summary>A clause.</summary>
    public async Task An_erased_account_leaves_nothing_behind()
    {
        var ports = await OpenAsync().ConfigureAwait(false);
        await SaveAsync(ports, Change(WithPhone(Alice, 1) with { OptedOut = [new OptOut(Samples.British.Number, Now)] }, OneEvent(), Message(Alice, 1))).ConfigureAwait(false);
        await ports.History.EraseAsync(Alice, Samples.Erased, CancellationToken.None).ConfigureAwait(false);
        await DemandSnapshotAsync(ports, Alice, null, "An erased account").ConfigureAwait(false);
        Demand.SameItems([], await HistoryAsync(ports, Alice).ConfigureAwait(false), "The history of an erased account");
        await DemandClaimAsync(ports, Now, [], "The messages of an erased account").ConfigureAwait(false);
        await DemandWaitingAsync(ports, Alice, [], "An erased account").ConfigureAwait(false);
        await DemandCountAsync(ports, Bob, 0, "After the only account with the number was erased").ConfigureAwait(false);
        await DemandFoundAsync(ports, [], "Accounts with the number of an erased one").ConfigureAwait(false);
        await DemandOptedOutAsync(ports, false, "A number whose holder opted out of an erased account").ConfigureAwait(false);
    }

    /// <summary>A clause.</summary>
    public async Task An_erasure_leaves_other_accounts_alone()
    {
        var ports = await OpenAsync().ConfigureAwait(false);
        foreach (var account in new[] { Alice, Bob, AccountId.Parse("Alice") })
            await SaveAsync(ports, Change(account, 0, OneEvent(), Message(account, 1))).ConfigureAwait(false);
        await ports.History.EraseAsync(Alice, Samples.Erased, CancellationToken.None).ConfigureAwait(false);
        foreach (var account in new[] { Bob, AccountId.Parse("Alice") })
        {
            await DemandSnapshotAsync(ports, account, Empty(account, 1), "The snapshot beside an erased account").ConfigureAwait(false);
            Demand.SameItems(OneEvent(), await HistoryAsync(ports, account).ConfigureAwait(false), "The history beside an erased account");
        }

        await DemandClaimAsync(ports, Now, [Message(Bob, 1), Message(AccountId.Parse("Alice"), 1)], "The messages beside an erased account").ConfigureAwait(false);
    }

    /// <summary>A clause.</summary>
    public async Task An_erased_account_can_begin_again()
    {
        var ports = await OpenAsync().ConfigureAwait(false);
        var change = Change(Alice, 0, OneEvent(), Message(Alice, 1));
        await SaveAsync(ports, change).ConfigureAwait(false);
        await ports.History.EraseAsync(Alice, Samples.Erased, CancellationToken.None).ConfigureAwait(false);
        await SaveAsync(ports, change).ConfigureAwait(false);
        Demand.SameItems(change.Events, await HistoryAsync(ports, Alice).ConfigureAwait(false), "The history of an account that began again");
        await DemandClaimAsync(ports, Now, change.Outbox, "The messages of an account that began again").ConfigureAwait(false);
    }

    /// <summary>A clause: a command in flight had read what was erased, and does not bring it back.</summary>
    public async Task What_was_read_before_an_erasure_is_not_saved_after_it()
    {
        var ports = await OpenAsync().ConfigureAwait(false);
        await SaveAsync(ports, Change(Alice, 0, OneEvent())).ConfigureAwait(false);
        var inFlight = Change(WithPhone(Alice, 2), OneEvent(1), Message(Alice, 2));
        await ports.History.EraseAsync(Alice, Samples.Erased, CancellationToken.None).ConfigureAwait(false);
        await DemandRefusedAsync(ports, inFlight).ConfigureAwait(false);
        await DemandSnapshotAsync(ports, Alice, null, "An erased account after a save in flight").ConfigureAwait(false);

        var next = Change(Empty(Alice, 1) with { Id = NextEnrolment }, OneEvent());
        await SaveAsync(ports, next).ConfigureAwait(false);
        await DemandRefusedAsync(ports, inFlight).ConfigureAwait(false);
        await DemandSnapshotAsync(ports, Alice, next.Enrolment, "The next enrolment, at the version that a save in flight expected of the erased one,").ConfigureAwait(false);
        await DemandClaimAsync(ports, Now, [], "The messages of a save in flight").ConfigureAwait(false);
    }

    /// <summary>A clause: an attempt that outlasts the erasure of its account ends under the next enrolment.</summary>
    public async Task A_late_completion_of_an_erased_enrolment_leaves_the_next_one_alone()
    {
        var ports = await OpenAsync().ConfigureAwait(false);
        await SaveAsync(ports, Change(Alice, 0, OneEvent(), Message(Alice, 1))).ConfigureAwait(false);
        var late = (await ClaimAsync(ports, Now).ConfigureAwait(false)).Single();
        await ports.History.EraseAsync(Alice, Samples.Erased, CancellationToken.None).ConfigureAwait(false);
        var next = MessageOf(NextEnrolment, Alice, 1);
        await SaveAsync(ports, Change(Empty(Alice, 1) with { Id = NextEnrolment }, OneEvent(), next)).ConfigureAwait(false);
        await DemandLateAsync(ports, late, null, "A completion for an erased enrolment").ConfigureAwait(false);
        await DemandLateAsync(ports, late, Now, "A putting back for an erased enrolment").ConfigureAwait(false);
        await DemandClaimAsync(ports, Now, [next], "The messages of the next enrolment").ConfigureAwait(false);
    }

    /// <summary>A clause: what had happened stays known, and no number with it.</summary>
    public async Task An_erasure_leaves_what_had_happened_when_and_by_whom()
    {
        var ports = await OpenAsync().ConfigureAwait(false);
        var events = Samples.Events;
        await SaveAsync(ports, Change(Alice, 0, [.. events.Take(2)])).ConfigureAwait(false);
        await SaveAsync(ports, Change(WithPhone(Alice, events.Count), [.. events.Skip(2)])).ConfigureAwait(false);
        await SaveAsync(ports, Change(Bob, 0, OneEvent())).ConfigureAwait(false);
        await ports.History.EraseAsync(Alice, Samples.Erased, CancellationToken.None).ConfigureAwait(false);
        await DemandErasuresAsync(ports, Alice, [ErasureOf(events)], "What is left of an erased account").ConfigureAwait(false);
        await DemandErasuresAsync(ports, Bob, [], "What is left beside an erased account").ConfigureAwait(false);
    }

    /// <summary>A clause: an account may begin again, and be erased again.</summary>
    public async Task Each_enrolment_that_was_erased_leaves_its_own_trail_in_their_order()
    {
        var ports = await OpenAsync().ConfigureAwait(false);
        var expected = new List<Erasure>();
        foreach (var count in new[] { 3, 1, 2 })
        {
            await SaveAsync(ports, Change(Alice, 0, [.. Samples.Events.Take(count)])).ConfigureAwait(false);
            await DemandErasuresAsync(ports, Alice, expected, "What is left beside the next enrolment").ConfigureAwait(false);
            await ports.History.EraseAsync(Alice, Samples.Erased, CancellationToken.None).ConfigureAwait(false);
            expected.Add(ErasureOf(Samples.Events.Take(count)));
        }

        await DemandErasuresAsync(ports, Alice, expected, "What is left of three enrolments").ConfigureAwait(false);
    }

    /// <summary>A clause: of nothing, nothing is left.</summary>
    public async Task Where_there_is_nothing_an_erasure_leaves_no_trail()
    {
        var ports = await OpenAsync().ConfigureAwait(false);
        await ports.History.EraseAsync(Alice, Samples.Erased, CancellationToken.None).ConfigureAwait(false);
        await DemandErasuresAsync(ports, Alice, [], "What is left of an unknown account").ConfigureAwait(false);
        await SaveAsync(ports, Change(Alice, 0, OneEvent())).ConfigureAwait(false);
        await ports.History.EraseAsync(Alice, Samples.Erased, CancellationToken.None).ConfigureAwait(false);
        await ports.History.EraseAsync(Alice, Samples.Erased, CancellationToken.None).ConfigureAwait(false);
        await DemandErasuresAsync(ports, Alice, [ErasureOf(OneEvent())], "What is left of an account that was erased twice").ConfigureAwait(false);
    }

    /// <summary>A clause: an erasure may be asked for twice.</summary>
    public async Task An_unknown_account_can_be_erased() =>
        await (await OpenAsync().ConfigureAwait(false)).History.EraseAsync(Alice, Samples.Erased, CancellationToken.None).ConfigureAwait(false);

    private static Erasure ErasureOf(IEnumerable<EnrolmentEvent> events)
    {
        ErasedEvent[] left = [.. events.Select((happened, index) => ErasedEvent.Of(index + 1, happened))];
        return new(Samples.Erased, left.Length, left.ToValueList());
    }

    private static async Task DemandErasuresAsync(EnrolmentPorts ports, AccountId account, IEnumerable<Erasure> expected, string what) => Demand.SameItems(
        expected, Demand.Present(await ports.History.ReadErasuresAsync(account, CancellationToken.None).ConfigureAwait(false), what), what);
}
