using Xunit.Abstractions;

namespace LoginVerification.Faults.Tests;

/// <summary>Many processes, over many connections, at the same few accounts: no update is lost, each wrong code counts, and a code succeeds once.</summary>
public sealed class RaceTests(ITestOutputHelper output)
{
    private const int Processes = 4;
    private const int Connections = 50;
    private const int Accounts = 20;
    private static readonly int Commands = Full.IsAsked ? 6_000 : 1_200;

    [NeedsPostgresFact]
    public Task No_update_is_lost() => RunAsync(connection => connection, Commands);

    [NeedsPgBouncerFact]
    public async Task No_update_is_lost_through_pgbouncer()
    {
        using var bouncer = new PgBouncer(PostgresServer.Shared, connections: 30);
        await RunAsync(bouncer.Over, Commands);
    }

    [NeedsPostgresFact]
    public async Task No_update_is_lost_on_two_servers()
    {
        using var servers = new TwoServers("-c", "fsync=off");
        await RunAsync(connection => connection, Commands / 2, await servers.CreateDatabaseAsync());
    }

    private async Task RunAsync(Func<string, string> over, int commands, string? database = null)
    {
        await using var scene = await Scene.OpenAsync(isPostgres: true, database);
        var workers = Enumerable.Range(1, Processes).Select(number => scene.Start(scene.SettingsOf($"racer-{number}") with
        {
            Connection = over(scene.Connection),
            Accounts = Accounts,
            Lanes = Connections,
            IsRace = true,
            MostCommands = int.MaxValue,
            LeaseSeconds = 60,
        })).ToList();
        foreach (var worker in workers)
            await worker.ReadyAsync();
        await scene.AnsweredAsync(commands);
        await Task.WhenAll(workers.Select(worker => worker.StopAsync()));

        Assert.Equal("", scene.Errors);
        await scene.DrainAsync(scene.SettingsOf("drain"));
        output.WriteLine(await new Ledger(scene).CheckAsync());
    }
}
