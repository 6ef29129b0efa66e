using NodaTime;

namespace LoginVerification.Tests;

/// <summary>
/// The design's rules once more, from its text alone and for the test policy: what speaks against each command, and what comes of it otherwise.
/// </summary>
internal sealed class Model
{
    private static readonly Duration Recently = Duration.FromMinutes(5);
    private static readonly TestNumbers Numbers = new();

    private readonly Dictionary<AccountId, ModelAccount> accounts = [];

    public ModelAccount this[AccountId account] => accounts[account];

    public void Add(AccountId account, bool hasAddress) => accounts.Add(account, new ModelAccount { HasAddress = hasAddress });

    /// <summary>Every code that anybody ever got.</summary>
    public IReadOnlySet<string> AllCodes => accounts.Values.SelectMany(account => account.Codes).Select(code => code.Text).ToHashSet();

    public Prophecy Foresee(Caller caller, EnrolmentCommand command, Instant now)
    {
        var account = accounts[caller.Account];
        var lapsed = command is not LapsePending && account.Pending is not null && account.LapsesAt <= now;
        if (lapsed)
            account.ForgetPending(now);
        var prophecy = new Prophecy { Refusals = Obstacles(caller, command, now).ToHashSet() };
        if (lapsed)
            prophecy.Events.Add("PendingLapsed");
        if (prophecy.Refusals.Count == 0)
            Accept(account, command, now, prophecy);
        else if (prophecy.Refusals.Contains(RefusalCode.WrongCode))
            Expect(prophecy, "CodeMismatched", null, () => account.Fail(now));
        if (!account.HasAddress)
            prophecy.Events.AddRange(prophecy.Notices.Select(_ => "NoticeUndeliverable"));
        return prophecy;
    }

    /// <summary>Every reason to refuse the command, in no order.</summary>
    public IEnumerable<RefusalCode> Obstacles(Caller caller, EnrolmentCommand command, Instant now)
    {
        var account = accounts[caller.Account];
        return (command switch
        {
            SubmitPhone submit => SubmitObstacles(account, caller, submit, now),
            ResendCode => ResendObstacles(account, caller, now),
            ConfirmCode confirm => ConfirmObstacles(caller.Account, caller, confirm, now),
            CancelPending => [account.Pending is null ? RefusalCode.NoPendingPhone : null],
            EnableVerification enable =>
            [
                Stale(caller, now),
                account.Verified is null ? RefusalCode.NoVerifiedPhone : account.Channel is not null ? RefusalCode.AlreadyEnabled : null,
                .. ChannelObstacles(account, caller, enable.Channel),
            ],
            ChangeChannel change =>
            [
                Stale(caller, now),
                account.Channel is null ? RefusalCode.NotEnabled : account.Channel == change.Channel ? RefusalCode.ChannelAlreadyActive : null,
                .. ChannelObstacles(account, caller, change.Channel),
            ],
            DisableVerification => [Stale(caller, now), account.Channel is null ? RefusalCode.NotEnabled : null],
            RemovePhone =>
            [
                Stale(caller, now),
                caller.Surface == TestPolicies.Android ? RefusalCode.ActionNotOffered : null,
                account.Verified is null ? RefusalCode.NoVerifiedPhone : account.Channel is not null ? RefusalCode.PhoneProtectsLogin : null,
            ],
            LapsePending => [account.Pending is null ? RefusalCode.NoPendingPhone : now < account.LapsesAt ? RefusalCode.NotYetLapsed : null],
            InvalidatePhone report => OfNumber(report.Number, number =>
                [account.Verified != number ? RefusalCode.NumberNotHeld : account.IsInDoubt ? RefusalCode.AlreadyKnown : null]),
            OptOutOfDelivery stop => OfNumber(stop.Number, number =>
                [account.Verified != number && account.Pending != number ? RefusalCode.NumberNotHeld : account.OptedOut.Contains(number) ? RefusalCode.AlreadyKnown : null]),
            RestoreDelivery start => OfNumber(start.Number, number => [account.OptedOut.Contains(number) ? null : RefusalCode.AlreadyKnown]),
            Unlock => [account.FailureCount == 0 && !(now < account.LockedUntil) ? RefusalCode.NotLocked : null],
            ImportVerifiedPhone import => OfNumber(import.Number, _ =>
                [account.Verified is not null || import.VerifiedAt > now ? RefusalCode.ImportNotPossible : null]),
            _ => throw new ArgumentOutOfRangeException(nameof(command)),
        }).Append(caller.Surface == TestPolicies.Lobby ? RefusalCode.ActionNotOffered : null).OfType<RefusalCode>();
    }

