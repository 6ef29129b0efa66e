using NodaTime;

namespace LoginVerification.Tests;

/// <summary>For each clause of the store's contract a mistake that an adapter could make, and that breaks it.</summary>
internal static class StoreFlaws
{
    public static IReadOnlyDictionary<string, Action<FlawedEnrolments>> ByClause { get; } = new Dictionary<string, Action<FlawedEnrolments>>
    {
        // The store
        [Name(nameof(EnrolmentsContract.An_account_that_never_did_anything_loads_as_null))] = flawed =>
            flawed.Load = async account => await flawed.Sound.LoadAsync(account, default) ?? new Enrolment(account),
        [Name(nameof(EnrolmentsContract.A_snapshot_loads_as_it_was_saved))] = flawed =>
            flawed.Load = async account => await flawed.Sound.LoadAsync(account, default) is { } stored ? stored with { OptedOut = [] } : null,
        [Name(nameof(EnrolmentsContract.Instants_keep_their_milliseconds))] = flawed =>
            flawed.Load = async account => await flawed.Sound.LoadAsync(account, default) is { } stored
                ? stored with { Sends = [.. stored.Sends.Select(sent => sent with { At = Instant.FromUnixTimeSeconds(sent.At.ToUnixTimeSeconds()) })] }
                : null,
        [Name(nameof(EnrolmentsContract.A_later_save_takes_the_place_of_the_earlier))] = CacheFirstLoad,
        [Name(nameof(EnrolmentsContract.A_save_at_another_version_than_the_stored_one_is_refused))] = flawed =>
            flawed.Save = (change, _) => OverwriteAsync(flawed, change),
        [Name(nameof(EnrolmentsContract.A_refused_save_writes_neither_snapshot_nor_events_nor_messages))] = flawed =>
            flawed.Save = async (change, _) =>
            {
                var saved = await flawed.Sound.TrySaveAsync(change, default);
                if (!saved)
                    await AddAsync(flawed, change.Enrolment.Account, change.Outbox);
                return saved;
            },
        [Name(nameof(EnrolmentsContract.Of_parallel_first_saves_exactly_one_wins))] = flawed =>
            flawed.Save = async (change, _) => await flawed.Sound.TrySaveAsync(change, default) ? true : throw new InvalidOperationException("UNIQUE constraint failed"),
        [Name(nameof(EnrolmentsContract.Of_parallel_later_saves_exactly_one_wins))] = flawed =>
            flawed.Save = async (change, _) =>
            {
                var stored = await flawed.Sound.LoadAsync(change.Enrolment.Account, default);
                if ((stored?.Version ?? 0) != change.ExpectedVersion)
                    return false;
                await Task.Delay(20);
                return await OverwriteAsync(flawed, change);
            },
        [Name(nameof(EnrolmentsContract.Of_two_saves_that_say_the_same_one_wins))] = flawed =>
            flawed.Save = async (change, _) => await flawed.Sound.TrySaveAsync(change, default)
                || (await flawed.Sound.ReadAsync(change.Enrolment.Account, change.Enrolment.Version, 1, default) is [var written, ..] && written == change.Events[^1]),
        [Name(nameof(EnrolmentsContract.A_cancelled_save_is_written_whole_or_not_at_all))] = flawed =>
            flawed.Save = async (change, cancellationToken) =>
            {
                var saved = await flawed.Sound.TrySaveAsync(change, default);
                cancellationToken.ThrowIfCancellationRequested();
                return saved;
            },
        [Name(nameof(EnrolmentsContract.Accounts_differ_by_every_character))] = IgnoreCase,
        [Name(nameof(EnrolmentsContract.An_account_may_have_the_most_characters_of_any_script))] = flawed =>
            flawed.Save = (change, _) => change.Enrolment.Account.Value.EnumerateRunes().Count() > 127
                ? throw new ArgumentException("String or binary data would be truncated")
                : flawed.Sound.TrySaveAsync(change, default),
        [Name(nameof(EnrolmentsContract.Accounts_with_the_number_verified_are_counted_without_the_excepted_one))] = flawed =>
            flawed.Count = (number, _) => flawed.Sound.CountAccountsAsync(number, AccountId.Parse("nobody"), default),
        [Name(nameof(EnrolmentsContract.A_pending_number_is_not_counted))] = flawed =>
            CountSaved(flawed, (enrolment, number) => enrolment.Pending?.Details.Number == number),
        [Name(nameof(EnrolmentsContract.A_number_is_counted_as_long_as_it_is_verified))] = flawed =>
            CountSaved(flawed, (enrolment, number) => enrolment.Phone?.Details.Number == number),

        [Name(nameof(EnrolmentsContract.A_number_that_has_to_be_confirmed_again_is_not_counted))] = CountFlagged,
        [Name(nameof(EnrolmentsContract.Accounts_are_found_by_every_number_that_they_have_had_or_must_not_text))] = flawed =>
            flawed.Find = async number =>
            {
                var found = new List<AccountId>();
                foreach (var account in await flawed.Sound.FindAccountsAsync(number, default))
                {
                    if ((await flawed.Sound.LoadAsync(account, default))!.Holds(number))
                        found.Add(account);
                }

                return found;
            },
        [Name(nameof(EnrolmentsContract.An_opt_out_of_any_account_is_found))] = flawed => flawed.OptedOut = _ => new(false),

        // The history
        [Name(nameof(EnrolmentsContract.An_account_that_never_did_anything_has_no_history))] = flawed =>
            flawed.Read = async (account, from, most) => await flawed.Sound.ReadAsync(account, from, most, default) is { Count: > 0 } history ? history : null!,
        [Name(nameof(EnrolmentsContract.Every_kind_of_event_comes_back_as_it_was_in_its_order))] = flawed =>
            flawed.Read = async (account, from, most) => [.. (await flawed.Sound.ReadAsync(account, from, most, default)).OrderBy(happened => happened.Origin.At).ThenBy(happened => happened.Trigger)],
        [Name(nameof(EnrolmentsContract.A_history_can_be_read_from_any_version_on))] = flawed =>
            flawed.Read = async (account, from, _) => [.. (await flawed.Sound.ReadAsync(account, 1, int.MaxValue, default)).Skip((int)from)],
        [Name(nameof(EnrolmentsContract.A_history_read_page_by_page_is_the_whole))] = flawed =>
            flawed.Read = (account, from, _) => flawed.Sound.ReadAsync(account, from, int.MaxValue, default),
        [Name(nameof(EnrolmentsContract.An_erased_account_leaves_nothing_behind))] = flawed =>
            flawed.Erase = async (account, origin) =>
            {
                await flawed.Sound.EraseAsync(account, origin, default);
                await AddAsync(flawed, account, [Message(account)]);
            },
        [Name(nameof(EnrolmentsContract.An_erasure_leaves_other_accounts_alone))] = flawed =>
            flawed.Erase = async (account, origin) =>
            {
                await flawed.Sound.EraseAsync(account, origin, default);
                await flawed.Sound.EraseAsync(AccountId.Parse("Alice"), origin, default);
            },
        [Name(nameof(EnrolmentsContract.An_erased_account_can_begin_again))] = KeepTombstones,
        [Name(nameof(EnrolmentsContract.An_unknown_account_can_be_erased))] = flawed =>
            flawed.Erase = async (account, origin) =>
            {
                if (await flawed.Sound.LoadAsync(account, default) is null)
                    throw new KeyNotFoundException();
                await flawed.Sound.EraseAsync(account, origin, default);
            },

        [Name(nameof(EnrolmentsContract.An_erasure_leaves_what_had_happened_when_and_by_whom))] = flawed =>
            flawed.Erase = (account, origin) => flawed.Sound.EraseAsync(account, origin with { StaffId = null }, default),
        [Name(nameof(EnrolmentsContract.Each_enrolment_that_was_erased_leaves_its_own_trail_in_their_order))] = flawed =>
            flawed.Erasures = async account => [.. (await flawed.Sound.ReadErasuresAsync(account, default)).TakeLast(1)],
        [Name(nameof(EnrolmentsContract.Where_there_is_nothing_an_erasure_leaves_no_trail))] = WriteEmptyTrails,
        [Name(nameof(EnrolmentsContract.What_was_read_before_an_erasure_is_not_saved_after_it))] = ForgetIds,
        [Name(nameof(EnrolmentsContract.A_late_completion_of_an_erased_enrolment_leaves_the_next_one_alone))] = flawed =>
            flawed.Complete = async (message, retryAt) =>
            {
                // As if messages were known by account, version and effect.
                var same = (await flawed.Sound.ReadWaitingAsync(message.Account, default)).FirstOrDefault(waiting => waiting.EventVersion == message.EventVersion && waiting.Effect == message.Effect);
                return same is not null && await flawed.Sound.CompleteAsync(same with { Attempts = message.Attempts }, retryAt, default);
            },

        // The outbox
        [Name(nameof(EnrolmentsContract.A_message_is_claimed_from_the_instant_on_that_it_is_due))] = flawed =>
            flawed.Claim = (now, leaseUntil, most) => flawed.Sound.ClaimAsync(now - Duration.FromNanoseconds(1), leaseUntil, most, default),
        [Name(nameof(EnrolmentsContract.A_message_that_a_clock_stamped_far_ahead_is_due_now))] = flawed =>
            flawed.Claim = async (now, leaseUntil, most) =>
            {
                var claimed = await flawed.Sound.ClaimAsync(now, leaseUntil, most, default);
                return [.. claimed.Where(message => message.EventVersion != 2)];
            },
        [Name(nameof(EnrolmentsContract.A_claimed_message_is_the_one_that_was_saved))] = flawed =>
            flawed.Claim = async (now, leaseUntil, most) =>
                [.. (await flawed.Sound.ClaimAsync(now, leaseUntil, most, default)).DistinctBy(message => (message.Account, message.EventVersion))],
        [Name(nameof(EnrolmentsContract.No_more_messages_are_claimed_than_asked_for))] = flawed =>
            flawed.Claim = (now, leaseUntil, _) => flawed.Sound.ClaimAsync(now, leaseUntil, int.MaxValue, default),
        [Name(nameof(EnrolmentsContract.A_claimed_message_is_free_again_at_the_end_of_its_lease))] = flawed =>
            flawed.Claim = (now, _, most) => flawed.Sound.ClaimAsync(now, now + Duration.FromHours(12), most, default),
        [Name(nameof(EnrolmentsContract.Parallel_claimers_never_get_the_same_message))] = flawed =>
            flawed.Claim = async (now, leaseUntil, most) =>
            {
                var seen = await flawed.Sound.ClaimAsync(now, now, most, default);
                await Task.Delay(20);
                await flawed.Sound.ClaimAsync(now, leaseUntil, most, default);
                return seen;
            },
        [Name(nameof(EnrolmentsContract.A_message_that_is_done_with_never_comes_back))] = flawed =>
            flawed.Complete = (message, retryAt) => retryAt is null ? new(true) : flawed.Sound.CompleteAsync(message, retryAt, default),
        [Name(nameof(EnrolmentsContract.A_message_that_is_put_back_returns_at_its_instant_with_its_attempts))] = flawed =>
            flawed.Complete = (message, retryAt) => flawed.Sound.CompleteAsync(message with { Attempts = 0 }, retryAt, default),
        [Name(nameof(EnrolmentsContract.What_is_gone_can_be_completed_and_not_put_back))] = flawed =>
            flawed.Complete = async (message, retryAt) =>
            {
                if (await flawed.Sound.CompleteAsync(message, retryAt, default))
                    return true;
                if (retryAt is { } at)
                    await AddAsync(flawed, message.Account, [message with { DueAt = at }]);
                return false;
            },
        [Name(nameof(EnrolmentsContract.Messages_are_claimed_in_the_order_in_which_they_are_due))] = ClaimTheNewest,
        [Name(nameof(EnrolmentsContract.A_claimed_message_tells_the_end_of_its_lease))] = flawed =>
            flawed.Claim = async (now, leaseUntil, most) =>
                [.. (await flawed.Sound.ClaimAsync(now, leaseUntil, most, default)).Select(message => message with { DueAt = now })],
        [Name(nameof(EnrolmentsContract.Who_saved_a_message_completes_it_without_a_claim))] = CompleteTheClaimedAlone,
        [Name(nameof(EnrolmentsContract.A_completion_after_the_lease_was_lost_changes_nothing))] = CompleteWithoutLease,
        [Name(nameof(EnrolmentsContract.Completions_at_once_are_told_each_its_own_outcome))] = flawed =>
            flawed.Complete = async (message, retryAt) =>
            {
                await flawed.Sound.CompleteAsync(message, retryAt, default);
                return true;
            },
        [Name(nameof(EnrolmentsContract.What_an_account_waits_for_can_be_read_claimed_or_not))] = flawed =>
            flawed.Waiting = async account => [.. (await flawed.Sound.ReadWaitingAsync(account, default)).Where(message => message.DueAt <= Samples.Now)],
    };

