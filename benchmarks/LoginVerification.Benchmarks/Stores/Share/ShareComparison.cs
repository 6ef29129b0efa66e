using System.Globalization;
using LoginVerification.Store.Tests;
using Npgsql;

namespace LoginVerification.Benchmarks.Stores.Share;

/// <summary>
/// Commands and questions at sign-in a second on PostgreSQL, beside a bare Npgsql program that says the same to the server, and pgbench, in turns in one run.
/// <c>dotnet run -c Release --project benchmarks/LoginVerification.Benchmarks -- share</c>
/// </summary>
internal sealed class ShareComparison : IDisposable
{
    public const string Verb = "share";
    private const int Rounds = 3;

    private const string Bare = "bare Npgsql";
    private const string Library = "this library";
    private const string AndPrepared = ", prepared";

    /// <summary>What a host may write into its connection string, where no pgbouncer stands before the server.</summary>
    private const string Prepared = ";Max Auto Prepare=100";
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1);

    // As a server comes: what is committed is on the disk.
    private readonly PostgresServer server = new([]);
    private int numbers;

    public static async Task RunAsync()
    {
        using var comparison = new ShareComparison();
        var pgbench = await PgBench.PrepareAsync(comparison.server);
        var recording = await Recording.MakeAsync(comparison.server, await comparison.MakeDatabaseAsync(), await comparison.MakeDatabaseAsync());
        Console.WriteLine(await Machine.DescribeAsync(comparison.server));
        Console.WriteLine($"An enrolment, three commands: {recording.Enrolment}. A question at sign-in: {recording.SignIn}.");
        Console.WriteLine();
        Console.WriteLine("| | at once | | a second | share of the bare program | ms each, median | 99 % | KB each |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|");
        foreach (var atOnce in new[] { 1, 16, 64 })
            await comparison.CompareAsync(atOnce, recording, pgbench);
    }

    public void Dispose() => server.Dispose();

    private async Task CompareAsync(int atOnce, Recording recording, PgBench pgbench)
    {
        var (plain, @sealed, prepared, bare) = (await MakeDatabaseAsync(), await MakeDatabaseAsync(), await MakeDatabaseAsync() + Prepared, await MakeDatabaseAsync());
        await using var library = await LibraryEnrolments.OpenAsync(plain, isPostgres: true, isSealed: false);
        await using var preparing = await LibraryEnrolments.OpenAsync(prepared, isPostgres: true, isSealed: false);
        await using var sealing = await LibraryEnrolments.OpenAsync(@sealed, isPostgres: true, isSealed: true);
        await CompareAsync("commands", atOnce, new()
        {
            [Bare] = how => Load.RunAsync(atOnce, how, _ => recording.Enrolment.CommandsOf(bare, Recording.NewAccount())),
            [Bare + AndPrepared] = how => Load.RunAsync(atOnce, how, _ => recording.Enrolment.CommandsOf(bare + Prepared, Recording.NewAccount())),
            [Library] = how => Load.RunAsync(atOnce, how, _ => library.CommandsOf(AccountId.Parse(Recording.NewAccount()), Interlocked.Increment(ref numbers))),
            [Library + ", sealed"] = how => Load.RunAsync(atOnce, how, _ => sealing.CommandsOf(AccountId.Parse(Recording.NewAccount()), Interlocked.Increment(ref numbers))),
            [Library + AndPrepared] = how => Load.RunAsync(atOnce, how, _ => preparing.CommandsOf(AccountId.Parse(Recording.NewAccount()), Interlocked.Increment(ref numbers))),
            ["pgbench -N"] = how => pgbench.MeasureAsync("-N", atOnce, how),
        });

        var (accounts, sealedAccounts, preparedAccounts) = (await EnabledAsync(library, plain), await EnabledAsync(sealing, @sealed), await EnabledAsync(preparing, prepared));
        await CompareAsync("questions at sign-in", atOnce, new()
        {
            [Bare] = how => Load.RunAsync(atOnce, how, index => recording.SignIn.CommandsOf(plain, accounts[index % accounts.Count])),
            [Bare + AndPrepared] = how => Load.RunAsync(atOnce, how, index => recording.SignIn.CommandsOf(plain + Prepared, accounts[index % accounts.Count])),
            [Library] = how => Load.RunAsync(atOnce, how, index => [() => library.AskAsync(AccountId.Parse(accounts[index % accounts.Count]))]),
            [Library + ", sealed"] = how => Load.RunAsync(atOnce, how, index => [() => sealing.AskAsync(AccountId.Parse(sealedAccounts[index % sealedAccounts.Count]))]),
            [Library + AndPrepared] = how => Load.RunAsync(atOnce, how, index => [() => preparing.AskAsync(AccountId.Parse(preparedAccounts[index % preparedAccounts.Count]))]),
            ["pgbench -S"] = how => pgbench.MeasureAsync("-S", atOnce, how),
        });
    }

    private static async Task CompareAsync(string what, int atOnce, Dictionary<string, Func<TimeSpan, Task<Measured>>> sides)
    {
        foreach (var side in sides.Values)
            await side(WarmUp);
        var results = sides.Keys.ToDictionary(name => name, _ => new List<Measured>());
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var (name, side) in sides)
                results[name].Add(await side(Round));
        }

        foreach (var (name, rounds) in results)
        {
            var median = MedianOf(rounds);
            var bare = MedianOf(results[name.EndsWith(AndPrepared, StringComparison.Ordinal) ? Bare + AndPrepared : Bare]);
            var share = name.StartsWith(Library, StringComparison.Ordinal) ? $"{median.PerSecond / bare.PerSecond:P0}" : "";
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {what} | {atOnce} | {name} | {median.PerSecond:F0} ({rounds.Min(r => r.PerSecond):F0} to {rounds.Max(r => r.PerSecond):F0}) | {share} | {median.Median:F2} | {median.Slow:F1} | {(median.Allocated > 0 ? $"{median.Kilobytes:F0}" : "")} |"));
        }
    }

    private static Measured MedianOf(List<Measured> rounds) => rounds.OrderBy(measured => measured.PerSecond).ElementAt(Rounds / 2);

    /// <summary>Accounts of the library that sign in with a code.</summary>
    private async Task<List<string>> EnabledAsync(LibraryEnrolments library, string connection)
    {
        var accounts = new List<string>();
        await Load.RunAsync(1, TimeSpan.MaxValue, index =>
        {
            if (index == 1000)
                return [];
            accounts.Add(Recording.NewAccount());
            return library.CommandsOf(AccountId.Parse(accounts[^1]), Interlocked.Increment(ref numbers));
        });
        await using var database = NpgsqlDataSource.Create(connection);
        await using var analyze = database.CreateCommand("VACUUM ANALYZE");
        await analyze.ExecuteNonQueryAsync();
        return accounts;
    }

    /// <summary>A database with the tables, and room for as many connections as there are at once.</summary>
    private async Task<string> MakeDatabaseAsync()
    {
        var connection = new NpgsqlConnectionStringBuilder(await server.CreateDatabaseAsync()) { MaxPoolSize = 100, NoResetOnClose = true }.ConnectionString;
        await using var library = await LibraryEnrolments.OpenAsync(connection, isPostgres: true, isSealed: false);
        return connection;
    }
}
