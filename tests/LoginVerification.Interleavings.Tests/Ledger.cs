using System.Globalization;
using NodaTime;

namespace LoginVerification.Tests;

/// <summary>
/// What happened, in the order in which it happened: one task runs at a time, and what is written down here is written in one piece with
/// what it tells of. A fault is found where it happens, or at the end by <see cref="Faults"/>.
/// </summary>
internal sealed class Ledger
{
    private readonly List<string> tale = [];
    private readonly List<string> faults = [];
    private readonly List<EnrolmentEvent> everything = [];
    private readonly List<EnrolmentEvent> history = [];
    private readonly List<Erasure> erasures = [];
    private readonly List<OutboxMessage> owed = [];
    private readonly Dictionary<string, Instant> leases = [];
    private readonly Dictionary<string, string> contents = [];
    private readonly HashSet<string> sent = [];
    private readonly List<(string Command, EnrolmentResult Result)> answers = [];

    /// <summary>The events since the account was last erased.</summary>
    public IReadOnlyList<EnrolmentEvent> History => history;

    /// <summary>The story so far, a line a happening.</summary>
    public string Tale => string.Join('\n', tale);

    public void Saved(EnrolmentChange change)
    {
        var names = string.Join(", ", change.Events.Select(happened => happened.GetType().Name));
        tale.Add($"{change.ExpectedVersion} + {names} saved for {change.Events[0].Origin.CorrelationId ?? change.Events[0].Origin.By.ToString()}");
        if (change.ExpectedVersion != history.Count)
            faults.Add($"{names} was decided on version {change.ExpectedVersion} and written over version {history.Count}");
        if (change.Enrolment.Version != change.ExpectedVersion + change.Events.Count)
            faults.Add($"{change.Events.Count} events led from version {change.ExpectedVersion} to {change.Enrolment.Version}");
        history.AddRange(change.Events);
        everything.AddRange(change.Events);
        owed.AddRange(change.Outbox);
        foreach (var message in change.Outbox)
            leases[message.Id] = message.DueAt;
    }

    public void Erased(Origin origin)
    {
        tale.Add("erased");
        if (history.Count > 0)
            erasures.Add(new Erasure(origin, history.Count, [.. history.Select((happened, index) => ErasedEvent.Of(index + 1, happened))]));
        history.Clear();
        owed.Clear();
    }

    public void Claimed(IReadOnlyList<OutboxMessage> messages, Instant now, Instant leaseUntil)
    {
        foreach (var message in messages)
        {
            tale.Add($"{message.Effect} of version {message.EventVersion} claimed, attempt {message.Attempts + 1}");
            if (leases.GetValueOrDefault(message.Id, Instant.MinValue) > now)
                faults.Add($"{message.Effect} was claimed while another one's lease stood");
            leases[message.Id] = leaseUntil;
        }
    }

    public void Completed(OutboxMessage message, Instant? retryAt)
    {
        // Whoever comes after the end of the lease changes nothing.
        if (leases[message.Id] == message.DueAt)
            leases[message.Id] = retryAt ?? Instant.MaxValue;
        tale.Add($"{message.Effect} of version {message.EventVersion} {(retryAt is null ? "done with" : "put back")}");
    }

    /// <summary>Something leaves the process. One id stands for one content, ever.</summary>
    public void Leaves(string id, string content)
    {
        tale.Add($"leaves: {content}");
        if (!contents.TryAdd(id, content) && contents[id] != content)
            faults.Add($"one id was given to \"{contents[id]}\" and to \"{content}\"");
        sent.Add(id);
    }

    public void Answered(string command, EnrolmentResult result)
    {
        tale.Add($"{command}: {result.Refusal?.Code.ToString() ?? "accepted"}");
        answers.Add((command, result));
    }