    private static string Name(string method) => method.Replace('_', ' ');

    /// <summary>Saves whatever version is expected.</summary>
    private static async ValueTask<bool> OverwriteAsync(FlawedEnrolments flawed, EnrolmentChange change)
    {
        bool saved;
        do
        {
            var stored = await flawed.Sound.LoadAsync(change.Enrolment.Account, default);
            saved = await flawed.Sound.TrySaveAsync(change with { Before = stored ?? new Enrolment(change.Enrolment.Account), Outbox = [] }, default);
        }
        while (!saved);

        return true;
    }

    /// <summary>Adds messages outside of any command.</summary>
    private static async ValueTask AddAsync(FlawedEnrolments flawed, AccountId account, ValueList<OutboxMessage> messages)
    {
        var stored = await flawed.Sound.LoadAsync(account, default) ?? new Enrolment(account) { Id = Samples.Enrolment };
        await flawed.Sound.TrySaveAsync(new EnrolmentChange(stored, stored, [], messages), default);
    }

    private static OutboxMessage Message(AccountId account) => new("a message of nobody", account, Samples.Enrolment, 1, OutboxEffect.SendCode, Samples.Now);

    private static void CountFlagged(FlawedEnrolments flawed)
    {
        var saved = new Dictionary<AccountId, Enrolment>();
        flawed.Save = async (change, _) =>
        {
            var written = await flawed.Sound.TrySaveAsync(change, default);
            if (written)
                saved[change.Enrolment.Account] = change.Enrolment;
            return written;
        };
        flawed.Count = (number, except) => new(saved.Values.Count(enrolment => enrolment.Account != except && enrolment.Phone?.Details.Number == number));
    }

