using System.Globalization;
using LoginVerification.Store.Tests;
using Npgsql;

namespace LoginVerification.Benchmarks.Stores;

/// <summary>What a figure was measured on.</summary>
internal static class Machine
{
    /// <summary>When, on what, with which versions and settings, and how busy it was.</summary>
    public static async Task<string> DescribeAsync(PostgresServer server)
    {
        await using var source = NpgsqlDataSource.Create(server.To("postgres"));
        await using var command = source.CreateCommand("SELECT string_agg(name || ' ' || current_setting(name), ', ' ORDER BY name) FROM unnest($1) AS name");
        command.Parameters.AddWithValue(new[] { "fsync", "max_connections", "max_wal_size", "shared_buffers", "synchronous_commit" });
        var settings = (string)(await command.ExecuteScalarAsync())!;
        await using var connection = await source.OpenConnectionAsync();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{DateTime.UtcNow:yyyy-MM-dd HH:mm} UTC, {Environment.ProcessorCount} cores, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 30} GiB, load {File.ReadAllText("/proc/loadavg").Split(' ')[0]} before; PostgreSQL {connection.PostgreSqlVersion}, Npgsql {typeof(NpgsqlDataSource).Assembly.GetName().Version!.ToString(3)}, .NET {Environment.Version}; {settings}");
    }
}
