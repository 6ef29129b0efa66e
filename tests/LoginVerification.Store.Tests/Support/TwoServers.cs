using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace LoginVerification.Store.Tests;

/// <summary>Two PostgreSQL servers. Databases are made on both, and docs/partitions.sql lays the tables out over them; who connects to the first sees one database.</summary>
internal sealed class TwoServers : IDisposable
{
    private static readonly Lazy<TwoServers> Started = new(() => new TwoServers(PostgresServer.Shared, ["-c", "fsync=off"]));
    private readonly Lazy<Task<(string First, string Second)>> template;
    private readonly bool ownsFirst;

    public TwoServers(params string[] settings)
        : this(new PostgresServer(settings), settings) => ownsFirst = true;

    private TwoServers(PostgresServer first, string[] settings)
    {
        (First, Second) = (first, new PostgresServer(settings));
        template = new(MakeTemplateAsync);
    }

    /// <summary>Those that tests share.</summary>
    public static TwoServers Shared => Started.Value;

    public PostgresServer First { get; }

    public PostgresServer Second { get; }

    /// <summary>An empty database over both servers, and how to connect to it.</summary>
    public async Task<string> CreateDatabaseAsync()
    {
        var (first, second) = await template.Value;
        var (connection, other) = (await First.CreateDatabaseAsync(first), await Second.CreateDatabaseAsync(second));
        await using var database = new NpgsqlConnection(connection);
        await database.OpenAsync();
        await using var command = database.CreateCommand();
        command.CommandText = $"ALTER SERVER login_verification_second OPTIONS (SET dbname '{DatabaseOf(other)}')";
        await command.ExecuteNonQueryAsync();
        return connection;
    }

    /// <summary>How to connect to the second half of such a database.</summary>
    public string SecondOf(string connection)
    {
        using var database = new NpgsqlConnection(connection);
        database.Open();
        using var command = database.CreateCommand();
        command.CommandText = "SELECT option_value FROM pg_foreign_server, pg_options_to_table(srvoptions) WHERE option_name = 'dbname'";
        return Second.To((string)command.ExecuteScalar()!);
    }

    public void Dispose()
    {
        if (ownsFirst)
            First.Dispose();
        Second.Dispose();
    }

    /// <summary>Lays out a database of the first server, whatever it holds, over both.</summary>
    /// <returns>How to connect to the second half.</returns>
    public async Task<string> LayOutAsync(string connection)
    {
        var second = await Second.CreateDatabaseAsync();
        await MigrateAsync(second);
        LayOut(connection, second);
        return second;
    }

    /// <summary>Lays out what is not laid out yet.</summary>
    public void LayOut(string first, string second)
    {
        First.RunProgram("psql", "--quiet", $"--dbname={DatabaseOf(first)}", "--command=SET client_min_messages = warning; CREATE EXTENSION IF NOT EXISTS postgres_fdw");
        LayOut(Second, second, "--set=here=1,3");
        LayOut(First, first, "--set=here=0,2", "--set=host=127.0.0.1", $"--set=port={Second.Port}", $"--set=database={DatabaseOf(second)}", "--set=user=test");
    }

    /// <summary>Runs the script.</summary>
    public static void LayOut(PostgresServer server, string connection, params string[] settings) =>
        server.RunProgram("psql", ["--quiet", $"--dbname={DatabaseOf(connection)}", $"--file={Repository.PathOf("docs/partitions.sql")}", .. settings]);

    private static string DatabaseOf(string connection) => new NpgsqlConnectionStringBuilder(connection).Database!;

    public static async Task MigrateAsync(string connection)
    {
        await using var services = new ServiceCollection().AddLoginVerification(_ => { }).UsePostgreSql(connection).Services.BuildServiceProvider();
        await services.MigrateLoginVerificationAsync();
    }

    private async Task<(string First, string Second)> MakeTemplateAsync()
    {
        var first = await First.CreateDatabaseAsync();
        await MigrateAsync(first);
        var second = await LayOutAsync(first);
        NpgsqlConnection.ClearAllPools();
        return (DatabaseOf(first), DatabaseOf(second));
    }
}
