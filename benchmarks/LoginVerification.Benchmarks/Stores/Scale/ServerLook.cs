using System.Globalization;
using System.Text.RegularExpressions;
using LoginVerification.Store.Tests;
using Npgsql;

namespace LoginVerification.Benchmarks.Stores.Scale;

/// <summary>What the server knows of itself, of one of its databases.</summary>
internal sealed partial class ServerLook : IAsyncDisposable
{
    private readonly NpgsqlDataSource source;
    private readonly string database;

    private ServerLook(NpgsqlDataSource source, string database) => (this.source, this.database) = (source, database);

    /// <summary>Looks from another database, so that its own questions are not counted.</summary>
    public static async Task<ServerLook> OpenAsync(PostgresServer server, string connection)
    {
        await Filling.ExecuteAsync(server.To("postgres"), "CREATE EXTENSION IF NOT EXISTS pg_stat_statements");
        return new ServerLook(NpgsqlDataSource.Create(server.To("postgres")), new NpgsqlConnectionStringBuilder(connection).Database!);
    }

    public Task ForgetStatementsAsync() => ReadAsync("SELECT 1 FROM pg_stat_statements_reset()", _ => 1);

    /// <summary>How many statements there were since they were forgotten.</summary>
    public async Task<double> CountStatementsAsync() => (await ReadAsync($"SELECT coalesce(sum(calls), 0)::float8 FROM pg_stat_statements {Here}", row => row.GetDouble(0)))[0];

    /// <summary>The statements that took most time: how often, how long each, and what share of all.</summary>
    public Task<List<(string Sql, long Calls, double Milliseconds, double Share)>> ReadTopAsync(int most) => ReadAsync(
        $"SELECT query, calls, mean_exec_time, total_exec_time / sum(total_exec_time) OVER () FROM pg_stat_statements {Here} ORDER BY total_exec_time DESC LIMIT {most}",
        row => (Shorten(row.GetString(0)), row.GetInt64(1), row.GetDouble(2), row.GetDouble(3)));

    /// <summary>What the database's clients wait for at this moment, those that are in a statement; empty for one that computes.</summary>
    public Task<List<(string Kind, string Event)>> ReadWaitsAsync() => ReadAsync(
        $"SELECT coalesce(wait_event_type, ''), coalesce(wait_event, '') FROM pg_stat_activity WHERE datname = '{database}' AND state = 'active'",
        row => (row.GetString(0), row.GetString(1)));

    /// <summary>How much was written to the log of the server up to now.</summary>
    public async Task<long> ReadLogPositionAsync() => (await ReadAsync("SELECT (pg_current_wal_lsn() - '0/0')::int8", row => row.GetInt64(0)))[0];

    public ValueTask DisposeAsync() => source.DisposeAsync();

    private string Here => $"JOIN pg_database ON pg_database.oid = dbid WHERE datname = '{database}'";

    private async Task<List<T>> ReadAsync<T>(string sql, Func<NpgsqlDataReader, T> read)
    {
        await using var command = source.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<T>();
        while (await reader.ReadAsync())
            rows.Add(read(reader));
        return rows;
    }

    private static string Shorten(string sql)
    {
        const int Length = 120;
        var text = Space().Replace(sql.Replace("LoginVerification", "", StringComparison.Ordinal), " ").Trim();
        return string.Create(CultureInfo.InvariantCulture, $"`{(text.Length > Length ? text[..Length] + "…" : text)}`");
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
