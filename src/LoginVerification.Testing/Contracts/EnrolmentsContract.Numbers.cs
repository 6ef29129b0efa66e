namespace LoginVerification.Testing;

public abstract partial class EnrolmentsContract
{
    /// <summary>A clause.</summary>
    public async Task Accounts_with_the_number_verified_are_counted_without_the_excepted_one()
    {
        var ports = await OpenAsync().ConfigureAwait(false);
        await DemandCountAsync(ports, Alice, 0, "Nobody").ConfigureAwait(false);
        foreach (var account in new[] { Alice, Bob, AccountId.Parse("carol") })
            await SaveAsync(ports, Change(WithPhone(account, 1), OneEvent())).ConfigureAwait(false);
        await SaveAsync(ports, Change(WithPhone(AccountId.Parse("dave"), 1) with { Phone = new VerifiedPhone(Samples.American, Now) }, OneEvent())).ConfigureAwait(false);
        await DemandCountAsync(ports, Alice, 2, "Two others").ConfigureAwait(false);
        await DemandCountAsync(ports, AccountId.Parse("dave"), 3, "Three others").ConfigureAwait(false);
        await DemandCountAsync(ports, AccountId.Parse("ALICE"), 3, "Three others, one of them in another case").ConfigureAwait(false);
    }

    /// <summary>A clause.</summary>
    public async Task A_pending_number_is_not_counted()
    {
        var ports = await OpenAsync().ConfigureAwait(false);
        await SaveAsync(ports, Change(Samples.Filled(Bob, 1), OneEvent())).ConfigureAwait(false);
        await SaveAsync(ports, Change(Samples.Filled(AccountId.Parse("carol"), 1) with { Phone = null, ActiveChannel = null, SignIn = null, BackupCodes = null }, OneEvent())).ConfigureAwait(false);
        await DemandCountAsync(ports, Alice, 0, "Two others have the number pending, and").ConfigureAwait(false);
    }

    /// <summary>A clause.</summary>
    public async Task A_number_is_counted_as_long_as_it_is_verified()
    {
        var ports = await OpenAsync().ConfigureAwait(false);
        await SaveAsync(ports, Change(Bob, 0, OneEvent())).ConfigureAwait(false);
        await SaveAsync(ports, Change(WithPhone(Bob, 2), OneEvent())).ConfigureAwait(false);
        await DemandCountAsync(ports, Alice, 1, "After the number was verified").ConfigureAwait(false);
        await SaveAsync(ports, Change(Empty(Bob, 3), OneEvent())).ConfigureAwait(false);
        await DemandCountAsync(ports, Alice, 0, "After the number was removed").ConfigureAwait(false);
    }

    /// <summary>A clause: a number that may have changed hands keeps its next holder from nothing.</summary>
    public async Task A_number_that_has_to_be_confirmed_again_is_not_counted()
    {
        var ports = await OpenAsync().ConfigureAwait(false);
        await SaveAsync(ports, Change(WithPhone(Bob, 1), OneEvent())).ConfigureAwait(false);
        await DemandCountAsync(ports, Alice, 1, "In good standing").ConfigureAwait(false);
        var flagged = WithPhone(Bob, 2);
        await SaveAsync(ports, Change(flagged with { Phone = flagged.Phone! with { NeedsReverification = true } }, OneEvent())).ConfigureAwait(false);
        await DemandCountAsync(ports, Alice, 0, "After it was reported to have changed hands").ConfigureAwait(false);
        await SaveAsync(ports, Change(WithPhone(Bob, 3), OneEvent())).ConfigureAwait(false);
        await DemandCountAsync(ports, Alice, 1, "After it was confirmed again").ConfigureAwait(false);
    }

