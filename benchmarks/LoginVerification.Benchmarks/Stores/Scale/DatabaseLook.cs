using Npgsql;

namespace LoginVerification.Benchmarks.Stores.Scale;

/// <summary>What a database knows of its tables and indexes.</summary>
internal sealed class DatabaseLook(string connection)
{
    /// <summary>The bytes of each table and index that grows with the accounts.</summary>
    public Task<List<(string Name, long Bytes)>> ReadSizesAsync() => ReadAsync(
        """
        SELECT relname, CASE relkind WHEN 'i' THEN pg_relation_size(oid) ELSE pg_table_size(oid) END
        FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'i') AND relname !~ 'Migrations|SealingKeys'
        ORDER BY coalesce((SELECT indrelid FROM pg_index WHERE indexrelid = oid), oid)::regclass::text, relkind DESC, relname
        """,
        row => (row.GetString(0), row.GetInt64(1)));

    /// <summary>How often each index was asked.</summary>
    public Task<List<(string Name, long Scans)>> ReadScansAsync() => ReadAsync(
        "SELECT indexrelname, idx_scan FROM pg_stat_user_indexes WHERE relname !~ 'Migrations|SealingKeys' ORDER BY relname, indexrelname",
        row => (row.GetString(0), row.GetInt64(1)));

    /// <summary>How often rows of a table were updated, and how often without a change of an index.</summary>
    public async Task<(long Updated, long Hot)> ReadUpdatesAsync(string table)
    {
        // A connection that ends tells what it did.
        NpgsqlConnection.ClearAllPools();
        await Task.Delay(TimeSpan.FromSeconds(1));
        return (await ReadAsync($"SELECT n_tup_upd, n_tup_hot_upd FROM pg_stat_user_tables WHERE relname = '{table}'", row => (row.GetInt64(0), row.GetInt64(1))))[0];
    }

    public Task<long> CountAsync(string table) => ReadOneAsync($"SELECT count(*) FROM \"{table}\"");

    private async Task<long> ReadOneAsync(string sql) => (await ReadAsync(sql, row => row.GetInt64(0)))[0];

    private async Task<List<T>> ReadAsync<T>(string sql, Func<NpgsqlDataReader, T> read)
    {
        await using var database = new NpgsqlConnection(connection);
        await database.OpenAsync();
        await using var command = database.CreateCommand();
        (command.CommandText, command.CommandTimeout) = (sql, 0);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<T>();
        while (await reader.ReadAsync())
            rows.Add(read(reader));
        return rows;
    }
}
