using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace LoginVerification.Store.Tests;

/// <summary>What happens without anybody's request.</summary>
public sealed class HousekeepingTests
{
    private const int Accounts = 250;
    private static readonly byte[] CodeKey = RandomNumberGenerator.GetBytes(32);
    private static readonly byte[] Old = RandomNumberGenerator.GetBytes(32);
    private static readonly byte[] New = RandomNumberGenerator.GetBytes(32);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);
    private static readonly AccountId[] Gone = [AccountId.Parse("account 100 and gone"), AccountId.Parse("zoe")];
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 11, 28, 12, 0, 0, TimeSpan.Zero));
    private readonly RecordingPhone phone = new();

    [Theory]
    [InlineData("SQLite")]
    [InlineData("SQLite, a host's context")]
    public Task Lapsed_numbers_are_forgotten_in_batches(string store) => LapsedNumbersAreForgotten(store);

    [NeedsPostgresTheory]
    [InlineData("PostgreSQL, sealed")]
    [InlineData("PostgreSQL on two servers")]
    public Task Lapsed_numbers_are_forgotten_in_batches_on_a_server(string store) => LapsedNumbersAreForgotten(store);

    [Theory]
    [InlineData("SQLite")]
    public Task All_data_comes_under_a_new_key_and_the_old_one_can_go(string store) => AllDataComesUnderANewKey(store);

    [NeedsPostgresTheory]
    [InlineData("PostgreSQL")]
    [InlineData("PostgreSQL on two servers")]
    public Task All_data_comes_under_a_new_key_and_the_old_one_can_go_on_a_server(string store) => AllDataComesUnderANewKey(store);

    [Theory]
    [InlineData("SQLite, sealed")]
    [OnPostgres("PostgreSQL, sealed")]
    public async Task A_key_stays_needed_while_one_account_is_under_it(string store)
    {
        var kind = StoreKind.Named(store);
        var connection = await kind.CreateAsync();
        await using (var before = Open(kind, connection, null))
        {
            await CheckAsync(before);
            await SubmitAsync(before);
        }

        kind.Execute(connection, "DELETE FROM \"LoginVerificationEvents\" WHERE \"Account\" = 'account 7'");
        for (var start = 0; start < 2; start++)
        {
            await using var rotating = Open(kind, connection, options => (options.SealingKeys["next"], options.CurrentSealingKey) = (CodeKey, "next"));
            await CheckAsync(rotating);
            for (var round = 0; round < 2; round++)
                await HouseOf(rotating).RunAsync(default);
            Assert.Equal(2, kind.Query(connection, "SELECT \"KeyId\" FROM \"LoginVerificationSealingKeys\"").Count);
        }
    }

    [Theory]
    [InlineData("SQLite")]
    [OnPostgres("PostgreSQL")]
    public async Task The_old_key_stays_needed_until_a_day_after_the_last_data_under_it_was_sealed_anew(string store)
    {
        var kind = StoreKind.Named(store);
        var connection = await kind.CreateAsync();
        await using var before = await StartAsync(kind, connection, Both("old"));
        await SubmitAsync(before, "bob");
        await using var after = await StartAsync(kind, connection, Both("new"));
        await HouseOf(after).RunAsync(default);

        // One that was not replaced yet serves somebody.
        await SubmitAsync(before, "alice");
        await KeepHouseAsync(before, after);
        Assert.Equal(["new", "old"], KeysOf(kind, connection));
        await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync(kind, connection, OnlyNew));

        // Alice is found, so that another day has to pass.
        time.Advance(Day);
        await KeepHouseAsync(before, after);
        Assert.Equal(["new", "old"], KeysOf(kind, connection));
        time.Advance(Day - TimeSpan.FromMilliseconds(1));
        await KeepHouseAsync(before, after);
        Assert.Equal(["new", "old"], KeysOf(kind, connection));
        time.Advance(TimeSpan.FromMilliseconds(1));
        await HouseOf(after).RunAsync(default);
        Assert.Equal(["new"], KeysOf(kind, connection));

        await using var alone = await StartAsync(kind, connection, OnlyNew);
        foreach (var account in new[] { "alice", "bob" })
            Assert.Equal(EnrolmentState.NoPhone, (await alone.GetRequiredService<IEnrolmentStore>().LoadAsync(AccountId.Parse(account), default))!.State);
    }

    [Theory]
    [InlineData("SQLite")]
    [OnPostgres("PostgreSQL")]
    public async Task A_process_of_before_that_starts_again_seals_nothing_back(string store)
    {
        var kind = StoreKind.Named(store);
        var connection = await kind.CreateAsync();
        await using var before = await StartAsync(kind, connection, Both("old"));
        await SubmitAsync(before, "bob");
        await using var after = await StartAsync(kind, connection, Both("new"));
        await HouseOf(after).RunAsync(default);
        await using var again = await StartAsync(kind, connection, Both("old"));

        for (var day = 0; day < 3; day++, time.Advance(Day))
        {
            await KeepHouseAsync(after, again);
            Assert.Contains("new", KeysOf(kind, connection));
            Assert.True(IsUnder(kind, connection, "new"));
        }

        for (var day = 0; day < 2; day++, time.Advance(Day))
            await HouseOf(after).RunAsync(default);

        Assert.Equal(["new"], KeysOf(kind, connection));
    }

    [Theory]
    [InlineData("SQLite")]
    [OnPostgres("PostgreSQL")]
    public async Task A_key_that_left_is_put_back_by_who_writes_with_it_and_leaves_again(string store)
    {
        var kind = StoreKind.Named(store);
        var connection = await kind.CreateAsync();
        await using var before = await StartAsync(kind, connection, Both("old"));
        await using var after = await StartAsync(kind, connection, Both("new"));
        for (var day = 0; day < 2; day++, time.Advance(Day))
            await HouseOf(after).RunAsync(default);
        Assert.Equal(["new"], KeysOf(kind, connection));

        await SubmitAsync(before, "alice");
        await HouseOf(before).RunAsync(default);
        Assert.Equal(["new", "old"], KeysOf(kind, connection));
        await HouseOf(after).RunAsync(default);
        Assert.True(IsUnder(kind, connection, "new"));
        Assert.Equal(["new", "old"], KeysOf(kind, connection));
        time.Advance(Day);
        await HouseOf(after).RunAsync(default);
        Assert.Equal(["new"], KeysOf(kind, connection));
    }

    [Theory]
    [InlineData("SQLite, sealed", false)]
    [InlineData("SQLite, sealed", true)]
    [OnPostgres("PostgreSQL, sealed", false)]
    public async Task What_is_damaged_under_a_key_keeps_it_needed(string store, bool isCutShort)
    {
        var kind = StoreKind.Named(store);
        var connection = await kind.CreateAsync();
        await using (var before = await StartAsync(kind, connection, null))
        {
            await SubmitAsync(before, "alice");
            await SubmitAsync(before, "bob");
        }

        if (isCutShort)
            kind.Execute(connection, "UPDATE \"LoginVerificationEvents\" SET \"Body\" = @p0 WHERE \"Account\" = 'alice'", new byte[] { 1, 9 });
        else
            kind.Execute(connection, "DELETE FROM \"LoginVerificationEnrolments\" WHERE \"Account\" = 'alice'");
        await using var rotating = await StartAsync(kind, connection, options => (options.SealingKeys["next"], options.CurrentSealingKey) = (New, "next"));
        for (var day = 0; day < 3; day++, time.Advance(Day))
            await HouseOf(rotating).RunAsync(default);
        Assert.Equal(["next", "test"], KeysOf(kind, connection));
    }

    [Theory]
    [InlineData("SQLite, sealed")]
    [OnPostgres("PostgreSQL, sealed")]
    public async Task Accounts_that_cannot_be_read_keep_no_others_from_lapsing(string store)
    {
        var kind = StoreKind.Named(store);
        var connection = await kind.CreateAsync();
        await using var host = Open(kind, connection, null);
        await SubmitAsync(host);
        kind.Execute(connection, "UPDATE \"LoginVerificationEnrolments\" SET \"Snapshot\" = @p0 WHERE \"Account\" < 'account 22'", new byte[40]);
        time.Advance(TimeSpan.FromHours(24));
        await HouseOf(host).RunAsync(default);
        Assert.Empty(kind.Query(connection, "SELECT 1 FROM \"LoginVerificationEnrolments\" WHERE \"PendingLapsesAt\" IS NOT NULL AND \"Account\" >= 'account 22'"));
    }

    private static Action<LoginVerificationStoreOptions> Both(string current) => options =>
        (options.SealingKeys["old"], options.SealingKeys["new"], options.CurrentSealingKey) = (Old, New, current);

    private static void OnlyNew(LoginVerificationStoreOptions options) => options.SealingKeys["new"] = New;

    private static List<string> KeysOf(StoreKind kind, string connection) =>
        [.. kind.Query(connection, "SELECT \"KeyId\" FROM \"LoginVerificationSealingKeys\" ORDER BY 1").Select(row => (string)row[0])];

    /// <summary>Whether every snapshot and event is.</summary>
    private static bool IsUnder(StoreKind kind, string connection, string keyId)
    {
        byte[] head = [1, (byte)keyId.Length, .. Encoding.UTF8.GetBytes(keyId)];
        return kind.Query(connection, "SELECT \"Snapshot\" FROM \"LoginVerificationEnrolments\" UNION ALL SELECT \"Body\" FROM \"LoginVerificationEvents\"")
            .All(row => ((byte[])row[0]).AsSpan().StartsWith(head));
    }

    private static async Task KeepHouseAsync(params ServiceProvider[] hosts)
    {
        foreach (var host in hosts)
            await HouseOf(host).RunAsync(default);
    }

    private async Task<ServiceProvider> StartAsync(StoreKind kind, string connection, Action<LoginVerificationStoreOptions>? configure)
    {
        var host = Open(kind, connection, configure);
        await CheckAsync(host);
        return host;
    }

    private async Task SubmitAsync(ServiceProvider host, string account) => Assert.True(
        (await host.GetRequiredService<IEnrolmentService>().ForUser(AccountId.Parse(account), Surface.Parse("web"), time.GetInstant()).SubmitPhoneAsync("+972502345678")).Succeeded);

    private static async Task CheckAsync(ServiceProvider host)
    {
        foreach (var service in host.GetServices<IHostedService>().OfType<IHostedLifecycleService>())
            await service.StartingAsync(default);
    }

    private async Task LapsedNumbersAreForgotten(string store)
    {
        var kind = StoreKind.Named(store);
        await using var host = Open(kind, await kind.CreateAsync(), null);
        await SubmitAsync(host);
        await HouseOf(host).RunAsync(default);
        Assert.Equal(EnrolmentState.PhonePending, (await host.GetRequiredService<IEnrolmentStore>().LoadAsync(Account(Accounts - 1), default))!.State);

        time.Advance(TimeSpan.FromHours(24));
        await HouseOf(host).RunAsync(default);

        for (var number = 0; number < Accounts; number++)
        {
            var enrolment = (await host.GetRequiredService<IEnrolmentStore>().LoadAsync(Account(number), default))!;
            Assert.Equal((EnrolmentState.NoPhone, null), (enrolment.State, enrolment.Pending));
            Assert.IsType<PendingLapsed>((await host.GetRequiredService<IEnrolmentHistory>().ReadAsync(Account(number), enrolment.Version, int.MaxValue, default))[0]);
        }
    }

    private async Task AllDataComesUnderANewKey(string store)
    {
        var kind = StoreKind.Named(store);
        var connection = await kind.CreateAsync();
        var (first, second) = (RandomNumberGenerator.GetBytes(32), RandomNumberGenerator.GetBytes(32));
        await using (var plain = Open(kind, connection, null))
        {
            await SubmitAsync(plain);
            foreach (var gone in Gone)
            {
                await plain.GetRequiredService<IEnrolmentService>().ForUser(gone, Surface.Parse("web"), time.GetInstant()).SubmitPhoneAsync("+972502345678");
                await plain.GetRequiredService<IEnrolmentService>().ForOperator(gone, "staff-1").EraseAsync();
            }
        }

        // From none to a first key, and from that to another.
        await RunWithAsync(options =>
        {
            options.SealingKeys["first"] = first;
            options.ReadsUnsealed = true;
        });
        await RunWithAsync(options =>
        {
            options.SealingKeys["first"] = first;
            options.SealingKeys["second"] = second;
            options.CurrentSealingKey = "second";
        });

        await using var last = Open(kind, connection, options => options.SealingKeys["second"] = second);
        await CheckAsync(last);
        for (var number = 0; number < Accounts; number++)
        {
            Assert.Equal(EnrolmentState.NoPhone, (await last.GetRequiredService<IEnrolmentStore>().LoadAsync(Account(number), default))!.State);
            Assert.Equal(2, (await last.GetRequiredService<IEnrolmentHistory>().ReadAsync(Account(number), 1, int.MaxValue, default)).Count);
        }

        foreach (var gone in Gone)
            Assert.Single(await last.GetRequiredService<IEnrolmentHistory>().ReadErasuresAsync(gone, default));
        Assert.Equal(Accounts, (await last.GetRequiredService<IEnrolmentStore>().FindAccountsAsync(PhoneNumber.Parse("+972502345678"), default)).Count);

        async Task RunWithAsync(Action<LoginVerificationStoreOptions> keys)
        {
            await using var host = Open(kind, connection, keys);
            await CheckAsync(host);
            Assert.NotNull(await host.GetRequiredService<IEnrolmentStore>().LoadAsync(Account(0), default));
            await HouseOf(host).RunAsync(default);
            time.Advance(Day);
            await HouseOf(host).RunAsync(default);
        }
    }

    private async Task SubmitAsync(ServiceProvider host)
    {
        for (var number = 0; number < Accounts; number++)
        {
            var user = host.GetRequiredService<IEnrolmentService>().ForUser(Account(number), Surface.Parse("web"), time.GetInstant());
            Assert.True((await user.SubmitPhoneAsync("+972502345678")).Succeeded);
        }
    }

    private ServiceProvider Open(StoreKind kind, string connection, Action<LoginVerificationStoreOptions>? configure)
    {
        var services = new ServiceCollection();
        services.AddLogging().AddSingleton<TimeProvider>(time);
        kind.Choose(
            services.AddLoginVerification(options =>
                {
                    options.SmsHost = "example.com";
                    options.CodeKeys["test"] = CodeKey;
                })
                .UsePhoneNumbers().UseSms(phone).UseNotifier(new RecordingOwner()),
            connection,
            configure);
        return services.BuildServiceProvider();
    }

    private static AccountId Account(int number) => AccountId.Parse($"account {number}");

    private static IHousekeeping HouseOf(ServiceProvider host) => host.GetRequiredService<IHousekeeping>();
}
