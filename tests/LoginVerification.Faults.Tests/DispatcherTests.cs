using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Xunit.Abstractions;

namespace LoginVerification.Faults.Tests;

/// <summary>Several processes work one outbox off: each message goes out once.</summary>
public sealed class DispatcherTests(ITestOutputHelper output)
{
    private const int Accounts = 200;

    [Theory]
    [InlineData(false, 2)]
    [InlineData(false, 4)]
    public Task Each_message_goes_out_once(bool isPostgres, int dispatchers) => EachMessageGoesOutOnce(isPostgres, dispatchers);

    [NeedsPostgresTheory]
    [InlineData(true, 2)]
    [InlineData(true, 4)]
    public Task Each_message_goes_out_once_on_a_server(bool isPostgres, int dispatchers) => EachMessageGoesOutOnce(isPostgres, dispatchers);

    [Theory]
    [InlineData(false)]
    public Task A_process_that_comes_late_changes_nothing(bool isPostgres) => AProcessThatComesLateChangesNothing(isPostgres);

    [NeedsPostgresTheory]
    [InlineData(true)]
    public Task A_process_that_comes_late_changes_nothing_on_a_server(bool isPostgres) => AProcessThatComesLateChangesNothing(isPostgres);

    /// <summary>A process stands still in an attempt until its lease is over and another process is at the message; then it wakes, and has failed.</summary>
    private async Task AProcessThatComesLateChangesNothing(bool isPostgres)
    {
        await using var scene = await Scene.OpenAsync(isPostgres);
        var released = new TaskCompletionSource();
        scene.Gateway.Treats = attempt => attempt.By == "late" ? Treatment.Hang : Treatment.Take;
        scene.Gateway.WaitsFor = attempt => attempt.By == "late" ? Task.CompletedTask : released.Task;

        using var late = await scene.Start(scene.SettingsOf("late") with { Accounts = 1, MostCommands = 1, RunsOutbox = false, LeaseSeconds = 8 }).ReadyAsync();
        await Patience.UntilAsync("the first process is at the message", () => scene.Gateway.Attempts == 1);
        late.Suspend();
        using var prompt = await scene.Start(scene.SettingsOf("prompt") with { LeaseSeconds = 300 }).ReadyAsync();
        await Patience.UntilAsync("the second process is at the message", () => scene.Gateway.Attempts == 2);
        var lease = await LeaseAsync(scene);
        late.Resume();
        await late.StopAsync();
        Assert.Equal(lease, await LeaseAsync(scene));

        released.SetResult();
        await Patience.UntilAsync("the outbox is empty", async () => await scene.WaitingAsync() == 0);
        await prompt.StopAsync();
        Assert.Equal("prompt", Assert.Single(scene.Gateway.Taken).By);
        output.WriteLine($"1 message owed, 2 processes at it, taken {scene.Gateway.Taken.Count} time");
    }

    private static Task<long> LeaseAsync(Scene scene) => scene.NumberAsync("SELECT MAX(\"DueAt\") FROM \"LoginVerificationOutbox\"");

    private async Task EachMessageGoesOutOnce(bool isPostgres, int dispatchers)
    {
        await using var scene = await Scene.OpenAsync(isPostgres);
        var owed = await OweAsync(scene);

        // Nobody is answered before all are at it. The lease is longer than any machine is slow.
        var (seen, all) = (new ConcurrentDictionary<string, byte>(), new TaskCompletionSource());
        scene.Gateway.Treats = _ => Treatment.Take;
        scene.Gateway.WaitsFor = attempt =>
        {
            if (seen.TryAdd(attempt.By, 0) && seen.Count == dispatchers)
                all.SetResult();
            return all.Task;
        };
        var workers = Enumerable.Range(1, dispatchers).Select(number => scene.Start(scene.SettingsOf($"dispatcher-{number}") with { LeaseSeconds = 300 })).ToList();
        foreach (var worker in workers)
            await worker.ReadyAsync();
        await Patience.UntilAsync("the outbox is empty", async () => await scene.WaitingAsync() == 0);
        foreach (var worker in workers)
            await worker.StopAsync();

        var taken = scene.Gateway.Taken;
        output.WriteLine($"{owed} messages owed, {taken.Count} taken: {string.Join(", ", taken.GroupBy(message => message.By).OrderBy(own => own.Key).Select(own => $"{own.Key} {own.Count()}"))}");
        Assert.Equal(owed, taken.Count);
        Assert.Equal(owed, taken.Select(message => message.Id).Distinct().Count());
    }

    /// <summary>Of each account a code whose first attempt failed, and notices: another number, imported before.</summary>
    private static async Task<long> OweAsync(Scene scene)
    {
        scene.Gateway.Treats = _ => Treatment.Fail;
        var enrolments = scene.Services.GetRequiredService<IEnrolmentService>();
        await Parallel.ForAsync(0, Accounts, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (number, _) =>
        {
            var (account, now) = (Wiring.Account(number), SystemClock.Instance.GetCurrentInstant());
            Assert.True((await enrolments.HandleAsync(Caller.Operator(account, "staff"), new ImportVerifiedPhone(Person.NumberOf(number, 0), now), CancellationToken.None)).Succeeded);
            var user = Caller.User(account, Surface.Parse(Wiring.SurfaceName), now, AuthenticationFactors.MultiFactor);
            Assert.True((await enrolments.HandleAsync(user, new SubmitPhone(Person.NumberOf(number, 1)), CancellationToken.None)).Succeeded);
        });
        Assert.Empty(scene.Gateway.Taken);
        return await scene.WaitingAsync();
    }
}
