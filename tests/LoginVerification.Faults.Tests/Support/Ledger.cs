using Microsoft.Extensions.DependencyInjection;

namespace LoginVerification.Faults.Tests;

/// <summary>
/// Holds what workers were answered against what is stored and what was sent. Of every account: the snapshot is what its events lead to; each answered command
/// has its event, once, and each refused one none; a code succeeds once; what is owed was taken, and nothing else was.
/// </summary>
internal sealed class Ledger(Scene scene)
{
    private static readonly Dictionary<string, LifecycleTrigger[]> Meant = new()
    {
        ["Submit"] = [LifecycleTrigger.PhoneSubmitted, LifecycleTrigger.CodeResent, LifecycleTrigger.CodeReissued],
        ["Resend"] = [LifecycleTrigger.CodeResent, LifecycleTrigger.CodeReissued],
        ["Confirm"] = [LifecycleTrigger.CodeMatched, LifecycleTrigger.PhoneReplaced],
        ["Cancel"] = [LifecycleTrigger.PendingCancelled],
        ["Enable"] = [LifecycleTrigger.ChannelEnabled],
        ["Disable"] = [LifecycleTrigger.VerificationDisabled],
        ["Remove"] = [LifecycleTrigger.PhoneRemoved],
        ["Unlock"] = [LifecycleTrigger.Unlocked],
    };

    private readonly OutboxMessages messages = new(new CodeKeys([new(Wiring.CodeKeyId, Wiring.CodeKey)], Wiring.CodeKeyId));
    private readonly Dictionary<string, int> taken = scene.Gateway.Taken.GroupBy(message => message.Id).ToDictionary(message => message.Key, message => message.Count());
    private readonly HashSet<string> owed = [];
    private int events, codes, notices, previous, moot, successes, wrongTries;

    /// <summary>Checks everything, and tells the counts.</summary>
    public async Task<string> CheckAsync()
    {
        Assert.Equal(0, await scene.WaitingAsync());
        var (store, history) = (scene.Services.GetRequiredService<IEnrolmentStore>(), scene.Services.GetRequiredService<IEnrolmentHistory>());
        var entries = scene.Entries;
        foreach (var ofAccount in entries.GroupBy(entry => entry.Order.Account))
        {
            var account = Wiring.Account(ofAccount.Key);
            var happened = await history.ReadAsync(account, 1, int.MaxValue, default);
            Replay(account, happened, await store.LoadAsync(account, default) ?? new Enrolment(account));
            Compare([.. ofAccount], happened);
        }

        Assert.Empty(taken.Keys.Except(owed));
        Assert.True(successes > 0 && wrongTries > 0, "Nothing happened.");
        var answered = entries.Where(entry => entry.Kind is EntryKind.Answered).ToList();
        return $"""
            {answered.Count} commands answered ({answered.Count(entry => entry.Refusal is null)} carried out, {wrongTries} wrong codes, {answered.Count(entry => entry.Replayed)} repetitions recognised, {answered.Count(entry => entry.Refusal is RefusalCode.Conflict)} conflicts), {entries.Count(entry => entry.Kind is EntryKind.Failed)} errors
            {events} events, {successes} codes succeeded
            owed: {codes} codes ({moot} of them moot before they went out), {notices} notices to owners, {previous} to former numbers
            taken: {taken.Count} messages, of which {taken.Values.Count(times => times == 2)} twice and {taken.Values.Count(times => times > 2)} more often
            """;
    }

    /// <summary>The events lead to the snapshot; on the way it is seen what each owes.</summary>
    private void Replay(AccountId account, IReadOnlyList<EnrolmentEvent> happened, Enrolment stored)
    {
        List<Enrolment> snapshots = [new Enrolment(account)];
        foreach (var one in happened)
            snapshots.Add(Evolution.Apply(snapshots[^1], one));
        Assert.Equal(happened.Count, stored.Version);
        Assert.Equal(snapshots[^1], stored);
        events += happened.Count;
        foreach (var (index, one) in happened.Index())
        {
            foreach (var message in messages.For(snapshots[index], [one], one.Origin.At, one.Origin.At))
                Settle(message, [.. happened.Skip(index)], snapshots[(index + 1)..]);
        }

        var succeeded = happened.Select(one => one switch { CodeMatched matched => matched.Challenge, PhoneReplaced replaced => replaced.Challenge, _ => null }).OfType<ChallengeId>().ToList();
        Assert.Equal(succeeded.Distinct().Count(), succeeded.Count);
        successes += succeeded.Count;
    }

    private void Settle(OutboxMessage message, IReadOnlyList<EnrolmentEvent> fromItsEventOn, IEnumerable<Enrolment> since)
    {
        owed.Add(message.Id);
        if (message.Effect is not OutboxEffect.SendCode)
        {
            _ = message.Effect is OutboxEffect.NotifyPreviousNumber ? previous++ : notices++;
            Assert.True(taken.ContainsKey(message.Id), $"{message.Effect} of event {message.EventVersion} of {message.Account} was lost.");
            return;
        }

        codes++;
        if (taken.ContainsKey(message.Id))
            return;
        // A code that another one, a match or a cancellation came before need not go out, nor one that a resend brings as well.
        var code = OwedEffects.CodeOf(fromItsEventOn[0]);
        Assert.True(OwedEffects.IsOwedAgain(fromItsEventOn) || since.Any(later => later.Pending?.Challenge.Id != code || later.CodeDelivery is not null), $"The code of event {message.EventVersion} of {message.Account} was lost.");
        moot++;
    }

    private void Compare(IReadOnlyList<Entry> ofAccount, IReadOnlyList<EnrolmentEvent> happened)
    {
        var byName = happened.ToLookup(one => one.Origin.CorrelationId);
        // In a race all commands of a kind have one name.
        var isRace = ofAccount.Any(entry => byName.Contains(entry.Order.Command));
        foreach (var order in ofAccount.GroupBy(entry => isRace ? entry.Order.Command : entry.Order.Id))
        {
            var command = order.First().Order.Command;
            var answers = order.Where(entry => entry.Kind is EntryKind.Answered).ToList();
            if (isRace)
                Assert.Equal(order.Count(entry => entry.Kind is EntryKind.Begun), answers.Count);
            else
                Assert.Single(answers);
            var (carriedOut, wrong) = (answers.Count(entry => entry.Refusal is null), answers.Count(entry => entry.Refusal is RefusalCode.WrongCode));
            var triggers = byName[order.Key].Select(one => one.Trigger).ToList();
            Same(carriedOut, triggers.Count(Meant[command].Contains), "carried out");
            Same(wrong, triggers.Count(trigger => trigger is LifecycleTrigger.CodeMismatched), "wrong");
            Same(isRace ? 0 : carriedOut + wrong, triggers.Count(trigger => trigger is LifecycleTrigger.RequestHandled), "named");
            wrongTries += wrong;

            void Same(int answered, int stored, string what) => Assert.True(
                answered == stored, $"{order.First().Order}: {answered} {what} by the answers, {stored} by the history ({string.Join(", ", answers.Select(answer => answer.Refusal?.ToString() ?? "yes"))}; {string.Join(", ", triggers)}).");
        }

        Assert.Empty(byName.Select(named => named.Key).OfType<string>().Except(ofAccount.Select(entry => isRace ? entry.Order.Command : entry.Order.Id)));
    }
}
