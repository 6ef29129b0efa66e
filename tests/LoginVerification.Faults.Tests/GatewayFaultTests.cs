using Xunit.Abstractions;

namespace LoginVerification.Faults.Tests;

/// <summary>The gateway misbehaves at the first attempt: no request is held up, nothing is lost, and what goes out twice is what the gateway took without saying so in time.</summary>
public sealed class GatewayFaultTests(ITestOutputHelper output)
{
    private const int Accounts = 40;

    [Theory]
    [InlineData(false)]
    public Task Nothing_owed_is_lost(bool isPostgres) => NothingOwedIsLost(isPostgres);

    [NeedsPostgresTheory]
    [InlineData(true)]
    public Task Nothing_owed_is_lost_on_a_server(bool isPostgres) => NothingOwedIsLost(isPostgres);

    [Theory]
    [InlineData(false)]
    public Task A_request_is_not_held_up(bool isPostgres) => ARequestIsNotHeldUp(isPostgres);

    [NeedsPostgresTheory]
    [InlineData(true)]
    public Task A_request_is_not_held_up_on_a_server(bool isPostgres) => ARequestIsNotHeldUp(isPostgres);

    /// <summary>All are answered while all their attempts go on: none waited for its attempt.</summary>
    private async Task ARequestIsNotHeldUp(bool isPostgres)
    {
        await using var scene = await Scene.OpenAsync(isPostgres);
        scene.Gateway.Treats = _ => Treatment.Hang;
        using var worker = await scene.Start(scene.SettingsOf("worker") with { Accounts = Accounts, Lanes = Accounts, MostCommands = 1, LeaseSeconds = 600, SendWaitSeconds = 0.5 }).ReadyAsync();
        await worker.IdleAsync();
        Assert.Equal(Accounts, scene.Entries.Count(entry => entry is { Kind: EntryKind.Answered, CodeDelivery: CodeDelivery.Waiting }));
        Assert.Equal(Accounts, scene.Gateway.Hanging);
        output.WriteLine($"{Accounts} requests answered while {scene.Gateway.Hanging} attempts hang");
    }

    private async Task NothingOwedIsLost(bool isPostgres)
    {
        await using var scene = await Scene.OpenAsync(isPostgres);
        var settings = scene.SettingsOf("worker") with { Accounts = Accounts, Lanes = Accounts, MostCommands = 1, LeaseSeconds = 12, SendWaitSeconds = 0.5 };
        var (gateway, faults) = (scene.Gateway, Enum.GetValues<Treatment>());
        gateway.Late = TimeSpan.FromSeconds(settings.LeaseSeconds * 2);
        gateway.Treats = attempt => attempt.Number == 1 ? faults[AccountOf(attempt) % faults.Length] : Treatment.Take;

        using var worker = await scene.Start(settings).ReadyAsync();
        // Each account gives in its number, and is answered, whatever the gateway does.
        await worker.IdleAsync();
        var answers = scene.Entries.Where(entry => entry.Kind is EntryKind.Answered).ToList();
        Assert.Equal(Accounts, answers.Count(entry => entry.Refusal is null));
        await Patience.UntilAsync("the outbox is empty", async () => await scene.WaitingAsync() == 0);
        await worker.StopAsync();

        var times = gateway.Taken.GroupBy(AccountOf).ToDictionary(messages => messages.Key, messages => messages.ToList());
        Assert.Equal(Accounts, times.Count);
        foreach (var fault in faults)
        {
            var accounts = Enumerable.Range(0, Accounts).Where(account => faults[account % faults.Length] == fault).ToList();
            var (told, taken) = (answers.Where(entry => accounts.Contains(entry.Order.Account)).ToLookup(entry => entry.CodeDelivery), accounts.ConvertAll(account => times[account].Count));
            output.WriteLine($"{fault}: {accounts.Count} codes owed; the user was told that {told[CodeDelivery.Sent].Count()} were sent and {told[CodeDelivery.Waiting].Count()} wait; taken {taken.Sum()} times in {accounts.Sum(account => gateway.AttemptsAt(times[account][0].Id))} attempts");
            var most = fault is Treatment.TakeAndDrop or Treatment.TakeAndAnswerLate ? 2 : 1;
            Assert.All(taken, count => Assert.Equal(most, count));
            if (fault is not Treatment.Take)
                Assert.Empty(told[CodeDelivery.Sent]);
        }

        // Twice the same message by the same name, so that a gateway can drop the second, and the same code.
        Assert.All(times.Values, ofAccount => Assert.Single(ofAccount.Select(message => (message.Id, message.Text)).Distinct()));
    }

    private static int AccountOf(Attempt attempt) => Person.AccountOf(attempt.To);
}
