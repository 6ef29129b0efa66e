using LoginVerification.Exploration.Tests.Support;
using NodaTime;

namespace LoginVerification.Exploration.Tests.Naive;

/// <summary>Between an account and the enrolment in a store, under one policy, at one instant; and what time does to an account.</summary>
internal sealed class NaiveClock(PolicyDocument rules)
{
    public static readonly Instant Noon = ShapeSpace.Now;

    /// <summary>The same code went out once more, and the wait before the next one began with that.</summary>
    private const string SentAgain = ", sent again";

    /// <summary>A code that was sent a moment ago.</summary>
    public static string Fresh { get; } = Living(0, isSentAgain: false);

    private static readonly Duration Tick = Duration.FromMilliseconds(1);

    /// <summary>An enrolment for which the account is true. A pending number whose time is up lapses.</summary>
    public Enrolment Write(NaiveAccount account, IReadOnlyList<PhoneDetails> phones, bool lapses = false)
    {
        var enrolment = new Enrolment(NaiveAccount.Id) { Version = 1, Id = EnrolmentId.Parse(new string('1', 2 * EnrolmentId.Length)), ActiveChannel = account.Protection };
        if (account.IsLocked)
            enrolment = enrolment with { Locks = [new PurposeLock(CodePurpose.Enrol, Noon.Plus(Duration.FromSeconds(1)))] };
        if (account.IsCoolingDown)
            enrolment = enrolment with { PhoneRemovedAt = Noon };
        foreach (var (phone, number) in phones.Zip(account.Numbers))
        {
            if (number.IsVerified)
                enrolment = enrolment with { Phone = new VerifiedPhone(phone, Noon) { NeedsReverification = account.IsSuspect } };
            var sentAt = number.Waits ? Noon : Noon - WaitAfter(number.Sends);
            if (number.IsPending)
                enrolment = enrolment with { Pending = new PendingPhone(phone, lapses ? Noon : Noon + rules.PendingLapsesAfter, CodeOf(account, phone, sentAt)) };
            enrolment = enrolment with { Sends = [.. enrolment.Sends, .. Enumerable.Repeat(new SentCode(CodePurpose.Enrol, phone.Number, sentAt), number.Sends)] };
            if (number.Failures > 0)
                enrolment = enrolment with { Failures = [.. enrolment.Failures, new WrongCodes(CodePurpose.Enrol, phone.Number, number.Failures)] };
            if (number.OptedOut)
                enrolment = enrolment with { OptedOut = [.. enrolment.OptedOut, new OptOut(phone.Number, number.TextedSince ? sentAt - Tick : number.Sends > 0 ? sentAt : Noon - Tick)] };
            if (!number.IsVerified && number.WasTexted)
                enrolment = enrolment with { FormerNumbers = [.. enrolment.FormerNumbers, new FormerNumber(phone.Number, number.WasVerified)] };
        }

        return account.IsLockedForGood ? enrolment with { Failures = [new WrongCodes(CodePurpose.Enrol, phones[0].Number, rules.Lock.FinalFailures)] } : enrolment;
    }

