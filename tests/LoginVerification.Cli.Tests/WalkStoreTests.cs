using System.Text.Json;
using System.Text.RegularExpressions;

namespace LoginVerification.Cli.Tests;

/// <summary>A walk over a database: one that was killed goes on, wherever that was.</summary>
public sealed partial class WalkStoreTests : IDisposable
{
    private readonly Scratch scratch = new();

    public void Dispose() => scratch.Dispose();

    [Theory]
    [InlineData(1, "Policy", null, "SubmitPhone", "ConfirmCode", "EnableVerification")]
    [InlineData(2, "SubmitPhone", "PhonePending, version 1", "follow", "ResendCode", "ConfirmCode", "EnableVerification")]
    [InlineData(3, "ConfirmCode", "PhoneVerified, version 2", "EnableVerification")]
    public Task On_SQLite_a_killed_walk_goes_on(int hangsAt, string killedAfter, string? found, params string[] steps) =>
        GoesOnAsync("SQLite", hangsAt, killedAfter, found, steps);

    [NeedsPostgresTheory]
    [InlineData(1, "Policy", null, "SubmitPhone", "ConfirmCode", "EnableVerification")]
    [InlineData(2, "SubmitPhone", "PhonePending, version 1", "follow", "ResendCode", "ConfirmCode", "EnableVerification")]
    [InlineData(3, "ConfirmCode", "PhoneVerified, version 2", "EnableVerification")]
    public Task On_PostgreSQL_a_killed_walk_goes_on(int hangsAt, string killedAfter, string? found, params string[] steps) =>
        GoesOnAsync("PostgreSQL", hangsAt, killedAfter, found, steps);

    [Fact]
    public Task On_SQLite_a_code_that_went_out_unnoted_comes_again_and_is_confirmed() => ComesAgainAsync("SQLite");

    [NeedsPostgresFact]
    public Task On_PostgreSQL_a_code_that_went_out_unnoted_comes_again_and_is_confirmed() => ComesAgainAsync("PostgreSQL");

