namespace LoginVerification.Faults.Worker;

/// <summary>Gives commands, several at once, and writes down each before and after. What an earlier worker left unanswered is given again first, by the same name.</summary>
internal sealed class Load(WorkerSettings settings, Person person, Journal journal, IReadOnlyList<Order> unanswered)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    public Task RunAsync(CancellationToken stop) => Task.WhenAll(Enumerable.Range(0, settings.Lanes).Select(lane => Task.Run(() => RunLaneAsync(lane, stop), CancellationToken.None)));

    private async Task RunLaneAsync(int lane, CancellationToken stop)
    {
        foreach (var order in unanswered.Where(order => order.Account % settings.Lanes == lane))
            await GiveAsync(order, stop);
        int[] own = [.. Enumerable.Range(settings.FirstAccount, settings.Accounts).Where(account => settings.IsRace || account % settings.Lanes == lane)];
        for (var round = 0; round < settings.MostCommands && own.Length > 0 && !stop.IsCancellationRequested; round++)
        {
            if (settings.IsRace)
                Random.Shared.Shuffle(own);
            foreach (var account in own)
            {
                if (!stop.IsCancellationRequested && await ChooseAsync(account, stop) is { } order)
                    await GiveAsync(order, stop);
            }
        }
    }

    private async Task<Order?> ChooseAsync(int account, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                return await person.ChooseAsync(account);
            }
#pragma warning disable CA1031 // The database is down: wait for it.
            catch (Exception)
#pragma warning restore CA1031
            {
                await Task.Delay(Pause, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        return null;
    }

    private async Task GiveAsync(Order order, CancellationToken stop)
    {
        journal.Write(new Entry(EntryKind.Begun, order));
        while (true)
        {
            try
            {
                var result = await person.GiveAsync(order);
                journal.Write(new Entry(EntryKind.Answered, order) { Refusal = result.Refusal?.Code, Replayed = result.Replayed, CodeDelivery = result.CodeDelivery });
                return;
            }
#pragma warning disable CA1031 // Nobody knows whether it was carried out: it is given again, by the same name.
            catch (Exception failure)
#pragma warning restore CA1031
            {
                var error = failure.GetBaseException();
                journal.Write(new Entry(EntryKind.Failed, order) { Error = $"{error.GetType().Name}: {error.Message}" });
            }

            if (settings.IsRace || stop.IsCancellationRequested)
                return;
            await Task.Delay(Pause, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