    public NaiveAccount Read(Enrolment enrolment, IReadOnlyList<PhoneDetails> phones)
    {
        var failures = enrolment.Failures.Sum(failure => failure.Count);
        var forGood = failures >= rules.Lock.FinalFailures;
        var numbers = phones.Select(phone => phone.Number).Select(number =>
        {
            var sent = enrolment.Sends.Where(send => send.Number == number).ToList();
            var (isVerified, isPending) = (enrolment.Phone?.Details.Number == number, enrolment.Pending?.Details.Number == number);
            var former = enrolment.FormerNumbers.FirstOrDefault(known => known.Number == number);
            var stopped = enrolment.OptedOut.FirstOrDefault(known => known.Number == number);
            return new NaiveNumber(
                isVerified,
                isPending,
                Counted(sent.Count),
                sent.Count > 0 && Noon < sent.Max(send => send.At) + WaitAfter(sent.Count),
                CountedFailures(enrolment.Failures.Where(failure => failure.Number == number).Sum(failure => failure.Count)),
                stopped is not null,
                stopped is not null && sent.Exists(send => send.At > stopped.At),
                isVerified || isPending || former is not null,
                isVerified || former is { WasVerified: true });
        });
        var code = enrolment.Pending is not { Challenge: var challenge } ? NaiveAccount.NoCode
            : challenge.ExpiresAt <= Noon ? NaiveAccount.DeadCode
            : Living(IsUnlimited(rules.Code.WrongTries) ? 0 : challenge.WrongTries, enrolment.Sends.Any(send => send.Number == challenge.Number && send.At > challenge.IssuedAt));
        var cools = enrolment.Phone is null && Noon - enrolment.PhoneRemovedAt < rules.CoolDownAfterRemoval;
        return Seen(new NaiveAccount([.. numbers], enrolment.ActiveChannel, enrolment.Phone is { NeedsReverification: true }, code, forGood || enrolment.Locks.Any(lockout => Noon < lockout.Until), forGood, cools));
    }

    /// <summary>Whether the code is taken yet.</summary>
    public bool IsTaken(NaiveAccount account) => Enumerable.Range(0, MostTries).Any(tries => account.Code == Living(tries, false) || account.Code == Living(tries, true));

    /// <summary>Every timer that runs, and the account once it is over. Nothing that must be over before it runs on.</summary>
    public IEnumerable<(string Timer, NaiveAccount After)> Timers(NaiveAccount account)
    {
        if (account is { IsLocked: true, IsLockedForGood: false })
            yield return ("lock", Seen(Unlocked(account)));
        if (account.IsCoolingDown)
            yield return ("cool-down", Seen(CooledDown(account)));
        foreach (var (index, number) in account.Numbers.Index())
        {
            var wait = WaitAfter(number.Sends);
            var codeLives = number.IsPending && account.Code != NaiveAccount.DeadCode;
            if (number.Waits && !AtLimit(account, number) && wait < rules.Sending.Window)
            {
                var rested = With(account, index, number with { Waits = false });
                yield return ($"wait {index}", codeLives && rules.Code.Life <= wait ? rested with { Code = NaiveAccount.DeadCode } : rested);
            }

            if (codeLives)
                yield return ("life of the code", With(account, index, number with { Waits = number.Waits && (AtLimit(account, number) || IsSentAgain(account) || wait > rules.Code.Life) }) with { Code = NaiveAccount.DeadCode });
            if (number.Sends == 1)
                yield return ($"window {index}", With(account, index, number with { Sends = 0, Waits = false, TextedSince = false }) with { Code = number.IsPending ? NaiveAccount.DeadCode : account.Code });
            if (number.Sends > 1)
                yield return ($"window {index}", With(account, index, number with { Sends = number.Sends - 1 }));
        }
    }

    /// <summary>While an account is locked nothing is sent to it: a wait or a code that is no longer than the lock does not outlast it.</summary>
    private NaiveAccount Unlocked(NaiveAccount account)
    {
        var length = LockLength(account);
        return account with
        {
            IsLocked = false,
            Code = account.Code != NaiveAccount.NoCode && rules.Code.Life <= length ? NaiveAccount.DeadCode : account.Code,
            Numbers = [.. account.Numbers.Select(number => number with { Waits = number.Waits && (AtLimit(account, number) || WaitAfter(number.Sends) > length) })],
        };
    }

    /// <summary>Whoever cools down sends nothing and guesses nothing: what is no longer than the cool-down has ended by then, the window of sends included.</summary>
    private NaiveAccount CooledDown(NaiveAccount account)
    {
        var length = rules.CoolDownAfterRemoval;
        return account with
        {
            IsCoolingDown = false,
            IsLocked = account.IsLocked && (account.IsLockedForGood || LockLength(account) > length),
            Numbers =
            [
                .. account.Numbers.Select(number => rules.Sending.Window <= length
                    ? number with { Sends = 0, Waits = false, TextedSince = false }
                    : number with { Waits = number.Waits && (AtLimit(account, number) || WaitAfter(number.Sends) > length) }),
            ],
        };
    }

