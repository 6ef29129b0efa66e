using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace LoginVerification.Cli.Tests;

/// <summary>A database for walks, which can be made to hang in the middle of a save.</summary>
internal sealed class Database(string store, Func<DbConnection> connect, bool isPostgres)
{
    /// <summary>What is written after <c>--store</c>.</summary>
    public string Store => store;

    public static Database Sqlite(string file) => new($"sqlite:{file}", () => new SqliteConnection($"Data Source={file};Pooling=False"), isPostgres: false);

    public static async Task<Database> PostgreSqlAsync()
    {
        var connection = await PostgresServer.Shared.CreateDatabaseAsync();
        return new($"postgresql:{connection}", () => new NpgsqlConnection($"{connection};Pooling=False"), isPostgres: true);
    }

    public static async Task<Database> OfAsync(string kind, Scratch scratch) => kind is "PostgreSQL" ? await PostgreSqlAsync() : Sqlite(Path.Combine(scratch.Path, "walk.db"));

    /// <summary>Makes the schema, by a walk that leads nowhere and saves nothing.</summary>
    public async Task PrepareAsync() => Assert.Equal(1, (await Tool.RunAsync("walk", "--store", store, "--number", "+35312345678")).ExitCode);

    /// <summary>From now on the save of that event does not come to its end.</summary>
    public Task HangAtEventAsync(int version) => HangAsync("INSERT", "LoginVerificationEvents", $"NEW.\"Version\" = {version}");

    /// <summary>From now on no message is ever noted as sent.</summary>
    public Task HangAfterSendingAsync() => HangAsync("DELETE", "LoginVerificationOutbox", "true");

    public async Task ReleaseAsync()
    {
        if (isPostgres)
        {
            // The server does not look after a client that is gone while it is at work.
            await AskAsync("SELECT COUNT(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = current_database() AND state = 'active' AND pid <> pg_backend_pid()");
            await AskAsync("DROP FUNCTION hang() CASCADE");
        }
        else
        {
            await AskAsync("DROP TRIGGER hang");
        }
    }

    public async Task<object?> AskAsync(string sql)
    {
        await using var connection = connect();
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The tests' own.
        command.CommandText = sql;
#pragma warning restore CA2100
        return await command.ExecuteScalarAsync();
    }

    private async Task HangAsync(string change, string table, string when)
    {
        if (isPostgres)
        {
            await AskAsync("CREATE FUNCTION hang() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_sleep(600); RETURN NULL; END $$");
            await AskAsync($"CREATE TRIGGER hang BEFORE {change} ON \"{table}\" FOR EACH ROW WHEN ({when}) EXECUTE FUNCTION hang()");
        }
        else
        {
            var forEver = string.Join(", ", Enumerable.Range(0, 16).Select(index => $"sqlite_master AS m{index}"));
            await AskAsync($"CREATE TRIGGER hang BEFORE {change} ON \"{table}\" WHEN {when} BEGIN SELECT COUNT(*) FROM {forEver}; END");
        }
    }
}
