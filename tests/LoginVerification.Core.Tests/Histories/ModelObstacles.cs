using NodaTime;

namespace LoginVerification.Tests;

/// <summary>What the design says against each command, all of it and in no order.</summary>
internal sealed class ModelObstacles(IReadOnlyDictionary<AccountId, ModelAccount> accounts)
{
    private static readonly Duration Recently = Duration.FromMinutes(5);
    private static readonly TestNumbers Numbers = new();

    /// <param name="caller">Who gives the command.</param>
    /// <param name="command">The command.</param>
    /// <param name="now">The time of what happens, which never goes back.</param>
    /// <param name="clock">What the clock reads: against it authentications are held.</param>
    public IEnumerable<RefusalCode> Of(Caller caller, EnrolmentCommand command, Instant now, Instant clock)
    {
        var account = accounts[caller.Account];
        return (command switch
        {
            SubmitPhone submit => OfSubmission(account, caller, submit, now, clock),
            ResendCode => OfResend(account, caller, now, clock),
            ConfirmCode confirm => OfConfirmation(caller.Account, caller, confirm, now, clock),
            CancelPending => [account.Pending is null ? RefusalCode.NoPendingPhone : null],
            EnableVerification enable =>
            [
                OfAuthentication(account, caller, clock, binds: false),
                account.Verified is null ? RefusalCode.NoVerifiedPhone : account.Channel is not null ? RefusalCode.AlreadyEnabled : null,
                .. OfChannel(account, caller, enable.Channel, now),
            ],
            ChangeChannel change =>
            [
                OfAuthentication(account, caller, clock, binds: true),
                account.Channel is null ? RefusalCode.NotEnabled : account.Channel == change.Channel ? RefusalCode.ChannelAlreadyActive : null,
                .. OfChannel(account, caller, change.Channel, now),
            ],
            DisableVerification => [OfAuthentication(account, caller, clock, binds: true), account.Channel is null ? RefusalCode.NotEnabled : null],
            RemovePhone =>
            [
                OfAuthentication(account, caller, clock, binds: true),
                caller.Surface == TestPolicies.Android ? RefusalCode.ActionNotOffered : null,
                account.Verified is null ? RefusalCode.NoVerifiedPhone : account.Channel is not null ? RefusalCode.PhoneProtectsLogin : null,
            ],
            AcknowledgeNotices acknowledge =>
            [
                OfAuthentication(account, caller, clock, binds: true),
                account.AppNotices.Values.Any(at => !(at > acknowledge.UpTo)) ? null : RefusalCode.NothingToAcknowledge,
            ],
            LapsePending => [account.Pending is null ? RefusalCode.NoPendingPhone : now < account.LapsesAt ? RefusalCode.NotYetLapsed : null],
            InvalidatePhone report => OfNumber(report.Number, number =>
                [account.Verified != number ? RefusalCode.NumberNotHeld : account.IsInDoubt ? RefusalCode.AlreadyKnown : null]),
            OptOutOfDelivery stop => OfNumber(stop.Number, number =>
                [!account.Knows(number) ? RefusalCode.NumberNotHeld : IsOldNews(account, number, now) ? RefusalCode.AlreadyKnown : null]),
            RestoreDelivery start => OfNumber(start.Number, number => [account.OptedOut.ContainsKey(number) ? null : RefusalCode.AlreadyKnown]),
            Unlock => [account.FailureCount == 0 ? RefusalCode.NotLocked : null],
            ImportVerifiedPhone import =>
            [
                .. OfNumber(import.Number, number => [number == TestNumbers.Reserved ? RefusalCode.NumberReserved : null]),
                account.Verified is not null || import.VerifiedAt > now ? RefusalCode.ImportNotPossible : null,
            ],
            _ => throw new ArgumentOutOfRangeException(nameof(command)),
        }).Append(caller.Surface == TestPolicies.Lobby && command is UserCommand ? RefusalCode.ActionNotOffered : null).OfType<RefusalCode>();
    }

    public static string? NumberOf(PhoneInput typed, CountryCode? country = null) =>
        (Numbers.Read(typed, country) as PhoneReading.Readable)?.Details.Number.E164;

    /// <summary>Whoever said STOP and was texted since, inside the window, says it anew.</summary>
    private static bool IsOldNews(ModelAccount account, string number, Instant now) =>
        account.OptedOut.TryGetValue(number, out var at) && !account.Sends.Any(sent => sent.Number == number && sent.At > at && sent.At > now - ModelAccount.Window);