    /// <summary>A clause: a report about a number comes without an account.</summary>
    public async Task Accounts_are_found_by_every_number_that_they_have_had_or_must_not_text()
    {
        var ports = await OpenAsync().ConfigureAwait(false);
        var number = Samples.British.Number;
        await DemandFoundAsync(ports, [], "Nobody").ConfigureAwait(false);
        var pending = Samples.Filled(Bob, 1).Pending!;
        Enrolment[] concerned =
        [
            WithPhone(AccountId.Parse("verified"), 1),
            Empty(AccountId.Parse("pending"), 1) with { Pending = pending },
            Empty(AccountId.Parse("texted"), 1) with { FormerNumbers = [new FormerNumber(Samples.American.Number, true), new FormerNumber(number, false)] },
            Empty(AccountId.Parse("verified once"), 1) with { FormerNumbers = [new FormerNumber(number, true)] },
            Empty(AccountId.Parse("opted out"), 1) with { OptedOut = [new OptOut(Samples.American.Number, Now), new OptOut(number, Now)] },
            Samples.Filled(AccountId.Parse("all of it"), 1),
        ];
        Enrolment[] others =
        [
            Empty(AccountId.Parse("nothing"), 1),
            Empty(AccountId.Parse("another number"), 1) with { Phone = new VerifiedPhone(Samples.American, Now), OptedOut = [new OptOut(Samples.American.Number, Now)] },
        ];
        foreach (var enrolment in concerned.Concat(others))
            await SaveAsync(ports, Change(enrolment, OneEvent())).ConfigureAwait(false);
        await DemandFoundAsync(ports, concerned.Select(enrolment => enrolment.Account), "Accounts that the number concerns").ConfigureAwait(false);
        await SaveAsync(ports, Change(Empty(concerned[0].Account, 2), OneEvent())).ConfigureAwait(false);
        await DemandFoundAsync(ports, concerned.Skip(1).Select(enrolment => enrolment.Account), "Accounts after one of them forgot the number").ConfigureAwait(false);
    }

    /// <summary>A clause: a STOP covers a number, whichever account texted it.</summary>
    public async Task An_opt_out_of_any_account_is_found()
    {
        var ports = await OpenAsync().ConfigureAwait(false);
        await DemandOptedOutAsync(ports, false, "A number that nobody knows").ConfigureAwait(false);
        await SaveAsync(ports, Change(WithPhone(Bob, 1) with { OptedOut = [new OptOut(Samples.American.Number, Now)] }, OneEvent())).ConfigureAwait(false);
        await DemandOptedOutAsync(ports, false, "A number whose holder did not opt out").ConfigureAwait(false);
        await SaveAsync(ports, Change(Empty(Alice, 1) with { OptedOut = [new OptOut(Samples.American.Number, Now), new OptOut(Samples.British.Number, Now)] }, OneEvent())).ConfigureAwait(false);
        await DemandOptedOutAsync(ports, true, "A number whose holder opted out of one account").ConfigureAwait(false);
        await SaveAsync(ports, Change(Empty(Alice, 2), OneEvent())).ConfigureAwait(false);
        await DemandOptedOutAsync(ports, false, "A number whose holder took the opt-out back").ConfigureAwait(false);
    }

    private static async Task DemandFoundAsync(EnrolmentPorts ports, IEnumerable<AccountId> expected, string what) => Demand.SameItems(
        expected.Select(account => account.Value).Order(StringComparer.Ordinal),
        Demand.Present(await ports.Store.FindAccountsAsync(Samples.British.Number, CancellationToken.None).ConfigureAwait(false), what).Select(account => account.Value).Order(StringComparer.Ordinal),
        what);

    private static async Task DemandOptedOutAsync(EnrolmentPorts ports, bool expected, string what) =>
        Demand.Same(expected, await ports.Store.IsOptedOutAsync(Samples.British.Number, CancellationToken.None).ConfigureAwait(false), what);

    private static Enrolment WithPhone(AccountId account, long version) =>
        Empty(account, version) with { Phone = new VerifiedPhone(Samples.British, Now) };

    private static async Task DemandCountAsync(EnrolmentPorts ports, AccountId except, int expected, string what) => Demand.Same(
        expected,
        await ports.Store.CountAccountsAsync(Samples.British.Number, except, CancellationToken.None).ConfigureAwait(false),
        $"{what} counted");
}
