using NodaTime;

namespace LoginVerification.Tests;

/// <summary>
/// The design's rules once more, from its text alone and for the test policy: what comes of each command. What speaks against it is
/// <see cref="ModelObstacles"/>.
/// </summary>
internal sealed class Model(bool resendRepeats)
{
    private readonly Dictionary<AccountId, ModelAccount> accounts = [];

    public ModelAccount this[AccountId account] => accounts[account];

    /// <summary>Numbers that the gateway will not deliver to.</summary>
    public HashSet<string> DeadNumbers { get; } = [];

    /// <summary>Every code that anybody ever got.</summary>
    public IReadOnlySet<string> AllCodes => accounts.Values.SelectMany(account => account.Codes).Select(code => code.Text).Where(text => text.Length > 0).ToHashSet();

    private ModelObstacles Rules => new(accounts);

    public void Add(AccountId account, bool hasAddress) => accounts.Add(account, new ModelAccount { HasAddress = hasAddress });

    /// <summary>Every reason to refuse the command, in no order.</summary>
    public IEnumerable<RefusalCode> Obstacles(Caller caller, EnrolmentCommand command, Instant now, Instant clock) => Rules.Of(caller, command, now, clock);

    public Prophecy Foresee(Caller caller, EnrolmentCommand command, Instant now)
    {
        var account = accounts[caller.Account];
        var passed = LetTimePass(account, now, lapses: command is not LapsePending).ToArray();
        var at = ModelClock.TimeOf(account, now);
        var prophecy = new Prophecy { At = at, Refusals = Obstacles(caller, command, at, now).ToHashSet() };
        prophecy.Events.AddRange(passed);
        if (prophecy.Refusals.Count == 0)
            new Outcome(account, caller, prophecy, resendRepeats).Accept(command);
        else if (prophecy.Refusals.Contains(RefusalCode.WrongCode))
            new Outcome(account, caller, prophecy, resendRepeats).Expect("CodeMismatched", null, () => account.Fail(at));
        Deliver(account, prophecy);
        return prophecy;
    }

    /// <summary>What time does by itself; what happened is named.</summary>
    public static IEnumerable<string> LetTimePass(ModelAccount account, Instant now, bool lapses)
    {
        if (ModelClock.IsFarBack(account, now))
        {
            ModelClock.SetBack(account, now);
            yield return "ClockSetBack";
        }

        var at = ModelClock.TimeOf(account, now);
        if (!lapses || account.Pending is null || at < account.LapsesAt)
            yield break;
        account.GiveUpPending(at);
        account.ChangedAt = at;
        yield return "PendingLapsed";
    }

    /// <summary>What becomes of the messages: nobody is texted who said STOP to anybody, but for who asks for it to a number that they had proved.</summary>
    private void Deliver(ModelAccount account, Prophecy prophecy)
    {
        if (prophecy.CodeGoesTo is { } number)
        {
            var isUnwanted = !account.HasProved(number) && HasStopped(number);
            if (isUnwanted || DeadNumbers.Contains(number))
            {
                new Outcome(account, null, prophecy, resendRepeats).Expect("DeliveryFailed", null, () => account.CodeIsLost = true);
                prophecy.CodeGoesTo = null;
                prophecy.IsLost = !isUnwanted;
            }
        }

        if (prophecy.Replaced is { } old && (account.IsInDoubt || old == TestNumbers.Reserved || HasStopped(old) || DeadNumbers.Contains(old)))
            prophecy.Replaced = null;
        foreach (var (kind, _) in account.HasAddress ? [] : prophecy.Notices.ToArray())
            new Outcome(account, null, prophecy, resendRepeats).Expect("NoticeUndeliverable", null, () => account.AppNotices[kind] = prophecy.At);
    }

    private bool HasStopped(string number) => accounts.Values.Any(account => account.OptedOut.ContainsKey(number));

    /// <summary>What an accepted command changes.</summary>
    private sealed class Outcome(ModelAccount account, Caller? caller, Prophecy prophecy, bool resendRepeats)
    {
        private readonly Instant now = prophecy.At;