    /// <summary>What did not hold, once everything has come to rest.</summary>
    /// <param name="account">Whose.</param>
    /// <param name="snapshot">What is stored of the account.</param>
    /// <param name="stored">The history as it is stored.</param>
    /// <param name="left">What erasures left.</param>
    public IEnumerable<string> Faults(AccountId account, Enrolment? snapshot, IReadOnlyList<EnrolmentEvent> stored, IReadOnlyList<Erasure> left) => Replayed(account) is null
        ? [.. faults, "the snapshot is not what the history makes, which cannot have happened"]
        :
        [
            .. faults,
            .. left.SequenceEqual(erasures) ? Array.Empty<string>() : ["the trail of an erasure is not what had happened"],
            .. FaultsOfStored(account, snapshot, stored),
            .. answers.SelectMany(answer => FaultsOf(answer.Command, answer.Result)),
            .. FaultsOfCodes(),
            .. FaultsOfProtection(account),
            .. FaultsOfMessages(snapshot),
        ];

    private IEnumerable<string> FaultsOfStored(AccountId account, Enrolment? snapshot, IReadOnlyList<EnrolmentEvent> stored)
    {
        if (!stored.SequenceEqual(history))
            yield return $"{stored.Count} events are stored where {history.Count} were saved";
        else if ((snapshot ?? new Enrolment(account)) != Replayed(account))
            yield return "the snapshot is not what the history makes";
    }

    /// <summary>What the history makes; null where it cannot have happened.</summary>
    private Enrolment? Replayed(AccountId account)
    {
        try
        {
            return Evolution.Replay(account, history);
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>
    /// Whoever was told yes had events, once, but for a sign-in that is begun again and asks what was asked already; whoever was told that a code is wrong had
    /// it counted, once, and perhaps was the last to try; any other no changed nothing.
    /// </summary>
    private IEnumerable<string> FaultsOf(string command, EnrolmentResult result)
    {
        var events = everything.Where(happened => happened.Origin.CorrelationId == command).ToArray();
        var (wrong, others) = (events.Count(happened => happened is CodeMismatched or SignInMismatched), events.Count(happened => happened is not (CodeMismatched or SignInMismatched or SignInExhausted)));
        var mayBeIdle = command.StartsWith(nameof(BeginSignIn), StringComparison.Ordinal);
        if (result.Refusal is null ? wrong > 0 || (others == 0 && !mayBeIdle) : others > 0 || wrong != (result.Refusal.Code == RefusalCode.WrongCode ? 1 : 0))
            yield return $"{command} was told {result.Refusal?.Code.ToString() ?? "yes"}, and what happened was {string.Join(", ", events.Select(happened => happened.GetType().Name))}";
        if (events.GroupBy(happened => happened.GetType()).Any(alike => alike.Count() > 1))
            yield return $"{command} was carried out twice";
    }

    private IEnumerable<string> FaultsOfCodes() =>
        from happened in everything
        let challenge = happened switch { CodeMatched matched => matched.Challenge, PhoneReplaced replaced => replaced.Challenge, SignInApproved approved => approved.Challenge, _ => null }
        where challenge is not null
        group happened by challenge into uses
        where uses.Count() > 1
        select "one code worked twice";

    private IEnumerable<string> FaultsOfProtection(AccountId account)
    {
        var enrolment = new Enrolment(account);
        foreach (var happened in history)
        {
            var next = Evolution.Apply(enrolment, happened);
            if (enrolment.State == EnrolmentState.VerificationEnabled && next.State != EnrolmentState.VerificationEnabled && happened is not VerificationDisabled)
                yield return $"protection ended by {happened.GetType().Name}";
            enrolment = next;
        }
    }

    /// <summary>Whatever was owed left, but for what nobody was to get any more: a code that counts no longer, an SMS to who said STOP or to a stranger.</summary>
    private IEnumerable<string> FaultsOfMessages(Enrolment? snapshot) =>
        from message in owed
        where !sent.Contains(message.Id)
        where message.Effect switch
        {
            OutboxEffect.SendCode => snapshot is { Pending: not null, CodeDelivery: null } && message.EventVersion == NewestCode,
            OutboxEffect.NotifyPreviousNumber => !history.Any(happened => happened is DeliveryOptedOut or PhoneInvalidated),
            _ => true,
        }
        select string.Create(CultureInfo.InvariantCulture, $"{message.Effect} of version {message.EventVersion} was never sent");

    private int NewestCode => history.FindLastIndex(happened => happened is PhoneSubmitted or CodeReissued or CodeResent) + 1;
}
