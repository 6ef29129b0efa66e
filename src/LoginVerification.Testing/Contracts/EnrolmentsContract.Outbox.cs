using NodaTime;

namespace LoginVerification.Testing;

public abstract partial class EnrolmentsContract
{
    private const int Batch = 5;
    private static readonly Duration Lease = LeaseEnd - Now;
    private static readonly OutboxEffect[] Effects = Enum.GetValues<OutboxEffect>();

    /// <summary>A clause.</summary>
    public async Task A_message_is_claimed_from_the_instant_on_that_it_is_due()
    {
        var (ports, message) = await OpenWithMessageAsync().ConfigureAwait(false);
        await DemandClaimAsync(ports, Now - Millisecond, [], "A claim a millisecond too early").ConfigureAwait(false);
        await DemandClaimAsync(ports, Now, [message], "A claim at the instant").ConfigureAwait(false);
    }

    /// <summary>A clause.</summary>
    public async Task A_message_that_a_clock_stamped_far_ahead_is_due_now()
    {
        var ports = await OpenAsync().ConfigureAwait(false);
        var waits = Message(Alice, 1) with { DueAt = Now + OutboxMessage.MostAhead };
        var stamped = Message(Alice, 2) with { DueAt = Now + OutboxMessage.MostAhead + Millisecond };
        await SaveAsync(ports, Change(Alice, 0, [.. OneEvent(), .. OneEvent(1)], waits, stamped)).ConfigureAwait(false);
        await DemandClaimAsync(ports, Now, [stamped], "A claim while one message is due as far ahead as any can be and the other a millisecond later").ConfigureAwait(false);
    }

    /// <summary>A clause.</summary>
    public async Task A_claimed_message_is_the_one_that_was_saved()
    {
        var ports = await OpenAsync().ConfigureAwait(false);
        AccountId account = AccountId.Parse("愛麗絲/1/SendCode");
        OutboxMessage[] messages = [.. Effects.Select(effect => Message(account, 1, effect)), Message(account, 2) with { Attempts = 3 }];
        await SaveAsync(ports, Change(account, 0, [.. OneEvent(), .. OneEvent(1)], messages)).ConfigureAwait(false);
        Demand.SameItems(
            messages.Select(message => message with { DueAt = LeaseEnd }),
            (await ClaimAsync(ports, Now).ConfigureAwait(false)).OrderBy(message => message.EventVersion).ThenBy(message => message.Effect),
            "The claimed messages");
    }

    /// <summary>A clause.</summary>
    public async Task No_more_messages_are_claimed_than_asked_for()
    {
        var ports = await OpenAsync().ConfigureAwait(false);
        var messages = await SaveManyAsync(ports, Batch).ConfigureAwait(false);
        var claimed = new List<string>();
        foreach (var expected in new[] { 2, 2, 1, 0 })
        {
            var claim = await ClaimAsync(ports, Now, most: 2).ConfigureAwait(false);
            Demand.Same(expected, claim.Count, "Messages in a claim of at most two");
            claimed.AddRange(claim.Select(message => message.Id));
        }

        Demand.SameItems(messages.Select(message => message.Id).Order(StringComparer.Ordinal), claimed.Order(StringComparer.Ordinal), "All claims together");
    }

    /// <summary>A clause.</summary>
    public async Task A_claimed_message_is_free_again_at_the_end_of_its_lease()
    {
        var (ports, message) = await OpenWithMessageAsync().ConfigureAwait(false);
        var another = await OpenAnotherAsync(ports).ConfigureAwait(false);
        await DemandClaimAsync(ports, Now, [message], "The first claim").ConfigureAwait(false);
        await DemandClaimAsync(another, LeaseEnd - Millisecond, [], "A claim a millisecond before the end of the lease").ConfigureAwait(false);
        await DemandClaimAsync(another, LeaseEnd, [message], "A claim at the end of the lease").ConfigureAwait(false);
    }

