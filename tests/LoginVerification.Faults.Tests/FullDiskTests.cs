using Xunit.Abstractions;

namespace LoginVerification.Faults.Tests;

/// <summary>The database's disk is full: commands fail and say so, nothing answered is lost, and with space it goes on.</summary>
public sealed class FullDiskTests(ITestOutputHelper output)
{
    private static readonly int Rounds = Full.IsAsked ? 5 : 1;

    [NeedsSmallDiskTheory]
    [InlineData("disk is full")]
    public async Task Nothing_answered_is_lost_on_a_full_disk(string told)
    {
        using var disk = new SmallDisk(megabytes: 32);
        await using var scene = await Scene.OpenAsync(isPostgres: false, $"Data Source={Path.Combine(disk.Folder, "enrolments.db")}");
        await RunAsync(scene, disk, told, () => { });
    }

    [NeedsSmallDiskAndPostgresTheory]
    [InlineData("data", "No space left on device")]
    [InlineData("log", "")]
    public async Task Nothing_answered_is_lost_on_a_full_disk_of_a_server(string what, string told)
    {
        // A server without room for data refuses what needs some; one without room for its log gives up, and so does one that begins a checkpoint without room for data.
        var isLog = what == "log";
        using var data = new SmallDisk(megabytes: 200);
        using var log = new SmallDisk(megabytes: isLog ? 16 : 1024);
        string[] checkpoints = isLog ? ["-c", "min_wal_size=2MB", "-c", "max_wal_size=8MB"] : ["-c", "max_wal_size=900MB", "-c", "checkpoint_timeout=1h"];
        using var server = new PostgresServer(
            ["-c", "fsync=off", .. checkpoints],
            Directory.CreateDirectory(Path.Combine(data.Folder, "server")).FullName,
            ["--wal-segsize=1", "--waldir", Path.Combine(log.Folder, "server")]);
        await using var scene = await Scene.OpenAsync(isPostgres: true, await server.CreateDatabaseAsync());
        await RunAsync(scene, isLog ? log : data, told, () =>
        {
            if (server.IsRunning)
                return;
            output.WriteLine("The server had given up, and was started again.");
            server.Start();
        });
    }

    private async Task RunAsync(Scene scene, SmallDisk disk, string told, Action restart)
    {
        var settings = scene.SettingsOf("worker") with { Accounts = 100, MostCommands = int.MaxValue };
        using var worker = await scene.Start(settings).ReadyAsync();
        for (var round = 0; round < Rounds; round++)
        {
            await scene.AnsweredAsync(scene.Answered + 50);
            var errors = scene.Failed;
            disk.Fill();
            await Patience.UntilAsync("commands fail", () => scene.Failed > errors + 20);
            disk.MakeSpace();
            restart();
        }

        await scene.AnsweredAsync(scene.Answered + 50);
        await worker.StopAsync();
        await scene.DrainAsync(settings);
        output.WriteLine($"{Rounds} times full; what commands met: {scene.Errors}");
        output.WriteLine(await new Ledger(scene).CheckAsync());
        Assert.Contains(told, scene.Errors, StringComparison.Ordinal);
    }
}
