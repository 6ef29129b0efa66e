using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace LoginVerification.Faults.Tests;

/// <summary>One database, one gateway, the workers over them, and what they wrote down.</summary>
internal sealed class Scene : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("login-verification-faults-").FullName;
    private readonly List<WorkerProcess> workers = [];
    private readonly List<string> journals = [];
    private readonly ServiceProvider services;

    private Scene(bool isPostgres, string? connection)
    {
        (IsPostgres, Connection) = (isPostgres, connection ?? $"Data Source={Path.Combine(folder, "enrolments.db")}");
        var collection = new ServiceCollection();
        collection.AddLogging();
        var gateway = new GatewayClient("test", Gateway.Port);
        Wiring.Add(collection, SettingsOf("test"), gateway, gateway);
        services = collection.BuildServiceProvider();
    }

    public bool IsPostgres { get; }

    public string Connection { get; }

    public Gateway Gateway { get; } = new();

    public IServiceProvider Services => services;

    /// <summary>An empty database with its schema: a file, or a new database of the server that tests share.</summary>
    public static async Task<Scene> OpenAsync(bool isPostgres, string? connection = null)
    {
        if (isPostgres)
            connection ??= await PostgresServer.Shared.CreateDatabaseAsync();
        var scene = new Scene(isPostgres, connection);
        await scene.services.MigrateLoginVerificationAsync();
        return scene;
    }

    public WorkerSettings SettingsOf(string name) => new()
    {
        Name = name,
        IsPostgres = IsPostgres,
        Connection = Connection,
        GatewayPort = Gateway.Port,
        Journal = Path.Combine(folder, $"{name}.jsonl"),
    };

    /// <summary>Starts a worker; those of one name continue one journal.</summary>
    public WorkerProcess Start(WorkerSettings settings)
    {
        if (!journals.Contains(settings.Journal))
            journals.Add(settings.Journal);
        var worker = new WorkerProcess(settings);
        workers.Add(worker);
        return worker;
    }

    public IReadOnlyList<Entry> Entries => [.. journals.SelectMany(Journal.Read)];

    public int Answered => journals.Sum(journal => Journal.Count(journal, EntryKind.Answered));

    /// <summary>How many commands met an error by now.</summary>
    public int Failed => journals.Sum(journal => Journal.Count(journal, EntryKind.Failed));

    /// <summary>What commands met, with how often.</summary>
    public string Errors => string.Join(", ", Entries.Select(entry => entry.Error).OfType<string>().GroupBy(error => error.Split('\n')[0]).Select(error => $"{error.Count()} × {error.Key}"));

    public Task AnsweredAsync(int most) => Patience.UntilAsync($"{most} commands are answered", () => Answered >= most);

    /// <summary>Has what was left unanswered given again, and what is owed sent, until nothing waits.</summary>
    public async Task DrainAsync(WorkerSettings settings)
    {
        using var worker = await Start(settings with { Accounts = 0, MostCommands = 0 }).ReadyAsync();
        await worker.IdleAsync();
        await Patience.UntilAsync("the outbox is empty", async () => await WaitingAsync() == 0);
        await worker.StopAsync();
    }

    /// <summary>How many messages are in the outbox.</summary>
    public Task<long> WaitingAsync() => NumberAsync("SELECT COUNT(*) FROM \"LoginVerificationOutbox\"");

    public async Task<long> NumberAsync(string sql)
    {
        await using DbConnection database = IsPostgres ? new NpgsqlConnection(Connection) : new SqliteConnection(Connection);
        await database.OpenAsync();
        await using var command = database.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var worker in workers)
            worker.Dispose();
        Gateway.Dispose();
        await services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }
}