    /// <summary>A clause.</summary>
    public async Task Parallel_claimers_never_get_the_same_message()
    {
        var ports = await OpenAsync().ConfigureAwait(false);
        var another = await OpenAnotherAsync(ports).ConfigureAwait(false);
        var messages = await SaveManyAsync(ports, Callers * Batch).ConfigureAwait(false);
        var claims = await Demand.AtOnceAsync(Callers, caller => ClaimAllAsync(caller % 2 is 0 ? ports : another)).ConfigureAwait(false);
        Demand.SameItems(
            messages.Select(message => message.Id).Order(StringComparer.Ordinal),
            claims.SelectMany(claim => claim).Order(StringComparer.Ordinal),
            "All that parallel claimers got");
    }

    /// <summary>A clause.</summary>
    public async Task A_message_that_is_done_with_never_comes_back()
    {
        var (ports, message) = await OpenWithMessageAsync().ConfigureAwait(false);
        var claimed = (await ClaimAsync(ports, Now).ConfigureAwait(false)).Single();
        Demand.That(await ports.Outbox.CompleteAsync(claimed, null, CancellationToken.None).ConfigureAwait(false), "A completion in time was late.");
        await DemandClaimAsync(ports, Now + Duration.FromDays(365), [], "A claim long after it was done").ConfigureAwait(false);
    }

    /// <summary>A clause.</summary>
    public async Task A_message_that_is_put_back_returns_at_its_instant_with_its_attempts()
    {
        var (ports, message) = await OpenWithMessageAsync().ConfigureAwait(false);
        var claimed = (await ClaimAsync(ports, Now).ConfigureAwait(false)).Single();
        var retryAt = LeaseEnd + Duration.FromMinutes(5);
        Demand.That(await ports.Outbox.CompleteAsync(claimed with { Attempts = 4 }, retryAt, CancellationToken.None).ConfigureAwait(false), "A message was put back in time, and was late.");
        await DemandClaimAsync(ports, retryAt - Millisecond, [], "A claim a millisecond before the retry").ConfigureAwait(false);
        var again = await ClaimAsync(ports, retryAt).ConfigureAwait(false);
        Demand.SameItems([message with { Attempts = 4, DueAt = retryAt + Lease }], again, "The claim at the retry");
    }

    /// <summary>A clause: whoever lost its lease learns late that another process was done, or that the account is erased.</summary>
    public async Task What_is_gone_can_be_completed_and_not_put_back()
    {
        var ports = await OpenAsync().ConfigureAwait(false);
        var (done, erased) = (Message(Alice, 1), Message(Bob, 1));
        await SaveAsync(ports, Change(Alice, 0, OneEvent(), done)).ConfigureAwait(false);
        await SaveAsync(ports, Change(Bob, 0, OneEvent(), erased)).ConfigureAwait(false);
        var claimed = await ClaimAsync(ports, Now).ConfigureAwait(false);
        Demand.Same(2, claimed.Count, "Messages in the claim");
        await ports.Outbox.CompleteAsync(claimed.Single(message => message.Account == Alice), null, CancellationToken.None).ConfigureAwait(false);
        await ports.History.EraseAsync(Bob, Samples.Erased, CancellationToken.None).ConfigureAwait(false);
        foreach (var message in claimed)
        {
            await DemandLateAsync(ports, message, null, "A second completion").ConfigureAwait(false);
            await DemandLateAsync(ports, message, LeaseEnd, "A putting back of what is gone").ConfigureAwait(false);
        }

        await DemandClaimAsync(ports, LeaseEnd, [], "What was gone and was put back").ConfigureAwait(false);
    }