    [Fact]
    public async Task Before_the_policys_wait_is_over_it_says_when_the_same_command_goes_on()
    {
        var database = await Database.OfAsync("SQLite", scratch);
        await KillAsync(database, hangsAt: 2, killedAfter: "SubmitPhone");

        var answer = await Tool.RunAsync("walk", "--store", database.Store);

        Assert.Equal(1, answer.ExitCode);
        Assert.Contains("ResendTooSoon", answer.Output, StringComparison.Ordinal);
        Assert.Contains("Dead end: time alone leads on: the same command goes on at ", answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public Task On_SQLite_one_that_is_done_says_that_nothing_is_left_to_do() => IsDoneAsync("SQLite");

    [NeedsPostgresFact]
    public Task On_PostgreSQL_one_that_is_done_says_that_nothing_is_left_to_do() => IsDoneAsync("PostgreSQL");

    [Fact]
    public async Task Where_another_walk_was_faster_nothing_is_left_to_do()
    {
        var written = new WalkOptions(Quick()) { Store = $"sqlite:{Path.Combine(scratch.Path, "walk.db")}" };
        var request = WalkInput.Read(written);
        await using var service = await WalkService.OpenAsync(request, TimeProvider.System, CancellationToken.None);

        var walk = await Walker.WalkAsync(request, service, TimeProvider.System, step => Overtake(step, written), CancellationToken.None);

        Assert.Equal((null, EnrolmentState.VerificationEnabled), (walk.DeadEnd, walk.State));
        Assert.Equal(["web/security: SubmitPhone: accepted", "web/code: ConfirmCode: refused"], Steps.Of(walk));
    }

    [Fact]
    public async Task JSON_tells_the_store_and_what_was_found_there()
    {
        var store = $"sqlite:{Path.Combine(scratch.Path, "walk.db")}";

        var first = await Tool.StartAsync("walk", "--store", store, "--json");
        var second = await Tool.StartAsync("walk", "--store", store, "--json");

        Assert.Equal(["policy", "number", "country", "carrier", "store", "continuedFrom", "steps", "state"], first.Json.EnumerateObject().Select(member => member.Name));
        Assert.Empty(first.Error + second.Error);
        Assert.Equal("""{"state":"NoPhone","version":0}""", Found(first));
        Assert.Equal("""{"state":"VerificationEnabled","version":3}""", Found(second));
        Assert.Equal(store, second.Json.GetProperty("store").GetString());
        Assert.Empty(Steps.Of(second));
    }

    [Fact]
    public async Task The_key_is_its_owners_alone_and_what_is_kept_is_sealed()
    {
        var file = Path.Combine(scratch.Path, "walk.db");
        await Tool.RunAsync("walk", "--store", $"sqlite:{file}");

        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode($"{file}.key"));
        Assert.All(Directory.GetFiles(scratch.Path), kept => Assert.DoesNotContain("502345678", File.ReadAllText(kept), StringComparison.Ordinal));
        Assert.Equal(["walk.db", "walk.db.key"], Directory.GetFiles(scratch.Path).Select(Path.GetFileName).Where(name => !name!.Contains('-', StringComparison.Ordinal)).Order());
    }

    [Fact]
    public async Task A_walk_in_memory_loads_no_database()
    {
        foreach (var file in Directory.GetFiles(AppContext.BaseDirectory))
        {
            var name = Path.GetFileName(file);
            var isOfDatabases = new[] { "EntityFramework", "Npgsql", "Sqlite", "SQLite" }.Any(part => name.Contains(part, StringComparison.Ordinal)) && name.EndsWith(".dll", StringComparison.Ordinal);
            if (isOfDatabases)
                File.WriteAllText(Path.Combine(scratch.Path, name), "");
            else
                File.Copy(file, Path.Combine(scratch.Path, name));
        }

        var tool = Path.Combine(scratch.Path, Path.GetFileName(typeof(CommandLine).Assembly.Location));
        var inMemory = await Tool.StartCopyAsync(tool, "walk");
        var stored = await Tool.StartCopyAsync(tool, "walk", "--store", $"sqlite:{Path.Combine(scratch.Path, "walk.db")}");

        Assert.Equal(0, inMemory.ExitCode);
        // The same copy does miss them where they are needed.
        Assert.NotEqual(0, stored.ExitCode);
    }

    [Fact]
    public async Task The_option_of_the_README_goes_on_with_the_walk_of_the_README()
    {
        var words = Command().Match(Repository.Read("README.md")).Groups[1].Value.Split(' ');
        var file = Option().Match(Repository.Read("README.md")).Groups[1].Value;
        string[] command = [.. words, "--store", $"sqlite:{Path.Combine(scratch.Path, file)}"];

        Assert.EndsWith("VerificationEnabled after 9 steps.\n", (await Tool.RunAsync(command)).Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.EndsWith("VerificationEnabled: nothing is left to do.\n", (await Tool.RunAsync(command)).Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [GeneratedRegex(@"-- (walk .*)\n")]
    private static partial Regex Command();

    [GeneratedRegex("`--store sqlite:([^`]+)`")]
    private static partial Regex Option();

    private static string Found(Answer answer) => JsonSerializer.Serialize(answer.Json.GetProperty("continuedFrom"));

    private static async Task KillAsync(Database database, int hangsAt, string killedAfter, params string[] more)
    {
        await database.PrepareAsync();
        await database.HangAtEventAsync(hangsAt);
        await Tool.KillWhenAsync(printed => Task.FromResult(printed.Contains(killedAfter, StringComparison.Ordinal)), ["walk", "--store", database.Store, .. more]);
        await database.ReleaseAsync();
    }

    /// <summary>Another process does all the rest, as soon as the number is submitted.</summary>
    private static void Overtake(WalkStep step, WalkOptions written)
    {
        if (step.Step.Action != "SubmitPhone")
            return;
        Thread.Sleep(TimeSpan.FromSeconds(1));
        Assert.Equal(0, Tool.StartAsync("walk", "--policy", written.Policy, "--store", written.Store!).GetAwaiter().GetResult().ExitCode);
    }

    /// <summary>The default policy with the shortest wait before a code is sent again.</summary>
    private string Quick() => scratch.Write(
        "quick.json",
        PolicyFile.Write(ShippedPolicies.Consistent.Document with { Sending = new SendRules { ResendWait = NodaTime.Duration.FromSeconds(1) } }));

    private async Task GoesOnAsync(string kind, int hangsAt, string killedAfter, string? found, string[] steps)
    {
        var database = await Database.OfAsync(kind, scratch);
        string[] policy = ["--policy", Quick()];
        await KillAsync(database, hangsAt, killedAfter, policy);
        await Task.Delay(TimeSpan.FromSeconds(1));

        var answer = await Tool.StartAsync(["walk", "--store", database.Store, .. policy]);

        Assert.Equal("", answer.Error);
        Assert.Equal(0, answer.ExitCode);
        var lines = answer.Output.Split('\n');
        Assert.Equal(found is null ? "" : $"continues: {found}", lines[1].Trim());
        Assert.Equal(steps, lines.Where(line => line.StartsWith("  ", StringComparison.Ordinal) && char.IsAsciiDigit(line[2])).Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[2]));
        Assert.Contains($"VerificationEnabled after {Words.Count(steps.Length, "step")}.", answer.Output, StringComparison.Ordinal);
    }

    private async Task IsDoneAsync(string kind)
    {
        var store = (await Database.OfAsync(kind, scratch)).Store;
        Assert.Equal(0, (await Tool.RunAsync("walk", "--store", store, "--number", "+12015550123")).ExitCode);

        var answer = await Tool.RunAsync("walk", "--store", store);

        Assert.Equal(0, answer.ExitCode);
        Assert.Equal(
            """
            Policy "consistent", number +12*******23 (US), from web
            continues: VerificationEnabled, version 3

            VerificationEnabled: nothing is left to do.

            """,
            answer.Output,
            ignoreLineEndingDifferences: true);
    }

    /// <summary>Killed between the sending and the note of it: after the lease the same code is sent again.</summary>
    private async Task ComesAgainAsync(string kind)
    {
        var database = await Database.OfAsync(kind, scratch);
        await database.PrepareAsync();
        await database.HangAfterSendingAsync();
        await Tool.KillWhenAsync(async _ => await database.AskAsync("""SELECT COUNT(*) FROM "LoginVerificationEvents" """) is 1L, "walk", "--store", database.Store);
        await database.ReleaseAsync();

        var time = new Later(TimeSpan.FromSeconds(31));
        var written = WalkInput.Read(new WalkOptions("consistent") { Store = database.Store });
        await using var service = await WalkService.OpenAsync(written, time, CancellationToken.None);
        var (request, found) = await WalkBeginning.FindAsync(written, service, CancellationToken.None);
        var walk = await Walker.WalkAsync(request, service, time, null, CancellationToken.None);

        Assert.Equal(["SMS with the code arrived"], found.Messages);
        Assert.Equal((EnrolmentState.PhonePending, 1L), (found.State, found.Version));
        Assert.Null(walk.DeadEnd);
        Assert.Equal(["web/security: follow \"enter the code\": followed", "web/code: ConfirmCode: accepted", "web/security: EnableVerification: accepted"], Steps.Of(walk));
    }

    private sealed class Later(TimeSpan by) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + by;
    }
}
