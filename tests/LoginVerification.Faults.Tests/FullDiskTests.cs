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
    [InlineData("No space left on device")]
    public async Task Nothing_answered_is_lost_on_a_full_disk_of_a_server(string told)
    {
        using var disk = new SmallDisk(megabytes: 200);
        using var server = new PostgresServer(["-c", "fsync=off", "-c", "min_wal_size=2MB", "-c", "max_wal_size=8MB"], Directory.CreateDirectory(Path.Combine(disk.Folder, "server")).FullName, ["--wal-segsize=1"]);
        await using var scene = await Scene.OpenAsync(isPostgres: true, await server.CreateDatabaseAsync());
        await RunAsync(scene, disk, told, () =>
        {
            // A server that has no room for its log gives up, and its operator starts it again.
            if (!server.IsRunning)
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
            var errors = Errors(scene).Count;
            disk.Fill();
            await Patience.UntilAsync("commands fail", () => Errors(scene).Count > errors + 20);
            disk.MakeSpace();
            restart();
        }

        await scene.AnsweredAsync(scene.Answered + 50);
        await worker.StopAsync();
        await scene.DrainAsync(settings);
        output.WriteLine($"{Rounds} times full; what commands met: {string.Join(", ", Errors(scene).GroupBy(error => error.Split('\n')[0]).Select(group => $"{group.Count()} × {group.Key}"))}");
        output.WriteLine(await new Ledger(scene).CheckAsync());
        Assert.Contains(Errors(scene), error => error.Contains(told, StringComparison.Ordinal));
    }

    private static List<string> Errors(Scene scene) => [.. scene.Entries.Select(entry => entry.Error).OfType<string>()];
}