    /// <summary>A clause: who waited longest is served first.</summary>
    public async Task Messages_are_claimed_in_the_order_in_which_they_are_due()
    {
        var ports = await OpenAsync().ConfigureAwait(false);
        int[] minutes = [3, 1, 5, 2, 4];
        foreach (var late in minutes)
        {
            var account = AccountId.Parse($"account {late}");
            await SaveAsync(ports, Change(account, 0, OneEvent(), Message(account, 1) with { DueAt = Now - Duration.FromMinutes(late) })).ConfigureAwait(false);
        }

        var claimed = (await ClaimAsync(ports, Now, most: 3).ConfigureAwait(false)).Concat(await ClaimAsync(ports, Now, most: 3).ConfigureAwait(false));
        Demand.SameItems(minutes.OrderDescending().Select(late => $"account {late}"), claimed.Select(message => message.Account.Value), "The accounts of the claimed messages");
    }

    /// <summary>A clause: the end of the lease is what a completion is known by.</summary>
    public async Task A_claimed_message_tells_the_end_of_its_lease()
    {
        var (ports, _) = await OpenWithMessageAsync().ConfigureAwait(false);
        foreach (var now in new[] { Now, LeaseEnd, LeaseEnd + Lease })
            Demand.SameItems([now + Lease], (await ClaimAsync(ports, now).ConfigureAwait(false)).Select(message => message.DueAt), "The end of the lease");
    }

    /// <summary>A clause: whoever saves a message can send it itself, under the lease that it saved.</summary>
    public async Task Who_saved_a_message_completes_it_without_a_claim()
    {
        var ports = await OpenAsync().ConfigureAwait(false);
        var own = Message(Alice, 1) with { DueAt = LeaseEnd };
        await SaveAsync(ports, Change(Alice, 0, OneEvent(), own)).ConfigureAwait(false);
        Demand.That(await ports.Outbox.CompleteAsync(own, null, CancellationToken.None).ConfigureAwait(false), "A completion by who saved the message was late.");
        await DemandClaimAsync(ports, LeaseEnd, [], "A claim after who saved the message completed it").ConfigureAwait(false);
    }

    /// <summary>A clause: whoever comes when its lease is over changes nothing for who has the message now.</summary>
    public async Task A_completion_after_the_lease_was_lost_changes_nothing()
    {
        var (ports, message) = await OpenWithMessageAsync().ConfigureAwait(false);
        var another = await OpenAnotherAsync(ports).ConfigureAwait(false);
        var slow = (await ClaimAsync(ports, Now).ConfigureAwait(false)).Single();
        var quick = (await ClaimAsync(another, LeaseEnd).ConfigureAwait(false)).Single();
        await DemandLateAsync(ports, slow with { Attempts = 7 }, LeaseEnd, "A putting back after the lease was lost").ConfigureAwait(false);
        await DemandLateAsync(ports, slow, null, "A completion after the lease was lost").ConfigureAwait(false);
        await DemandClaimAsync(ports, LeaseEnd, [], "A claim while another process has the message").ConfigureAwait(false);
        Demand.That(await another.Outbox.CompleteAsync(quick with { Attempts = 1 }, LeaseEnd + Lease, CancellationToken.None).ConfigureAwait(false), "Who has the lease was late.");
        Demand.SameItems([message with { Attempts = 1, DueAt = LeaseEnd + Lease + Lease }], await ClaimAsync(ports, LeaseEnd + Lease).ConfigureAwait(false), "The claim after all that");
    }

    /// <summary>A clause: what ends at the same time ends as one after the other, also where a lease among them was lost.</summary>
    public async Task Completions_at_once_are_told_each_its_own_outcome()
    {
        var ports = await OpenAsync().ConfigureAwait(false);
        var another = await OpenAnotherAsync(ports).ConfigureAwait(false);
        await SaveManyAsync(ports, Callers * Batch).ConfigureAwait(false);
        var claimed = await ClaimAsync(ports, Now, Callers * Batch).ConfigureAwait(false);
        var late = await ClaimAsync(another, LeaseEnd, Batch).ConfigureAwait(false);
        var lost = late.Select(message => message.Id).ToHashSet();
        var outcomes = await Demand.AtOnceAsync(claimed.Count, async index =>
            (claimed[index].Id, Stood: await ports.Outbox.CompleteAsync(claimed[index], null, CancellationToken.None).ConfigureAwait(false))).ConfigureAwait(false);
        Demand.SameItems(
            claimed.Select(message => (message.Id, !lost.Contains(message.Id))).Order(), outcomes.Order(), "What each completion learned of its lease");
        Demand.SameItems(
            lost.Order(StringComparer.Ordinal),
            (await ClaimAsync(ports, LeaseEnd + Lease, Callers * Batch).ConfigureAwait(false)).Select(message => message.Id).Order(StringComparer.Ordinal),
            "What was left");
    }