    private static void Accept(ModelAccount account, EnrolmentCommand command, Instant now, Prophecy prophecy)
    {
        switch (command)
        {
            case SubmitPhone submit:
                var number = NumberOf(submit.Number, submit.Country)!;
                SendCode(prophecy, account, number, account.Pending == number && account.PendingCarrier == submit.Carrier?.Name ? "CodeReissued" : "PhoneSubmitted", now);
                prophecy.Fulfil += _ => account.PendingCarrier = submit.Carrier?.Name;
                break;
            case ResendCode:
                SendCode(prophecy, account, account.Pending!, "CodeReissued", now);
                break;
            case ConfirmCode when account.Verified is not null && account.Verified != account.Pending:
                Expect(prophecy, "PhoneReplaced", NoticeKind.PhoneReplaced, () => account.Match(now));
                // Real phones ring here: nobody owns a reserved number, and whoever opted out gets nothing.
                prophecy.Replaced = account.Verified == TestNumbers.Reserved || account.OptedOut.Contains(account.Verified) ? null : account.Verified;
                break;
            case ConfirmCode:
                Expect(prophecy, "CodeMatched", NoticeKind.PhoneVerified, () => account.Match(now));
                break;
            case CancelPending:
                Expect(prophecy, "PendingCancelled", null, () => account.ForgetPending(now));
                break;
            case EnableVerification enable:
                Expect(prophecy, "ChannelEnabled", NoticeKind.VerificationEnabled, () => account.Channel = enable.Channel);
                break;
            case ChangeChannel change:
                Expect(prophecy, "ChannelChanged", NoticeKind.ChannelChanged, () => account.Channel = change.Channel);
                break;
            case DisableVerification:
                Expect(prophecy, "VerificationDisabled", NoticeKind.VerificationDisabled, () => account.Channel = null);
                break;
            case RemovePhone:
                if (account.Pending is not null)
                    Expect(prophecy, "PendingCancelled", null, () => account.ForgetPending(now));
                Expect(prophecy, "PhoneRemoved", NoticeKind.PhoneRemoved, () => (account.Verified, account.IsInDoubt) = (null, false));
                break;
            case LapsePending:
                Expect(prophecy, "PendingLapsed", null, () => account.ForgetPending(now));
                break;
            case InvalidatePhone:
                Expect(prophecy, "PhoneInvalidated", NoticeKind.PhoneInvalidated, () => account.IsInDoubt = true);
                break;
            case OptOutOfDelivery stop:
                Expect(prophecy, "DeliveryOptedOut", NoticeKind.DeliveryOptedOut, () => account.OptedOut.Add(NumberOf(stop.Number)!));
                break;
            case RestoreDelivery start:
                Expect(prophecy, "DeliveryRestored", null, () => account.OptedOut.Remove(NumberOf(start.Number)!));
                break;
            case Unlock:
                Expect(prophecy, "Unlocked", null, () =>
                {
                    account.Failures.Clear();
                    account.LockedUntil = null;
                });
                break;
            case ImportVerifiedPhone import:
                Expect(prophecy, "PhoneImported", NoticeKind.PhoneVerified, () => (account.Verified, account.IsInDoubt) = (NumberOf(import.Number), false));
                if (import.Enabled is { } channel)
                    Expect(prophecy, "ChannelEnabled", NoticeKind.VerificationEnabled, () => account.Channel = channel);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(command));
        }
    }

    private static void Expect(Prophecy prophecy, string happened, NoticeKind? notice, Action change)
    {
        prophecy.Events.Add(happened);
        if (notice is { } kind)
            prophecy.Notices.Add(kind);
        prophecy.Fulfil += _ => change();
    }

    private static void SendCode(Prophecy prophecy, ModelAccount account, string number, string happened, Instant now)
    {
        prophecy.Events.Add(happened);
        prophecy.CodeGoesTo = number;
        prophecy.Fulfil += code => account.Submit(number, code!, now);
    }

    private static IEnumerable<RefusalCode?> SubmitObstacles(ModelAccount account, Caller caller, SubmitPhone submit, Instant now)
    {
        yield return Stale(caller, now);
        yield return account.Lock(now);
        if (NumberOf(submit.Number, submit.Country) is not { } number)
        {
            yield return FaultOf(submit.Number, submit.Country);
            yield break;
        }

        yield return number == TestNumbers.Reserved ? RefusalCode.NumberReserved : null;
        yield return number == TestNumbers.Premium ? RefusalCode.LineTypeNotServed : null;
        yield return number.StartsWith("+44", StringComparison.Ordinal) && submit.Carrier?.Name == TestPolicies.RefusedCarrier ? RefusalCode.CarrierNotServed : null;
        yield return CountryObstacle(caller, number);
        yield return number == account.Verified && !account.IsInDoubt && !account.OptedOut.Contains(number) ? RefusalCode.PhoneAlreadyVerified : null;
        foreach (var obstacle in account.SendObstacles(number, now))
            yield return obstacle;
    }

    private static IEnumerable<RefusalCode?> ResendObstacles(ModelAccount account, Caller caller, Instant now)
    {
        if (account.Pending is not { } number)
            return [RefusalCode.NoPendingPhone];
        return
        [
            account.Lock(now),
            CountryObstacle(caller, number),
            account.OptedOut.Contains(number) ? RefusalCode.DeliveryOptedOut : null,
            .. account.SendObstacles(number, now).Cast<RefusalCode?>(),
        ];
    }

    /// <summary>Here one account alone may have a number, but only who knows the right code learns that it is taken. A wrong code counts only where nothing else speaks.</summary>
    private RefusalCode?[] ConfirmObstacles(AccountId id, Caller caller, ConfirmCode confirm, Instant now)
    {
        var account = accounts[id];
        if (account.Pending is not { } number || account.Code is not { } current)
            return [RefusalCode.NoPendingPhone];
        var typed = ReadCode(confirm.Code.Text);
        var isEarlier = typed != current.Text
            && account.Codes.Any(code => code.Text == typed && code.Number == number && code.IsSuperseded && !code.IsForgotten && code.IsInsideItsLife(now));
        RefusalCode?[] obstacles =
        [
            caller.Surface == TestPolicies.Lobby ? RefusalCode.ActionNotOffered : null,
            CountryObstacle(caller, number),
            account.Lock(now),
            typed is null ? RefusalCode.CodeMalformed : null,
            isEarlier ? RefusalCode.CodeSuperseded : null,
            current.IsInsideItsLife(now) ? null : RefusalCode.CodeExpired,
            current.WrongTries >= 5 ? RefusalCode.CodeExhausted : null,
        ];
        if (obstacles.Any(obstacle => obstacle is not null))
            return obstacles;
        if (typed != current.Text)
            return [RefusalCode.WrongCode];
        return [accounts.Any(other => other.Key != id && other.Value.Verified == number) ? RefusalCode.NumberHasTooManyAccounts : null];
    }

    private static IEnumerable<RefusalCode?> ChannelObstacles(ModelAccount account, Caller caller, VerificationChannel channel) =>
    [
        caller.Surface == TestPolicies.Android && channel == VerificationChannel.Sms ? RefusalCode.ChannelNotServed : null,
        account.ChannelObstacle(channel),
    ];

    private static RefusalCode? CountryObstacle(Caller caller, string number) =>
        caller.Surface == TestPolicies.Web && TestNumbers.CountryOf(number) == "IL" ? RefusalCode.CountryNotServed : null;

    /// <summary>Recent is less than five minutes ago, or ahead by less for a clock that differs. Staff need none.</summary>
    private static RefusalCode? Stale(Caller caller, Instant now) =>
        caller.Initiator != Initiator.User || (caller.AuthenticatedAt is { } at && now < at + Recently && at < now + Recently)
            ? null
            : RefusalCode.ReauthenticationRequired;

    private static IEnumerable<RefusalCode?> OfNumber(PhoneInput typed, Func<string, IEnumerable<RefusalCode?>> obstacles) =>
        NumberOf(typed) is { } number ? obstacles(number) : [FaultOf(typed, null)];

    private static string? NumberOf(PhoneInput typed, CountryCode? country = null) =>
        (Numbers.Read(typed, country) as PhoneReading.Readable)?.Details.Number.E164;

    private static RefusalCode FaultOf(PhoneInput typed, CountryCode? country) => ((PhoneReading.Unreadable)Numbers.Read(typed, country)).Fault switch
    {
        NumberFault.TooShort => RefusalCode.NumberTooShort,
        NumberFault.TooLong => RefusalCode.NumberTooLong,
        NumberFault.NotInUse => RefusalCode.NumberNotInUse,
        NumberFault.CountryMissing => RefusalCode.CountryMissing,
        NumberFault.CountryMismatch => RefusalCode.CountryMismatch,
        NumberFault.ShortNumber => RefusalCode.ShortNumber,
        _ => RefusalCode.NumberUnreadable,
    };

    /// <summary>Six digits of the scripts that the stories type, between blanks and dashes; null for anything else.</summary>
    private static string? ReadCode(string text)
    {
        var digits = text.Where(c => !" -–\u00A0\t\n".Contains(c, StringComparison.Ordinal)).Select(c => c switch
        {
            >= '0' and <= '9' => c - '0',
            >= '\uFF10' and <= '\uFF19' => c - '\uFF10',
            >= '\u0660' and <= '\u0669' => c - '\u0660',
            >= '\u0966' and <= '\u096F' => c - '\u0966',
            _ => -1,
        }).ToArray();
        return digits.Length == 6 && !digits.Contains(-1) ? string.Concat(digits) : null;
    }
}
