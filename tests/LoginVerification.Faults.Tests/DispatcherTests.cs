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
    private static async Task<int> OweAsync(Scene scene)
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