    /// <summary>A clause: the owner's page tells whether a code has gone out.</summary>
    public async Task What_an_account_waits_for_can_be_read_claimed_or_not()
    {
        var ports = await OpenAsync().ConfigureAwait(false);
        OutboxMessage[] messages = [Message(Alice, 1), Message(Alice, 2, OutboxEffect.NotifyOwner)];
        await SaveAsync(ports, Change(Alice, 0, [.. OneEvent(), .. OneEvent(1)], messages)).ConfigureAwait(false);
        await SaveAsync(ports, Change(Bob, 0, OneEvent(), Message(Bob, 1))).ConfigureAwait(false);
        await DemandWaitingAsync(ports, Alice, messages, "Before a claim").ConfigureAwait(false);
        var claimed = await ClaimAsync(ports, Now).ConfigureAwait(false);
        await DemandWaitingAsync(ports, Alice, messages.Select(message => message with { DueAt = LeaseEnd }), "After a claim").ConfigureAwait(false);
        await ports.Outbox.CompleteAsync(claimed.Single(message => message.Id == messages[0].Id), null, CancellationToken.None).ConfigureAwait(false);
        await DemandWaitingAsync(ports, Alice, [messages[1] with { DueAt = LeaseEnd }], "After one was done").ConfigureAwait(false);
        await DemandWaitingAsync(ports, AccountId.Parse("ALICE"), [], "Another account").ConfigureAwait(false);
    }

    private static async Task DemandWaitingAsync(EnrolmentPorts ports, AccountId account, IEnumerable<OutboxMessage> expected, string what) => Demand.SameItems(
        expected.OrderBy(message => message.EventVersion),
        Demand.Present(await ports.Outbox.ReadWaitingAsync(account, CancellationToken.None).ConfigureAwait(false), what).OrderBy(message => message.EventVersion),
        $"What waits: {what}");

    private static async Task DemandLateAsync(EnrolmentPorts ports, OutboxMessage message, Instant? retryAt, string what) =>
        Demand.That(!await ports.Outbox.CompleteAsync(message, retryAt, CancellationToken.None).ConfigureAwait(false), $"{what} was not late.");

    private async Task<(EnrolmentPorts Ports, OutboxMessage Message)> OpenWithMessageAsync()
    {
        var ports = await OpenAsync().ConfigureAwait(false);
        var message = Message(Alice, 1);
        await SaveAsync(ports, Change(Alice, 0, OneEvent(), message)).ConfigureAwait(false);
        return (ports, message);
    }

    private static async Task<IReadOnlyList<OutboxMessage>> SaveManyAsync(EnrolmentPorts ports, int count)
    {
        OutboxMessage[] messages = [.. Enumerable.Range(0, count).Select(number => Message(AccountId.Parse($"account {number}"), 1))];
        foreach (var message in messages)
            await SaveAsync(ports, Change(message.Account, 0, OneEvent(), message)).ConfigureAwait(false);
        return messages;
    }

    private static async Task<IReadOnlyList<string>> ClaimAllAsync(EnrolmentPorts ports)
    {
        var claimed = new List<string>();
        while (await ClaimAsync(ports, Now, Batch).ConfigureAwait(false) is { Count: > 0 } claim && claimed.Count < 10 * Callers * Batch)
            claimed.AddRange(claim.Select(message => message.Id));
        return claimed;
    }
}
