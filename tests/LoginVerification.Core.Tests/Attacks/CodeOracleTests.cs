namespace LoginVerification.Tests;

/// <summary>An answer that is not counted may not tell a right code from a wrong one, not even by the work that it takes.</summary>
public sealed class CodeOracleTests
{
    private const string Number = "+972502345678";

    [Fact]
    public async Task While_locked_a_right_code_makes_the_store_do_no_more_than_a_wrong_one()
    {
        var store = new CountingStore();
        using var host = Host(store);
        await host.As("web", new SubmitPhone(Number));
        await TypeWrong(host, times: 3);
        host.Time.Advance(TimeSpan.FromSeconds(31));
        Assert.Null((await host.As("web", new ResendCode())).Refusal);
        await TypeWrong(host, times: 2);

        var before = store.Counts;
        Assert.Equal(RefusalCode.Locked, (await host.As("web", new ConfirmCode(host.Phone.LastCode))).Refusal!.Code);
        Assert.Equal(before, store.Counts);
    }

    [Fact]
    public async Task Under_a_used_idempotency_key_a_right_code_makes_the_store_do_no_more_than_a_wrong_one()
    {
        var store = new CountingStore();
        using var host = Host(store);
        await host.As("web", new SubmitPhone(Number));
        var caller = Caller.User(AccountId.Parse(ServiceHost.Account), Surface.Parse("web"), host.Now) with { IdempotencyKey = "used" };
        await host.Service.HandleAsync(caller, new ConfirmCode(Wrong(host)));

        var before = store.Counts;
        Assert.Equal(RefusalCode.IdempotencyKeyReused, (await host.Service.HandleAsync(caller, new ConfirmCode(host.Phone.LastCode))).Refusal!.Code);
        Assert.Equal(before, store.Counts);
    }

    [Fact]
    public async Task A_code_whose_every_save_loses_its_race_makes_the_store_do_as_much_whether_it_is_right_or_wrong()
    {
        var counts = new List<int>();
        foreach (var isRight in new[] { true, false })
        {
            var store = new CountingStore();
            using var host = Host(store);
            await host.As("web", new SubmitPhone(Number));
            store.Lost = int.MaxValue;
            Assert.Equal(RefusalCode.Conflict, (await host.As("web", new ConfirmCode(isRight ? host.Phone.LastCode : Wrong(host)))).Refusal!.Code);
            counts.Add(store.Counts);
        }

        Assert.Equal([20, 20], counts);
    }

    [Fact]
    public async Task A_right_code_a_wrong_one_and_an_earlier_one_make_the_store_count_once_each()
    {
        var store = new CountingStore();
        using var host = new ServiceHost(
            EnrolmentPolicy.Create(ShippedPolicies.Consistent.Document with { Code = ShippedPolicies.Consistent.Document.Code with { OnResend = ResendMode.New } }),
            builder => builder.UseStore(store));
        store.Inner = host.Store;
        await host.As("web", new SubmitPhone(Number));
        host.Time.Advance(TimeSpan.FromSeconds(31));
        await host.As("web", new ResendCode());
        foreach (var code in new[] { Wrong(host), RecordingPhone.CodeIn(host.Phone.Messages[0]), host.Phone.LastCode })
            await host.As("web", new ConfirmCode(code));
        Assert.Equal(3, store.Counts);
    }

    [Fact]
    public async Task Where_no_try_counts_no_answer_tells_an_earlier_code_from_a_wrong_one()
    {
        using var host = new ServiceHost(
            EnrolmentPolicy.Create(ShippedPolicies.Consistent.Document with { Code = ShippedPolicies.Consistent.Document.Code with { OnResend = ResendMode.New } }));
        await host.As("web", new SubmitPhone(Number));
        host.Time.Advance(TimeSpan.FromSeconds(31));
        await host.As("web", new ResendCode());
        var earlier = RecordingPhone.CodeIn(host.Phone.Messages[0]);
        await TypeWrong(host, times: 5);
        host.Time.Advance(TimeSpan.FromSeconds(31));
        foreach (var code in new[] { Wrong(host), earlier, host.Phone.LastCode, "12345" })
            Assert.Equal(RefusalCode.CodeExhausted, (await host.As("web", new ConfirmCode(code))).Refusal!.Code);
        host.Time.Advance(TimeSpan.FromMinutes(10));
        foreach (var code in new[] { Wrong(host), earlier, host.Phone.LastCode, "12345" })
            Assert.Equal(RefusalCode.CodeExpired, (await host.As("web", new ConfirmCode(code))).Refusal!.Code);
    }

    [Fact]
    public async Task The_longest_doubling_of_a_lock_stays_in_range_and_each_guess_is_counted()
    {
        var rules = ShippedPolicies.Consistent.Document with
        {
            Lock = new LockRules { EveryFailures = 1, First = NodaTime.Duration.FromHours(1), Longest = NodaTime.Duration.FromHours(1) },
        };
        using var host = new ServiceHost(EnrolmentPolicy.Create(rules));
        for (var failures = 1; failures <= 60; failures++)
        {
            host.Time.Advance(TimeSpan.FromHours(25));
            await host.As("web", new SubmitPhone(Number));
            var result = await host.As("web", new ConfirmCode(Wrong(host)));
            Assert.Equal(failures, (await host.StoredAsync()).FailureCount(CodePurpose.Enrol));
            Assert.Equal(host.Now + NodaTime.Duration.FromHours(1), (await host.StoredAsync()).LockedUntil(CodePurpose.Enrol));
        }
    }

    private static ServiceHost Host(CountingStore store)
    {
        var host = new ServiceHost(ShippedPolicies.Consistent, builder => builder.UseStore(store));
        store.Inner = host.Store;
        return host;
    }

    private static async Task TypeWrong(ServiceHost host, int times)
    {
        for (var i = 0; i < times; i++)
            Assert.Equal(RefusalCode.WrongCode, (await host.As("web", new ConfirmCode(Wrong(host)))).Refusal!.Code);
    }

    private static string Wrong(ServiceHost host) => host.Phone.LastCode == "123456" ? "654321" : "123456";

    private sealed class CountingStore : PassingStore
    {
        public int Counts { get; private set; }

        /// <summary>How many saves of a tried code still lose against somebody else's.</summary>
        public int Lost { get; set; }

        public override ValueTask<bool> TrySaveAsync(EnrolmentChange change, CancellationToken cancellationToken) =>
            Lost-- > 0 ? new(false) : base.TrySaveAsync(change, cancellationToken);

        public override ValueTask<int> CountAccountsAsync(PhoneNumber number, AccountId except, CancellationToken cancellationToken)
        {
            Counts++;
            return base.CountAccountsAsync(number, except, cancellationToken);
        }
    }
}
