using NodaTime;

namespace LoginVerification.Contracts;

public abstract partial class EnrolmentsContract
{
    private const int Batch = 5;
    private static readonly OutboxEffect[] Effects = Enum.GetValues<OutboxEffect>();

    /// <summary>A clause.</summary>
    public async Task A_message_is_claimed_from_the_instant_on_that_it_is_due()
    {
        var (ports, message) = await OpenWithMessageAsync().ConfigureAwait(false);
        await DemandClaimAsync(ports, Now - Millisecond, [], "A claim a millisecond too early").ConfigureAwait(false);
        await DemandClaimAsync(ports, Now, [message], "A claim at the instant").ConfigureAwait(false);
    }

    /// <summary>A clause.</summary>
    public async Task A_claimed_message_is_the_one_that_was_saved()
    {
        var ports = await OpenAsync().ConfigureAwait(false);
        AccountId account = AccountId.Parse("愛麗絲/1/SendCode");
        OutboxMessage[] messages = [.. Effects.Select(effect => Message(account, 1, effect)), Message(account, 2) with { Attempts = 3 }];
        await SaveAsync(ports, Change(account, 0, [.. OneEvent(), .. OneEvent(1)], messages)).ConfigureAwait(false);
        // When a claimed message was due is the adapter's to tell or to overwrite by the lease.
        Demand.SameItems(
            messages,
            (await ClaimAsync(ports, Now).ConfigureAwait(false)).Select(message => message with { DueAt = Now }).OrderBy(message => message.EventVersion).ThenBy(message => message.Effect),
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
        await DemandClaimAsync(ports, Now, [message], "The claim").ConfigureAwait(false);
        await ports.Outbox.CompleteAsync(message, null, CancellationToken.None).ConfigureAwait(false);
        await DemandClaimAsync(ports, Now + Duration.FromDays(365), [], "A claim long after it was done").ConfigureAwait(false);
    }

    /// <summary>A clause.</summary>
    public async Task A_message_that_is_put_back_returns_at_its_instant_with_its_attempts()
    {
        var (ports, message) = await OpenWithMessageAsync().ConfigureAwait(false);
        await DemandClaimAsync(ports, Now, [message], "The first claim").ConfigureAwait(false);
        var retryAt = LeaseEnd + Duration.FromMinutes(5);
        await ports.Outbox.CompleteAsync(message with { Attempts = 4 }, retryAt, CancellationToken.None).ConfigureAwait(false);
        await DemandClaimAsync(ports, retryAt - Millisecond, [], "A claim a millisecond before the retry").ConfigureAwait(false);
        var again = await ClaimAsync(ports, retryAt).ConfigureAwait(false);
        Demand.SameItems([message with { Attempts = 4, DueAt = Now }], again.Select(claimed => claimed with { DueAt = Now }), "The claim at the retry");
    }

    /// <summary>A clause: whoever lost its lease learns late that another process was done, or that the account is erased.</summary>
    public async Task What_is_gone_can_be_completed_and_not_put_back()
    {
        var ports = await OpenAsync().ConfigureAwait(false);
        var (done, erased) = (Message(Alice, 1), Message(Bob, 1));
        await SaveAsync(ports, Change(Alice, 0, OneEvent(), done)).ConfigureAwait(false);
        await SaveAsync(ports, Change(Bob, 0, OneEvent(), erased)).ConfigureAwait(false);
        await DemandClaimAsync(ports, Now, [done, erased], "The claim").ConfigureAwait(false);
        await ports.Outbox.CompleteAsync(done, null, CancellationToken.None).ConfigureAwait(false);
        await ports.History.EraseAsync(Bob, CancellationToken.None).ConfigureAwait(false);
        foreach (var message in new[] { done, erased })
        {
            await ports.Outbox.CompleteAsync(message, null, CancellationToken.None).ConfigureAwait(false);
            await ports.Outbox.CompleteAsync(message, LeaseEnd, CancellationToken.None).ConfigureAwait(false);
        }

        await DemandClaimAsync(ports, LeaseEnd, [], "What was gone and was put back").ConfigureAwait(false);
    }

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
