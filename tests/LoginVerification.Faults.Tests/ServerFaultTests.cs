using Npgsql;
using Xunit.Abstractions;

namespace LoginVerification.Faults.Tests;

/// <summary>The database server goes away under load, and comes again: nothing answered is lost, and the workers go on by themselves.</summary>
public sealed class ServerFaultTests(ITestOutputHelper output)
{
    private static readonly int Rounds = Full.IsAsked ? 10 : 2;

    [NeedsPostgresTheory]
    [InlineData("stopped")]
    [InlineData("crashed")]
    [InlineData("cut off")]
    public async Task Nothing_answered_is_lost(string fault)
    {
        using var server = new PostgresServer(["-c", "fsync=off"]);
        await using var scene = await Scene.OpenAsync(isPostgres: true, await server.CreateDatabaseAsync());
        var settings = scene.SettingsOf("worker") with { Accounts = 100, MostCommands = int.MaxValue };
        using var worker = await scene.Start(settings).ReadyAsync();
        for (var round = 0; round < Rounds; round++)
        {
            await scene.AnsweredAsync(scene.Answered + 50);
            var errors = scene.Failed;
            if (fault == "cut off")
            {
                // Until it is felt: a connection that nobody uses at the moment is replaced unseen.
                await Patience.UntilAsync("a command fails", async () => await CutAsync(server) && scene.Failed > errors);
                continue;
            }

            // Until it is felt: where nobody has a command in hand at the moment, all wait for the server before the next one.
            for (var isFelt = false; !isFelt;)
            {
                await scene.AnsweredAsync(scene.Answered + 1);
                server.Stop(crash: fault == "crashed");
                isFelt = await Patience.IsSoonAsync(() => scene.Failed > errors);
                server.Start();
            }
        }

        await scene.AnsweredAsync(scene.Answered + 50);
        await worker.StopAsync();
        await scene.DrainAsync(settings);
        output.WriteLine($"{Rounds} times {fault}; what commands met: {scene.Errors}");
        output.WriteLine(await new Ledger(scene).CheckAsync());
    }

    private static async Task<bool> CutAsync(PostgresServer server)
    {
        await using var database = new NpgsqlConnection(server.To("postgres"));
        await database.OpenAsync();
        await using var command = database.CreateCommand();
        command.CommandText = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()";
        await command.ExecuteNonQueryAsync();
        return true;
    }
}