    private static IEnumerable<RefusalCode?> OfSubmission(ModelAccount account, Caller caller, SubmitPhone submit, Instant now, Instant clock)
    {
        var typed = NumberOf(submit.Number, submit.Country);
        yield return OfAuthentication(account, caller, clock, binds: Replaces(account, typed));
        yield return account.Lock(now);
        yield return account.CoolDownObstacle(now);
        if (typed is not { } number)
        {
            yield return FaultOf(submit.Number, submit.Country);
            yield break;
        }

        yield return number == TestNumbers.Reserved ? RefusalCode.NumberReserved : null;
        yield return number == TestNumbers.Premium ? RefusalCode.LineTypeNotServed : null;
        yield return number.StartsWith("+44", StringComparison.Ordinal) && submit.Carrier?.Name == TestPolicies.RefusedCarrier ? RefusalCode.CarrierNotServed : null;
        yield return OfCountry(caller, number);
        yield return number == account.Verified && !account.IsInDoubt && !account.OptedOut.ContainsKey(number) ? RefusalCode.PhoneAlreadyVerified : null;
        yield return account.OptedOut.ContainsKey(number) && !account.HasProved(number) ? RefusalCode.DeliveryOptedOut : null;
        foreach (var obstacle in account.SendObstacles(number, now))
            yield return obstacle;
    }

    private static IEnumerable<RefusalCode?> OfResend(ModelAccount account, Caller caller, Instant now, Instant clock)
    {
        if (account.Pending is not { } number)
            return [RefusalCode.NoPendingPhone];
        return
        [
            Replaces(account, number) ? OfAuthentication(account, caller, clock, binds: true) : null,
            account.Lock(now),
            OfCountry(caller, number),
            account.OptedOut.ContainsKey(number) ? RefusalCode.DeliveryOptedOut : null,
            .. account.SendObstacles(number, now).Cast<RefusalCode?>(),
        ];
    }

    /// <summary>Here one account alone may have a number, but only who knows the right code learns that it is taken. A wrong code counts only where nothing else speaks.</summary>
    private RefusalCode?[] OfConfirmation(AccountId id, Caller caller, ConfirmCode confirm, Instant now, Instant clock)
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
            Replaces(account, number) ? OfAuthentication(account, caller, clock, binds: true) : null,
            OfCountry(caller, number),
            account.Lock(now),
            current.IsInsideItsLife(now) ? null : RefusalCode.CodeExpired,
            current.WrongTries >= 5 ? RefusalCode.CodeExhausted : null,
        ];
        // What was typed tells nothing where no code is taken anyway.
        if (obstacles.Any(obstacle => obstacle is not null))
            return obstacles;
        if (typed is null)
            return [RefusalCode.CodeMalformed];
        if (isEarlier)
            return [RefusalCode.CodeSuperseded];
        if (typed != current.Text)
            return [RefusalCode.WrongCode];
        return [accounts.Any(other => other.Key != id && other.Value.Verified == number && !other.Value.IsInDoubt) ? RefusalCode.NumberHasTooManyAccounts : null];
    }

    private static IEnumerable<RefusalCode?> OfChannel(ModelAccount account, Caller caller, VerificationChannel channel, Instant now) =>
    [
        caller.Surface == TestPolicies.Android && channel == VerificationChannel.Sms ? RefusalCode.ChannelNotServed : null,
        account.ChannelObstacle(channel),
        account.ChangeObstacle(now),
    ];

    private static RefusalCode? OfCountry(Caller caller, string number) =>
        caller.Surface == TestPolicies.Web && TestNumbers.CountryOf(number) == "IL" ? RefusalCode.CountryNotServed : null;

    private static bool Replaces(ModelAccount account, string? number) => account.Verified is not null && number is not null && number != account.Verified;

    /// <summary>
    /// Recent is less than five minutes ago, or ahead by less for a clock that differs. Where verification is on, what takes it away or binds another
    /// number takes both factors. Staff need neither.
    /// </summary>
    private static RefusalCode? OfAuthentication(ModelAccount account, Caller caller, Instant clock, bool binds) =>
        caller.Initiator != Initiator.User ? null
        : !(caller.AuthenticatedAt is { } at && clock < at + Recently && at < clock + Recently) ? RefusalCode.ReauthenticationRequired
        : binds && account.Channel is not null && caller.Factors != AuthenticationFactors.MultiFactor ? RefusalCode.SecondFactorRequired
        : null;

    private static IEnumerable<RefusalCode?> OfNumber(PhoneInput typed, Func<string, IEnumerable<RefusalCode?>> obstacles) =>
        NumberOf(typed) is { } number ? obstacles(number) : [FaultOf(typed, null)];

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
