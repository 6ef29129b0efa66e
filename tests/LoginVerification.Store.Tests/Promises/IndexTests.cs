using Npgsql;

namespace LoginVerification.Store.Tests;

/// <summary>Each index serves an operation, and no operation reads a table whole. The server itself counts what it does, beside some thousand accounts.</summary>
public sealed class IndexTests
{
    private const int Fillers = 5000;
    private static readonly StoreKind Kind = StoreKind.Named("PostgreSQL, sealed");
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
        await using var operations = new EveryOperation(Kind, connection);
        var (used, whole) = (new HashSet<string>(), new List<string>());
        await FillAsync(operations, connection);
        var before = await CountAsync(connection);
        foreach (var (name, operation) in operations.Of("alice"))
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

    /// <summary>Copies one account to some thousand others, whatever columns there are, with keys of their own and nothing that is due.</summary>
    private static async Task FillAsync(EveryOperation operations, string connection)
    {
        foreach (var (_, operation) in operations.Of("bob").Take(2))
            await operation();
        var later = operations.Now.PlusTicks(TimeSpan.TicksPerHour).ToUnixTimeMilliseconds();
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

        Kind.Execute(connection, "INSERT INTO \"LoginVerificationErasures\" SELECT 'filler ' || i, 1, '\\x00' FROM generate_series(1, @p0) AS i", Fillers);
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
}
