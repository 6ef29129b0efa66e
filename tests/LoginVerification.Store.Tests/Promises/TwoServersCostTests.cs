using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace LoginVerification.Store.Tests;

/// <summary>What a full enrolment (submit, confirm, enable) costs on two servers, beside one: a few by default, and with FULL=1 as many as tell something.</summary>
[Collection(Alone.Name)]
public sealed class TwoServersCostTests(ITestOutputHelper output)
{
    private const string AccountsOfOneServer = "SELECT CAST(number AS text) FROM generate_series(@p0, @p1) AS number WHERE satisfies_hash_partition('\"LoginVerificationEnrolments\"'::regclass, 2, @p2, CAST(CAST(number AS text) AS varchar))";
    private static readonly StoreKind Kind = StoreKind.Named("PostgreSQL");
    private static readonly int Rounds = Full.IsAsked ? 3 : 1;
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(Full.IsAsked ? 8 : 0.5);
    private static readonly int AccountsARound = Full.IsAsked ? 20_000 : 2_000;

    [NeedsPostgresFact]
    public async Task Full_enrolments_are_timed()
    {
        // As servers come: what is committed is on the disk. Both count statements.
        using var servers = new TwoServers("-c", "shared_preload_libraries=pg_stat_statements");
        var whole = await servers.First.CreateDatabaseAsync();
        var parted = await servers.First.CreateDatabaseAsync();
        var over = await servers.CreateDatabaseAsync();
        await TwoServers.MigrateAsync(whole);
        await TwoServers.MigrateAsync(parted);
        TwoServers.LayOut(servers.First, parted, "--set=here=0,1,2,3");
        servers.Second.RunProgram("psql", "--quiet", "--dbname=postgres", "--command=CREATE EXTENSION pg_stat_statements");
        Side[] sides = [new("one server, as migrated", whole, null), new("one server, 4 partitions", parted, null), new("two servers, accounts of the first", over, 0), new("two servers, accounts of the second", over, 1)];

        output.WriteLine("| | at once | enrolments/s | ms each, median | 99 % | statements on the second server, each |");
        output.WriteLine("|---|---|---|---|---|---|");
        var asked = new Dictionary<Side, double>();
        foreach (var side in sides)
            asked[side] = await AskedAsync(servers, side, parted);
        foreach (var atOnce in new[] { 1, 16 })
        {
            var results = sides.ToDictionary(side => side, _ => new List<Measured>());
            foreach (var side in sides)
                await MeasureAsync(side, parted, atOnce, Round / 2);
            for (var round = 0; round < Rounds; round++)
            {
                foreach (var side in sides)
                    results[side].Add(await MeasureAsync(side, parted, atOnce, Round));
            }

            foreach (var (side, rounds) in results)
            {
                var median = rounds.OrderBy(measured => measured.PerSecond).ElementAt(Rounds / 2);
                output.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {side.Name} | {atOnce} | {median.PerSecond:F0} ({rounds.Min(r => r.PerSecond):F0} to {rounds.Max(r => r.PerSecond):F0}) | {median.Median:F1} | {median.Slow:F1} | {asked[side]:F0} |"));
            }
        }
    }

    /// <summary>How many statements of an enrolment reach the second server.</summary>
    private static async Task<double> AskedAsync(TwoServers servers, Side side, string parted)
    {
        const int Enrolments = 20;
        var (accounts, statistics) = (AccountsOf(side, parted), servers.Second.To("postgres"));
        await side.EnrolAsync(accounts[0]);
        Kind.Query(statistics, "SELECT pg_stat_statements_reset()");
        foreach (var account in accounts.Skip(1).Take(Enrolments))
            await side.EnrolAsync(account);
        var calls = Kind.Query(statistics, "SELECT COALESCE(SUM(calls), 0) FROM pg_stat_statements JOIN pg_database ON pg_database.oid = dbid WHERE datname <> 'postgres'")[0][0];
        return Convert.ToDouble(calls, CultureInfo.InvariantCulture) / Enrolments;
    }

    private static async Task<Measured> MeasureAsync(Side side, string parted, int atOnce, TimeSpan howLong)
    {
        var accounts = new ConcurrentQueue<string>(AccountsOf(side, parted));
        var watch = Stopwatch.StartNew();
        var times = await Task.WhenAll(Enumerable.Range(0, atOnce).Select(_ => Task.Run(async () =>
        {
            var each = new List<double>();
            while (watch.Elapsed < howLong && accounts.TryDequeue(out var account))
            {
                var began = Stopwatch.GetTimestamp();
                await side.EnrolAsync(account);
                each.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            }

            return each;
        })));
        var elapsed = watch.Elapsed;
        double[] sorted = [.. times.SelectMany(each => each).Order()];
        return new Measured(sorted.Length / elapsed.TotalSeconds, sorted[sorted.Length / 2], sorted[sorted.Length * 99 / 100]);
    }

    /// <summary>Accounts that nothing is known of yet.</summary>
    private static List<string> AccountsOf(Side side, string parted)
    {
        var first = side.Next;
        side.Next += AccountsARound;
        return side.Remainder is { } remainder
            ? [.. Kind.Query(parted, AccountsOfOneServer, first, side.Next - 1, remainder).Select(row => (string)row[0])]
            : [.. Enumerable.Range(first, AccountsARound).Select(number => number.ToString(CultureInfo.InvariantCulture))];
    }

    private sealed record Measured(double PerSecond, double Median, double Slow);

    /// <summary>The service over one database, and accounts of one place in it.</summary>
    private sealed class Side
    {
        private readonly ConcurrentDictionary<string, string> codes = [];
        private readonly IEnrolmentService enrolments;

        public Side(string name, string connection, int? remainder)
        {
            (Name, Remainder, Next) = (name, remainder, remainder is 1 ? 3_000_000 : 0);
            var builder = new ServiceCollection().AddLogging().AddLoginVerification(options =>
                {
                    options.SmsHost = "example.com";
                    options.CodeKeys["key"] = new byte[32];
                })
                .UsePhoneNumbers().UseSms(new PhoneInHand(codes)).UseNotifier(new RecordingOwner());
            enrolments = Kind.Choose(builder, connection).Services.BuildServiceProvider().GetRequiredService<IEnrolmentService>();
        }

        public string Name { get; }

        public int? Remainder { get; }

        public int Next { get; set; }

        public async Task EnrolAsync(string account)
        {
            var owner = enrolments.ForUser(AccountId.Parse(account), Surface.Parse("web"), NodaTime.SystemClock.Instance.GetCurrentInstant());
            var number = string.Create(CultureInfo.InvariantCulture, $"+97250{2_000_000 + int.Parse(account, CultureInfo.InvariantCulture)}");
            Assert.True((await owner.SubmitPhoneAsync(number)).Succeeded);
            Assert.True((await owner.ConfirmCodeAsync(codes[number])).Succeeded);
            Assert.True((await owner.EnableAsync(VerificationChannel.Sms)).Succeeded);
        }
    }

    private sealed class PhoneInHand(ConcurrentDictionary<string, string> codes) : ISmsSender
    {
        public bool IsLive => false;

        public Task<SmsReceipt> SendAsync(SmsMessage message, CancellationToken cancellationToken)
        {
            codes[message.To.E164] = RecordingPhone.CodeIn(message);
            return Task.FromResult<SmsReceipt>(new SmsReceipt.Accepted());
        }
    }
}

/// <summary>Tests that want the machine to themselves.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "alone";
}