    /// <summary>Compares versions alone.</summary>
    private static void ForgetIds(FlawedEnrolments flawed) => flawed.Save = async (change, _) =>
    {
        var stored = await flawed.Sound.LoadAsync(change.Enrolment.Account, default);
        return await flawed.Sound.TrySaveAsync(stored is null ? change : change with { Enrolment = change.Enrolment with { Id = stored.Id } }, default);
    };

    /// <summary>Takes the newest messages first.</summary>
    private static void ClaimTheNewest(FlawedEnrolments flawed) => flawed.Claim = async (now, leaseUntil, most) =>
    {
        var due = (await flawed.Sound.ClaimAsync(now, leaseUntil, int.MaxValue, default)).Reverse().ToArray();
        foreach (var message in due.Skip(most))
            await flawed.Sound.CompleteAsync(message, now, default);
        return [.. due.Take(most)];
    };

    /// <summary>Knows a lease by the claim, and so not the one that a message was saved with.</summary>
    private static void CompleteTheClaimedAlone(FlawedEnrolments flawed)
    {
        var claimed = new HashSet<string>();
        flawed.Claim = async (now, leaseUntil, most) =>
        {
            var claim = await flawed.Sound.ClaimAsync(now, leaseUntil, most, default);
            claimed.UnionWith(claim.Select(message => message.Id));
            return claim;
        };
        flawed.Complete = (message, retryAt) => claimed.Contains(message.Id) ? flawed.Sound.CompleteAsync(message, retryAt, default) : new(false);
    }

