using Xunit.Abstractions;

namespace LoginVerification.Faults.Tests;

/// <summary>The process dies at any moment: what was answered is there, once, and what is owed goes out.</summary>
public sealed class KillTests(ITestOutputHelper output)
{
    private const int Accounts = 60;
    private static readonly int Rounds = Full.IsAsked ? 50 : 5;

    [Theory]
    [InlineData(false)]
    public Task Nothing_answered_is_lost(bool isPostgres) => NothingAnsweredIsLost(isPostgres);

    [NeedsPostgresTheory]
    [InlineData(true)]
    public Task Nothing_answered_is_lost_on_a_server(bool isPostgres) => NothingAnsweredIsLost(isPostgres);

    private async Task NothingAnsweredIsLost(bool isPostgres)
    {
        await using var scene = await Scene.OpenAsync(isPostgres);
        var settings = scene.SettingsOf("worker") with { Accounts = Accounts, MostCommands = int.MaxValue };
        for (var round = 0; round < Rounds; round++)
        {
            // Half of the accounts live on: an account gets so many codes a day, and no more.
            using var worker = await scene.Start(settings with { FirstAccount = round * Accounts / 2 }).ReadyAsync();
            await scene.AnsweredAsync(scene.Answered + 10);
            await Task.Delay(Random.Shared.Next(1500));
            worker.Kill();
        }

        await scene.DrainAsync(settings);
        output.WriteLine($"{Rounds} times killed");
        output.WriteLine(await new Ledger(scene).CheckAsync());
    }
}
