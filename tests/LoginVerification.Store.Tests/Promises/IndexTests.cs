using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using NodaTime.Extensions;
using Npgsql;

namespace LoginVerification.Store.Tests;

/// <summary>Each index serves an operation, and no operation reads a table whole. The server itself counts what it does, beside some thousand accounts.</summary>
public sealed class IndexTests
{
    private const int Fillers = 5000;
    private const string Number = "+972502345678";

    private static readonly StoreKind Kind = StoreKind.Named("PostgreSQL, sealed");
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 11, 28, 12, 0, 0, TimeSpan.Zero));
    private readonly RecordingPhone phone = new();

    [NeedsPostgresFact]
    public async Task Each_index_is_used_and_no_operation_reads_a_table_whole()
    {
        var (idle, whole) = await LookAsync("SELECT 1");

        Assert.Empty(idle);
        Assert.Empty(whole);
    }

    [NeedsPostgresFact]
    public async Task An_index_that_serves_nothing_is_found()
    {
        var (idle, whole) = await LookAsync("CREATE INDEX superfluous ON \"LoginVerificationOutbox\" (\"Effect\")");

        Assert.Equal(["superfluous"], idle);
        Assert.Empty(whole);
    }

    [NeedsPostgresFact]
    public async Task An_index_that_is_missing_is_found()
    {
        var (idle, whole) = await LookAsync("DROP INDEX \"IX_LoginVerificationNumbers_Number\"");

        Assert.Empty(idle);
        Assert.Contains("accounts of a number: LoginVerificationNumbers", whole);
    }

    /// <summary>Changes the schema, does everything, and looks which indexes served nothing, and which operations read which tables whole.</summary>
    private async Task<(IReadOnlyList<string> Idle, IReadOnlyList<string> Whole)> LookAsync(string change)
    {
        // Each connection is one's own, so that it tells what it did when it ends.
        var connection = $"{await Kind.CreateAsync()};Pooling=false";
        Kind.Execute(connection, change);
        await using var host = Open(connection);
        var (used, whole) = (new HashSet<string>(), new List<string>());
        await Fill(host, connection);
        var before = await CountAsync(connection);
        foreach (var (name, operation) in Operations(host))
        {
            await operation();
            var after = await CountAsync(connection);
            var done = after.Where(count => count.Value > before[count.Key]).Select(count => count.Key).ToList();
            used.UnionWith(done.Where(what => what.IsIndex).Select(what => what.Name));
            // The health check alone counts the messages that failed often, every so often.
            whole.AddRange(done.Where(what => !what.IsIndex && name != "health").Select(what => $"{name}: {what.Name}"));
            before = after;
        }

        return ([.. before.Keys.Where(what => what.IsIndex && !used.Contains(what.Name)).Select(what => what.Name)], whole);
    }

    private IEnumerable<(string Name, Func<Task> Operation)> Operations(ServiceProvider host)
    {
        var account = AccountId.Parse("alice");
        var (service, store, history) = (host.GetRequiredService<IEnrolmentService>(), host.GetRequiredService<EntityFrameworkEnrolments<LoginVerificationContext>>(), host.GetRequiredService<IEnrolmentHistory>());
        UserEnrolment Owner() => service.ForUser(account, Surface.Parse("web"), time.GetUtcNow().ToInstant(), AuthenticationFactors.MultiFactor);

        yield return ("submit", async () => Assert.True((await Owner().SubmitPhoneAsync(Number)).Succeeded));
        yield return ("confirm", async () => Assert.True((await Owner().ConfirmCodeAsync(phone.LastCode)).Succeeded));
        yield return ("enable", async () => Assert.True((await Owner().EnableAsync(VerificationChannel.Sms)).Succeeded));
        yield return ("sign-in", async () => Assert.IsType<LoginRequirement.Verify>(await service.GetLoginRequirementAsync(account)));
        yield return ("status", async () => await Owner().GetStatusAsync());
        yield return ("history", async () => Assert.NotEmpty(await history.ReadAsync(account, 2, default)));
        yield return ("waiting messages", async () => Assert.NotEmpty(await store.ReadWaitingAsync(account, default)));
        yield return ("outbox", async () => Assert.NotEqual(0, await host.GetRequiredService<OutboxDispatcher>().DispatchDueAsync()));
        yield return ("health", async () => await store.MeasureAsync(time.GetUtcNow().ToInstant(), 3, default));
        yield return ("accounts of a number", async () => Assert.NotEmpty(await service.FindAccountsAsync(Number)));
        yield return ("opted out", async () => Assert.False(await store.IsOptedOutAsync(PhoneNumber.Parse(Number), default)));
        yield return ("STOP", async () => Assert.NotEmpty(await service.ForCarrier().OptOutOfDeliveryAsync(Number)));
        yield return ("disable", async () => Assert.True((await Owner().DisableAsync()).Succeeded));
        yield return ("remove", async () => Assert.True((await Owner().RemovePhoneAsync()).Succeeded));
        yield return ("sealing anew", async () => Assert.True(await store.ResealAsync(account.Value, default)));
        yield return ("the next accounts to seal anew", async () => Assert.NotEmpty(await store.FindAfterAsync("filler", 10, default)));
        yield return ("housekeeping", () => host.GetRequiredService<IHousekeeping>().RunAsync(default));
        yield return ("erasure", async () => await history.EraseAsync(account, default));
    }

    /// <summary>Copies one account to some thousand others, whatever columns there are, with keys of their own and nothing that is due.</summary>
    private async Task Fill(ServiceProvider host, string connection)
    {
        var bob = host.GetRequiredService<IEnrolmentService>().ForUser(AccountId.Parse("bob"), Surface.Parse("web"), time.GetUtcNow().ToInstant());
        Assert.True((await bob.SubmitPhoneAsync("+14155552671")).Succeeded);
        Assert.True((await bob.ConfirmCodeAsync(phone.LastCode)).Succeeded);
        var later = time.GetUtcNow().AddHours(1).ToUnixTimeMilliseconds();
        foreach (var (table, keys) in new[]
        {
            ("Enrolments", $"'PendingLapsesAt', CASE WHEN i % 10 = 0 THEN {later} + i END"),
            ("Events", "'Version', \"Version\""),
            ("Numbers", "'Number', '\\x' || md5(i::text)"),
            ("Outbox", $"'DueAt', {later} + i"),
        })
        {
            Kind.Execute(
                connection,
                $"INSERT INTO \"LoginVerification{table}\" SELECT (jsonb_populate_record(kept, jsonb_build_object('Account', 'filler ' || i, {keys}))).* FROM \"LoginVerification{table}\" AS kept, generate_series(1, {Fillers}) AS i");
        }

        Kind.Execute(connection, "ANALYZE");
    }

    /// <summary>How often each index was asked, and each table read whole. Tables of a few rows are always read whole; their keys are there to keep rows apart.</summary>
    private static async Task<Dictionary<(string Name, bool IsIndex), long>> CountAsync(string connection)
    {
        var server = PostgresServer.Shared.To("postgres");
        var database = new NpgsqlConnectionStringBuilder(connection).Database!;
        while ((long)Kind.Query(server, "SELECT count(*) FROM pg_stat_activity WHERE datname = @p0 AND backend_type = 'client backend'", database)[0][0] > 0)
            await Task.Delay(10);
        return Kind.Query(
                connection,
                """
                SELECT indexrelname, true, idx_scan FROM pg_stat_user_indexes WHERE relname !~ 'Migrations|SealingKeys'
                UNION ALL SELECT relname, false, seq_scan FROM pg_stat_user_tables WHERE relname !~ 'Migrations|SealingKeys'
                """)
            .ToDictionary(row => ((string)row[0], (bool)row[1]), row => (long)row[2]);
    }

    private ServiceProvider Open(string connection)
    {
        var services = new ServiceCollection();
        services.AddLogging().AddSingleton<TimeProvider>(time);
        Kind.Choose(
            services.AddLoginVerification(options =>
                {
                    options.SmsHost = "example.com";
                    options.CodeKeys["test"] = RandomNumberGenerator.GetBytes(32);
                })
                .UsePhoneNumbers().UseSms(phone).UseNotifier(new RecordingOwner()),
            connection);
        return services.BuildServiceProvider();
    }
}
