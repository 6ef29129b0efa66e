namespace LoginVerification.Tests;

/// <content>What else a store answers, and what an erasure leaves.</content>
internal sealed partial class Player
{
    /// <summary>Accounts are found by a number as the model knows it, whether they hold it and whether its holder said STOP.</summary>
    private async Task CheckNumbers()
    {
        foreach (var number in TestNumbers.Honest)
        {
            var phone = PhoneNumber.Parse(number);
            Note($"accounts are looked up by {number}");
            var found = (await world.Store.FindAccountsAsync(phone, default)).Select(account => account.Value).Order(StringComparer.Ordinal).ToArray();
            var known = Everybody.Where(account => model[account].Knows(number) || model[account].OptedOut.ContainsKey(number)).Select(account => account.Value).ToArray();
            Check(found.SequenceEqual(known), $"there were to be [{string.Join(", ", known)}] and were found [{string.Join(", ", found)}]");
            Check(
                await world.Store.IsOptedOutAsync(phone, default) == Everybody.Any(account => model[account].OptedOut.ContainsKey(number)),
                "the model knows otherwise whether its holder said STOP");
            foreach (var except in Everybody)
            {
                var holders = Everybody.Count(account => account != except && model[account] is { IsInDoubt: false } one && one.Verified == number);
                Check(await world.Store.CountAccountsAsync(phone, except, default) == holders, $"it was to be held by {holders} beside {except}");
            }
        }
    }

    /// <summary>Erases all accounts, of which nothing may be left.</summary>
    public async Task EraseEverybody()
    {
        foreach (var account in Everybody)
        {
            var (history, origin) = (await world.History(account), new Origin(world.Now, Initiator.Operator, null) { StaffId = "staff-1" });
            await world.Histories.EraseAsync(account, origin, default);
            Note($"{account} is erased");
            Erasure[] left = history.Count == 0 ? [] : [new Erasure(origin, history.Count, [.. history.Select((happened, index) => ErasedEvent.Of(index + 1, happened))])];
            Check((await world.Histories.ReadErasuresAsync(account, default)).SequenceEqual(left), "the trail is not what had happened");
            Check(await world.Store.LoadAsync(account, default) is null, "there is an enrolment");
            Check((await world.History(account)).Count == 0, "there is a history");
            Check((await world.Outbox.ReadWaitingAsync(account, default)).Count == 0, "there are messages");
        }

        foreach (var number in TestNumbers.Honest)
            Check((await world.Store.FindAccountsAsync(PhoneNumber.Parse(number), default)).Count == 0, $"accounts are found by {number}");
    }
}
