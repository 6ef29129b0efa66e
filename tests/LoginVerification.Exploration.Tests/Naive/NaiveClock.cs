using LoginVerification.Exploration.Tests.Support;
using NodaTime;

namespace LoginVerification.Exploration.Tests.Naive;

/// <summary>Between an account and the enrolment in a store, under one policy, at one instant; and what time does to an account.</summary>
internal sealed class NaiveClock(PolicyDocument rules)
{
    public static readonly Instant Noon = ShapeSpace.Now;

    /// <summary>An enrolment for which the account is true. A pending number whose time is up lapses.</summary>
    public Enrolment Write(NaiveAccount account, IReadOnlyList<PhoneDetails> phones, bool lapses = false)
    {
        var enrolment = new Enrolment(NaiveAccount.Id) { ActiveChannel = account.Protection, LockedUntil = account.IsLocked ? Noon.Plus(Duration.FromSeconds(1)) : null };
        foreach (var (phone, number) in phones.Zip(account.Numbers))
        {
            if (number.IsVerified)
                enrolment = enrolment with { Phone = new VerifiedPhone(phone, Noon) { NeedsReverification = account.IsSuspect } };
            if (number.IsPending)
                enrolment = enrolment with { Pending = new PendingPhone(phone, lapses ? Noon : Noon + rules.PendingLapsesAfter, CodeOf(account, phone)) };
            var sentAt = number.Waits ? Noon : Noon - WaitAfter(number.Sends);
            enrolment = enrolment with { Sends = [.. enrolment.Sends, .. Enumerable.Repeat(new SentCode(CodePurpose.Enrol, phone.Number, sentAt), number.Sends)] };
            if (number.Failures > 0)
                enrolment = enrolment with { Failures = [.. enrolment.Failures, new WrongCodes(CodePurpose.Enrol, phone.Number, number.Failures)] };
            if (number.OptedOut)
                enrolment = enrolment with { OptedOut = [.. enrolment.OptedOut, phone.Number] };
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
            return new NaiveNumber(
                enrolment.Phone?.Details.Number == number,
                enrolment.Pending?.Details.Number == number,
                sent.Count,
                sent.Count > 0 && Noon < sent.Max(send => send.At) + WaitAfter(sent.Count),
                enrolment.Failures.Where(failure => failure.Number == number).Sum(failure => failure.Count),
                enrolment.OptedOut.Contains(number));
        });
        var code = enrolment.Pending is not { Challenge: var challenge } ? NaiveAccount.NoCode
            : challenge.ExpiresAt <= Noon ? NaiveAccount.DeadCode
            : Living(challenge.WrongTries);
        return Seen(new NaiveAccount([.. numbers], enrolment.ActiveChannel, enrolment.Phone is { NeedsReverification: true }, code, forGood || Noon < enrolment.LockedUntil, forGood));
    }

    /// <summary>Whether the code is taken yet.</summary>
    public bool IsTaken(NaiveAccount account) => Enumerable.Range(0, rules.Code.WrongTries).Any(tries => account.Code == Living(tries));

    /// <summary>Every timer that runs, and the account once it is over. Nothing that must be over before it runs on.</summary>
    public IEnumerable<(string Timer, NaiveAccount After)> Timers(NaiveAccount account)
    {
        if (account is { IsLocked: true, IsLockedForGood: false })
            yield return ("lock", Seen(Unlocked(account)));
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
                yield return ("life of the code", With(account, index, number with { Waits = number.Waits && (AtLimit(account, number) || wait > rules.Code.Life) }) with { Code = NaiveAccount.DeadCode });
            if (number.Sends == 1)
                yield return ($"window {index}", With(account, index, number with { Sends = 0, Waits = false }) with { Code = number.IsPending ? NaiveAccount.DeadCode : account.Code });
            if (number.Sends > 1)
                yield return ($"window {index}", With(account, index, number with { Sends = number.Sends - 1 }));
        }
    }

    /// <summary>While an account is locked nothing is sent to it: a wait or a code that is no longer than the lock does not outlast it.</summary>
    private NaiveAccount Unlocked(NaiveAccount account)
    {
        var locks = account.Numbers.Sum(number => number.Failures) / rules.Lock.EveryFailures;
        var length = Duration.Min(rules.Lock.Longest, Enumerable.Range(1, Math.Max(0, locks - 1)).Aggregate(rules.Lock.First, (lasting, _) => lasting * 2));
        return account with
        {
            IsLocked = false,
            Code = account.Code != NaiveAccount.NoCode && rules.Code.Life <= length ? NaiveAccount.DeadCode : account.Code,
            Numbers = [.. account.Numbers.Select(number => number with { Waits = number.Waits && (AtLimit(account, number) || WaitAfter(number.Sends) > length) })],
        };
    }

    private NaiveAccount With(NaiveAccount account, int index, NaiveNumber number) =>
        Seen(account with { Numbers = [.. account.Numbers.Select((known, at) => at == index ? number : known)] });

    /// <summary>
    /// The account as anybody can see it. A wait behind a limit of sends cannot be seen to end, so that it counts as running. Whose failures
    /// locked an account for good cannot be seen either.
    /// </summary>
    private NaiveAccount Seen(NaiveAccount account) => account with
    {
        Numbers =
        [
            .. account.Numbers
                .Select(number => number with { Waits = number.Waits || (number.Sends > 0 && AtLimit(account, number)), Failures = account.IsLockedForGood ? 0 : number.Failures })
                .Where(number => number != NaiveNumber.Unknown),
        ],
    };

    private bool AtLimit(NaiveAccount account, NaiveNumber number) =>
        number.Sends >= rules.Sending.PerNumber || account.Numbers.Sum(known => known.Sends) >= rules.Sending.PerAccount;

    private Duration WaitAfter(int sends) =>
        Duration.Min(rules.Sending.Window, Enumerable.Range(1, Math.Max(0, sends - 1)).Aggregate(rules.Sending.ResendWait, (wait, _) => wait * 2));

    private Challenge CodeOf(NaiveAccount account, PhoneDetails phone)
    {
        var issued = account.Code == NaiveAccount.DeadCode ? Noon - rules.Code.Life : Noon;
        return new Challenge(new ChallengeId("pending"), phone.Number, Nonce.Parse(new string('3', 2 * Nonce.Length)), RealService.KeyId, issued, issued + rules.Code.Life)
        {
            WrongTries = Enumerable.Range(0, rules.Code.WrongTries + 1).FirstOrDefault(tries => account.Code == Living(tries)),
        };
    }

    private static string Living(int wrongTries) => $"code, {wrongTries} wrong";
}
