using System.Globalization;
using LoginVerification.Store.Tests;
using Npgsql;

namespace LoginVerification.Benchmarks.Stores.Servers;

/// <summary>
/// Full enrolments (submit, confirm, enable) on tables as they are migrated, in partitions, and in partitions of which half lie on a second PostgreSQL, in
/// turns in one run. <c>dotnet run -c Release --project benchmarks/LoginVerification.Benchmarks -- servers</c>
/// </summary>
internal sealed class ServersComparison : IDisposable
{
    public const string Verb = "servers";
    private const int Rounds = 3;
    private const int AccountsARound = 20_000;
    private const int Counted = 20;

    // Both servers have four partitions between them, by turns: of two remainders, each is one server's.
    private const string AccountsOfServer =
        "SELECT CAST(number AS text) FROM generate_series(@first, @last) AS number WHERE satisfies_hash_partition('\"LoginVerificationEnrolments\"'::regclass, 2, @remainder, CAST(CAST(number AS text) AS varchar))";

    private static readonly TimeSpan Round = TimeSpan.FromSeconds(6);

    // As servers come: what is committed is on the disk. Both count statements.
    private readonly TwoServers servers = new("-c", "shared_preload_libraries=pg_stat_statements");
    private int accounts;

    public static async Task RunAsync()
    {
        using var comparison = new ServersComparison();
        await comparison.CompareAsync();
    }

    public void Dispose() => servers.Dispose();

    private async Task CompareAsync()
    {
        servers.Second.RunProgram("psql", "--quiet", "--dbname=postgres", "--command=CREATE EXTENSION pg_stat_statements");
        var over = await servers.CreateDatabaseAsync();
        var parted = await servers.First.CreateDatabaseAsync();
        await TwoServers.MigrateAsync(parted);
        TwoServers.LayOut(servers.First, parted, "--set=here=0,1,2,3");
        await using var whole = await LibraryEnrolments.OpenAsync(await servers.First.CreateDatabaseAsync(), isPostgres: true, isSealed: false);
        await using var parts = await LibraryEnrolments.OpenAsync(parted, isPostgres: true, isSealed: false);
        await using var both = await LibraryEnrolments.OpenAsync(over, isPostgres: true, isSealed: false);
        (string Name, LibraryEnrolments Library, int? Remainder)[] sides =
            [("one server, as migrated", whole, null), ("one server, 4 partitions", parts, null), ("two servers, accounts of the first", both, 0), ("two servers, accounts of the second", both, 1)];

        Console.WriteLine("| | at once | enrolments/s | ms each, median | 99 % | statements on the second server, each |");
        Console.WriteLine("|---|---|---|---|---|---|");
        foreach (var atOnce in new[] { 1, 16 })
        {
            var results = sides.ToDictionary(side => side.Name, _ => new List<Measured>());
            foreach (var side in sides)
                await MeasureAsync(side.Library, over, side.Remainder, atOnce, Round / 2);
            for (var round = 0; round < Rounds; round++)
            {
                foreach (var side in sides)
                    results[side.Name].Add(await MeasureAsync(side.Library, over, side.Remainder, atOnce, Round));
            }

            foreach (var side in sides)
            {
                var rounds = results[side.Name];
                var asked = await AskedAsync(side.Library, over, side.Remainder);
                var median = rounds.OrderBy(measured => measured.PerSecond).ElementAt(Rounds / 2);
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {side.Name} | {atOnce} | {median.PerSecond:F0} ({rounds.Min(r => r.PerSecond):F0} to {rounds.Max(r => r.PerSecond):F0}) | {median.Median:F1} | {median.Slow:F1} | {asked:F0} |"));
            }
        }
    }

    private async Task<Measured> MeasureAsync(LibraryEnrolments library, string over, int? remainder, int atOnce, TimeSpan howLong)
    {
        var users = await NewAccountsAsync(over, remainder);
        return await Load.RunAsync(atOnce, howLong, index => index < users.Count ? [() => library.EnrolAsync(users[index])] : []);
    }

    /// <summary>How many statements of an enrolment reach the second server.</summary>
    private async Task<double> AskedAsync(LibraryEnrolments library, string over, int? remainder)
    {
        await using var statistics = NpgsqlDataSource.Create(servers.Second.To("postgres"));
        var users = await NewAccountsAsync(over, remainder);
        await library.EnrolAsync(users[0]);
        await using var reset = statistics.CreateCommand("SELECT pg_stat_statements_reset()");
        await reset.ExecuteNonQueryAsync();
        foreach (var user in users.Skip(1).Take(Counted))
            await library.EnrolAsync(user);
        await using var count = statistics.CreateCommand("SELECT COALESCE(SUM(calls), 0) FROM pg_stat_statements JOIN pg_database ON pg_database.oid = dbid WHERE datname <> 'postgres'");
        return Convert.ToDouble(await count.ExecuteScalarAsync(), CultureInfo.InvariantCulture) / Counted;
    }

    /// <summary>Accounts that nothing is known of yet, of one server where there are two.</summary>
    private async Task<IReadOnlyList<string>> NewAccountsAsync(string over, int? remainder)
    {
        var first = accounts + 1;
        accounts += AccountsARound;
        if (remainder is null)
            return [.. Enumerable.Range(first, AccountsARound).Select(number => number.ToString(CultureInfo.InvariantCulture))];
        await using var database = NpgsqlDataSource.Create(over);
        await using var command = database.CreateCommand(AccountsOfServer);
        command.Parameters.AddWithValue("first", first);
        command.Parameters.AddWithValue("last", accounts);
        command.Parameters.AddWithValue("remainder", remainder.Value);
        await using var reader = await command.ExecuteReaderAsync();
        var found = new List<string>();
        while (await reader.ReadAsync())
            found.Add(reader.GetString(0));
        return found;
    }
}
