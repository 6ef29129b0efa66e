using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit.Abstractions;

namespace LoginVerification.Faults.Tests;

/// <summary>Tables that lie on two servers, one of which is killed under load and comes again: nothing answered is lost, and the worker goes on by itself.</summary>
public sealed class TwoServersFaultTests(ITestOutputHelper output)
{
    private static readonly int Rounds = Full.IsAsked ? 10 : 2;

    [NeedsPostgresTheory]
    [InlineData("first")]
    [InlineData("second")]
    public async Task Nothing_answered_is_lost(string killed)
    {
        using var servers = new TwoServers("-c", "fsync=off");
        await using var scene = await Scene.OpenAsync(isPostgres: true, await servers.CreateDatabaseAsync());
        var server = killed == "first" ? servers.First : servers.Second;
        var settings = scene.SettingsOf("worker") with { Accounts = 200, Lanes = 32, MostCommands = int.MaxValue };
        using var worker = await scene.Start(settings).ReadyAsync();
        for (var round = 0; round < Rounds; round++)
        {
            await scene.AnsweredAsync(scene.Answered + 100);
            var errors = scene.Failed;
            for (var isFelt = false; !isFelt;)
            {
                await scene.AnsweredAsync(scene.Answered + 1);
                server.Kill();
                isFelt = await Patience.IsSoonAsync(() => scene.Failed > errors);
                if (killed == "second")
                    await AccountsOfTheFirstAreReadAsync(scene);
                server.Start();
            }
        }

        await scene.AnsweredAsync(scene.Answered + 100);
        await worker.StopAsync();
        await scene.DrainAsync(settings);
        output.WriteLine($"the {killed} of two servers {Rounds} times killed; what commands met: {scene.Errors}");
        output.WriteLine($"{await scene.NumberAsync("SELECT COUNT(*) FROM \"LoginVerificationEnrolments\"")} accounts, of which {await OfTheSecondAsync(scene)} on the second server");
        output.WriteLine(await new Ledger(scene).CheckAsync());
    }

    private static Task<long> OfTheSecondAsync(Scene scene) =>
        scene.NumberAsync("SELECT COUNT(*) FROM \"LoginVerificationEnrolments\" AS rows JOIN pg_class ON pg_class.oid = rows.tableoid WHERE relkind = 'f'");

    /// <summary>The sign-in asks for nothing else.</summary>
    private static async Task AccountsOfTheFirstAreReadAsync(Scene scene)
    {
        var enrolments = scene.Services.GetRequiredService<IEnrolmentService>();
        await using var database = new NpgsqlConnection(scene.Connection);
        await database.OpenAsync();
        await using var command = new NpgsqlCommand("SELECT \"Account\" FROM \"LoginVerificationEnrolments_0\" LIMIT 10", database);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            await enrolments.GetLoginRequirementAsync(AccountId.Parse(reader.GetString(0)));
    }
}