    /// <summary>Ends whatever message has the id.</summary>
    private static void CompleteWithoutLease(FlawedEnrolments flawed) => flawed.Complete = async (message, retryAt) =>
    {
        var stored = (await flawed.Sound.ReadWaitingAsync(message.Account, default)).FirstOrDefault(waiting => waiting.Id == message.Id);
        return stored is not null && await flawed.Sound.CompleteAsync(message with { DueAt = stored.DueAt }, retryAt, default);
    };

    /// <summary>Writes a trail for whatever is erased.</summary>
    private static void WriteEmptyTrails(FlawedEnrolments flawed)
    {
        var trails = new List<Erasure>();
        flawed.Erase = async (account, origin) =>
        {
            var history = await flawed.Sound.ReadAsync(account, 1, int.MaxValue, default);
            trails.Add(new Erasure(origin, history.Count, [.. history.Select((happened, index) => ErasedEvent.Of(index + 1, happened))]));
            await flawed.Sound.EraseAsync(account, origin, default);
        };
        flawed.Erasures = _ => new([.. trails]);
    }

    private static void CacheFirstLoad(FlawedEnrolments flawed)
    {
        var cache = new Dictionary<AccountId, Enrolment?>();
        flawed.Load = async account => cache.TryGetValue(account, out var known) ? known : cache[account] = await flawed.Sound.LoadAsync(account, default);
    }

    private static void IgnoreCase(FlawedEnrolments flawed)
    {
        static AccountId Lower(AccountId account) => AccountId.Parse(account.Value.ToLowerInvariant());
        flawed.Load = account => flawed.Sound.LoadAsync(Lower(account), default);
        flawed.Save = (change, _) => flawed.Sound.TrySaveAsync(change with { Enrolment = change.Enrolment with { Account = Lower(change.Enrolment.Account) } }, default);
    }

    /// <summary>Counts every account for which something was once saved.</summary>
    private static void CountSaved(FlawedEnrolments flawed, Func<Enrolment, PhoneNumber, bool> counts)
    {
        var saved = new List<Enrolment>();
        flawed.Save = (change, _) =>
        {
            saved.Add(change.Enrolment);
            return flawed.Sound.TrySaveAsync(change, default);
        };
        flawed.Count = (number, except) =>
            new(saved.Where(enrolment => enrolment.Account != except && counts(enrolment, number)).DistinctBy(enrolment => enrolment.Account).Count());
    }

    private static void KeepTombstones(FlawedEnrolments flawed)
    {
        var erased = new HashSet<AccountId>();
        flawed.Erase = (account, origin) =>
        {
            erased.Add(account);
            return flawed.Sound.EraseAsync(account, origin, default);
        };
        flawed.Save = (change, _) => erased.Contains(change.Enrolment.Account) ? new(false) : flawed.Sound.TrySaveAsync(change, default);
    }
}