    private Duration LockLength(NaiveAccount account)
    {
        var locks = account.Numbers.Sum(number => number.Failures) / rules.Lock.EveryFailures;
        return Duration.Min(rules.Lock.Longest, Enumerable.Range(1, Math.Max(0, locks - 1)).Aggregate(rules.Lock.First, (lasting, _) => lasting * 2));
    }

    private NaiveAccount With(NaiveAccount account, int index, NaiveNumber number) =>
        Seen(account with { Numbers = [.. account.Numbers.Select((known, at) => at == index ? number : known)] });

    /// <summary>
    /// The account as anybody can see it. A wait behind a limit of sends cannot be seen to end, so that it counts as running. Whose failures
    /// locked an account for good cannot be seen either.
    /// </summary>
    private NaiveAccount Seen(NaiveAccount account)
    {
        IReadOnlyList<NaiveNumber> numbers =
        [
            .. account.Numbers
                .Select(number => number with { Waits = number.Waits || (number.Sends > 0 && AtLimit(account, number)), Failures = account.IsLockedForGood ? 0 : number.Failures })
                .Where(number => number != NaiveNumber.Unknown),
        ];
        // When a wait began that is over says nothing.
        var waits = numbers.Any(number => number is { IsPending: true, Waits: true });
        return account with { Numbers = numbers, Code = waits || !IsSentAgain(account) ? account.Code : account.Code[..^SentAgain.Length] };
    }

    private bool AtLimit(NaiveAccount account, NaiveNumber number) =>
        number.Sends >= rules.Sending.PerNumber || account.Numbers.Sum(known => known.Sends) >= rules.Sending.PerAccount;

    /// <summary>What nothing bounds is not told further than somebody can see: one wrong code is as good as none, and after the second send each is as the second.</summary>
    private int MostTries => IsUnlimited(rules.Code.WrongTries) ? 1 : rules.Code.WrongTries;

    private int Counted(int sends) => IsUnlimited(rules.Sending.PerNumber) && sends > 2 ? 2 : sends;

    /// <summary>Without a final lock only the next lock can be seen coming, and whether there was a failure at all.</summary>
    private int CountedFailures(int failures)
    {
        if (!IsUnlimited(rules.Lock.FinalFailures))
            return failures;
        while (failures > (IsUnlimited(rules.Lock.EveryFailures) ? 1 : rules.Lock.EveryFailures))
            failures -= IsUnlimited(rules.Lock.EveryFailures) ? 1 : rules.Lock.EveryFailures;
        return failures;
    }

    private static bool IsUnlimited(int limit) => limit == PolicyLimits.Unlimited;

    private Duration WaitAfter(int sends) => IsUnlimited(rules.Sending.PerNumber) ? rules.Sending.ResendWait :
        Duration.Min(rules.Sending.Window, Enumerable.Range(1, Math.Max(0, sends - 1)).Aggregate(rules.Sending.ResendWait, (wait, _) => wait * 2));

    private Challenge CodeOf(NaiveAccount account, PhoneDetails phone, Instant sentAt)
    {
        var issued = account.Code == NaiveAccount.DeadCode ? Noon - rules.Code.Life : sentAt;
        if (IsSentAgain(account))
            issued -= Tick;
        return new Challenge(new ChallengeId("pending"), CodePurpose.Enrol, phone.Number, Nonce.Parse(new string('3', 2 * Nonce.Length)), RealService.KeyId, rules.Code.Digits, issued, issued + rules.Code.Life)
        {
            WrongTries = Enumerable.Range(0, MostTries + 1).FirstOrDefault(tries => account.Code == Living(tries, false) || account.Code == Living(tries, true)),
        };
    }

    private static bool IsSentAgain(NaiveAccount account) => account.Code.EndsWith(SentAgain, StringComparison.Ordinal);

    private static string Living(int wrongTries, bool isSentAgain) => $"code, {wrongTries} wrong{(isSentAgain ? SentAgain : "")}";
}