        public void Accept(EnrolmentCommand command)
        {
            switch (command)
            {
                case SubmitPhone submit:
                    var number = ModelObstacles.NumberOf(submit.Number, submit.Country)!;
                    SendCode(number, account.Pending == number && account.PendingCarrier == submit.Carrier?.Name ? null : "PhoneSubmitted");
                    prophecy.Fulfil += _ => account.PendingCarrier = submit.Carrier?.Name;
                    break;
                case ResendCode:
                    SendCode(account.Pending!, null);
                    break;
                case ConfirmCode when account.Verified is not null && account.Verified != account.Pending:
                    Expect("PhoneReplaced", NoticeKind.PhoneReplaced, () => account.Match(now));
                    prophecy.Replaced = account.Verified;
                    break;
                case ConfirmCode:
                    Expect("CodeMatched", NoticeKind.PhoneVerified, () => account.Match(now));
                    break;
                case CancelPending:
                    GiveUpPending();
                    break;
                case EnableVerification enable:
                    GiveUpPending();
                    Expect("ChannelEnabled", NoticeKind.VerificationEnabled, () => account.SwitchTo(enable.Channel, now));
                    break;
                case ChangeChannel change:
                    Expect("ChannelChanged", NoticeKind.ChannelChanged, () => account.SwitchTo(change.Channel, now));
                    break;
                case DisableVerification:
                    Expect("VerificationDisabled", NoticeKind.VerificationDisabled, () => account.Channel = null);
                    break;
                case RemovePhone:
                    GiveUpPending();
                    Expect("PhoneRemoved", NoticeKind.PhoneRemoved, () => account.Remove(now));
                    break;
                case AcknowledgeNotices acknowledge:
                    Expect("NoticesAcknowledged", null, () => Acknowledge(acknowledge.UpTo));
                    break;
                case LapsePending:
                    Expect("PendingLapsed", null, () => account.GiveUpPending(now));
                    break;
                case InvalidatePhone:
                    Expect("PhoneInvalidated", NoticeKind.PhoneInvalidated, () => account.IsInDoubt = true);
                    break;
                case OptOutOfDelivery stop:
                    Expect("DeliveryOptedOut", NoticeKind.DeliveryOptedOut, () => account.OptedOut[ModelObstacles.NumberOf(stop.Number)!] = now);
                    break;
                case RestoreDelivery start:
                    Expect("DeliveryRestored", null, () => account.OptedOut.Remove(ModelObstacles.NumberOf(start.Number)!));
                    break;
                case Unlock:
                    Expect("Unlocked", null, () =>
                    {
                        account.Failures.Clear();
                        account.LockedUntil = null;
                    });
                    break;
                case ImportVerifiedPhone import:
                    GiveUpPending();
                    Expect("PhoneImported", NoticeKind.PhoneVerified, () => (account.Verified, account.IsInDoubt) = (ModelObstacles.NumberOf(import.Number), false));
                    if (import.Enabled is { } channel)
                        Expect("ChannelEnabled", NoticeKind.VerificationEnabled, () => account.SwitchTo(channel, now));
                    break;
                default:
                    throw new ArgumentOutOfRangeException(nameof(command));
            }
        }

        public void Expect(string happened, NoticeKind? notice, Action change)
        {
            prophecy.Events.Add(happened);
            // Without a caller it is the network that speaks.
            if (notice is { } kind)
                prophecy.Notices.Add((kind, caller?.Initiator ?? Initiator.Carrier));
            prophecy.Fulfil += _ => change();
            prophecy.Fulfil += _ => account.ChangedAt = now;
        }

        private void GiveUpPending()
        {
            if (account.Pending is not null)
                Expect("PendingCancelled", null, () => account.GiveUpPending(now));
        }

        private void Acknowledge(Instant? upTo)
        {
            foreach (var (kind, _) in account.AppNotices.Where(notice => upTo is null || notice.Value <= upTo).ToArray())
                account.AppNotices.Remove(kind);
        }

        /// <param name="number">Where it goes.</param>
        /// <param name="happened">What that is, or null for a resend.</param>
        private void SendCode(string number, string? happened)
        {
            var repeated = resendRepeats && account.Pending == number ? account.Repeatable(now) : null;
            prophecy.Events.Add(happened ?? (repeated is null ? "CodeReissued" : "CodeResent"));
            prophecy.CodeGoesTo = number;
            prophecy.Repeated = repeated?.Text is { Length: > 0 } text ? text : null;
            prophecy.Fulfil += code => account.Submit(number, code ?? "", repeats: repeated is not null, now);
            prophecy.Fulfil += _ => account.ChangedAt = now;
        }
    }
}
