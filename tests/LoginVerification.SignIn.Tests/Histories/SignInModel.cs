using NodaTime;

namespace LoginVerification.Tests;

/// <summary>
/// What shall come of sign-ins, written from the design and not from the code: one account, whose number is verified and whose device is bound. It says what
/// is answered; it knows neither events nor deciders.
/// </summary>
internal sealed class SignInModel(PolicyDocument policy)
{
    private readonly List<Instant> sends = [];
    private readonly Tries phone = new(policy.Lock);
    private readonly Tries codes = new(policy.Lock);
    private Asked? asked;

    public VerificationChannel? Channel { get; private set; } = VerificationChannel.Sms;

    public bool Stopped { get; set; }

    public bool InDoubt { get; private set; }

    public HashSet<string>? BackupCodes { get; private set; }

    public int Failures => phone.InARow;

    /// <summary>What is asked now, also where it is over.</summary>
    public string? Current => asked?.Id;

    public sealed record Asked(string Id, VerificationChannel Channel, Instant At, Instant EndsAt, string Secret)
    {
        public int Wrong { get; set; }

        public bool Confirmed { get; set; }

        public RefusalCode? Over { get; set; }
    }

    /// <summary>The refusal, or null where the owner is asked; what was asked anew is told by <see cref="Began"/>.</summary>
    public RefusalCode? Begin(string? has, Instant now, out bool isNew)
    {
        isNew = false;
        if (Channel is null)
            return RefusalCode.NotEnabled;
        if ((Unreachable() ?? phone.Lock(now)) is { } no)
            return no;
        if (IsOpen(now) && (Channel is VerificationChannel.Sms || has == asked!.Id))
            return null;
        isNew = Sends(now) is null;
        return Sends(now);
    }

    /// <summary>What was asked, as the answer and the SMS or the page say.</summary>
    public void Began(string id, string secret, Instant now)
    {
        asked = new Asked(id, Channel!.Value, now, now + (Channel is VerificationChannel.Sms ? policy.Code.Life : policy.SignIn.PushLife), secret);
        sends.Add(now);
    }

    public RefusalCode? Resend(string id, Instant now)
    {
        if (Channel is not { } channel)
            return RefusalCode.NotEnabled;
        if (Over(id, channel, now) is { } over)
            return over;
        if (asked!.Confirmed)
            return null;
        if ((Unreachable() ?? phone.Lock(now) ?? Sends(now)) is { } no)
            return no;
        sends.Add(now);
        return null;
    }

    public RefusalCode? Answer(string id, string code, Instant now)
    {
        if ((Over(id, VerificationChannel.Sms, now) ?? phone.Lock(now)) is { } no)
            return no;
        if (code.Length != policy.Code.Digits)
            return RefusalCode.CodeMalformed;
        if (code != asked!.Secret)
            return Wrong(policy.Code.WrongTries, RefusalCode.WrongCode, now);
        LetIn();
        return null;
    }

    public RefusalCode? Complete(string id, Instant now)
    {
        if (Over(id, VerificationChannel.AppPush, now) is { } no)
            return no;
        if (!asked!.Confirmed)
            return RefusalCode.SignInUnanswered;
        LetIn();
        return null;
    }

    public RefusalCode? Approve(string id, string number, Instant now)
    {
        if (Over(id, VerificationChannel.AppPush, now) is { } no)
            return no;
        if (asked!.Confirmed)
            return null;
        if (phone.Lock(now) is { } locked)
            return locked;
        if (number != asked.Secret)
            return Wrong(policy.SignIn.NumberTries, RefusalCode.WrongMatchingNumber, now);
        asked.Confirmed = true;
        return null;
    }

    public RefusalCode? Deny(string id, Instant now)
    {
        if (Over(id, VerificationChannel.AppPush, now) is { } no)
            return no;
        asked!.Over = RefusalCode.SignInDenied;
        return null;
    }

    public RefusalCode? UseBackupCode(string code, Instant now)
    {
        if (Channel is null)
            return RefusalCode.NotEnabled;
        if (BackupCodes is not { Count: > 0 } left)
            return RefusalCode.NoBackupCodes;
        if (codes.Lock(now) is { } no)
            return no;
        if (!left.Remove(code))
        {
            codes.Fail(now);
            return RefusalCode.WrongCode;
        }

        codes.Forgive();
        asked = null;
        return null;
    }

    public void Issued(IEnumerable<string> issued) => BackupCodes = [.. issued];

    public void Move(VerificationChannel? channel)
    {
        (Channel, asked) = (channel, null);
        if (channel is null)
            BackupCodes = null;
        else
            sends.Clear();
    }

    public void Doubt() => (InDoubt, asked) = (true, null);

    /// <summary>Staff forgive all failures; where sign-in was locked for good, the number has to be confirmed again.</summary>
    public void Unlock()
    {
        if (phone.IsFinal && !InDoubt)
            Doubt();
        phone.Forgive();
        codes.Forgive();
    }

    private RefusalCode? Unreachable() => Channel is not VerificationChannel.Sms ? null
        : InDoubt ? RefusalCode.ReverificationRequired
        : Stopped ? RefusalCode.DeliveryOptedOut
        : null;

    private bool IsOpen(Instant now) => asked is { Over: null } && now < asked.EndsAt;

    private RefusalCode? Over(string id, VerificationChannel channel, Instant now)
    {
        if (asked is null || asked.Id != id || asked.Channel != channel)
            return RefusalCode.SignInNotOpen;
        return asked.Over ?? (now < asked.EndsAt ? null : RefusalCode.CodeExpired);
    }

    private RefusalCode Wrong(int most, RefusalCode code, Instant now)
    {
        phone.Fail(now);
        if (++asked!.Wrong >= most)
            asked.Over = RefusalCode.CodeExhausted;
        return code;
    }

    private void LetIn()
    {
        phone.Forgive();
        sends.RemoveAll(at => at >= asked!.At);
        asked!.Over = RefusalCode.SignInNotOpen;
    }

    private RefusalCode? Sends(Instant now)
    {
        var counted = sends.Where(at => at > now - policy.Sending.Window).ToList();
        if (counted.Count >= (Channel is VerificationChannel.Sms ? policy.SignIn.Codes : policy.SignIn.Pushes))
            return RefusalCode.SendLimitReached;
        return counted is [.., var last] && now < last + Duration.FromTicks(policy.Sending.ResendWait.TotalTicks * Math.Pow(2, counted.Count - 1)) ? RefusalCode.ResendTooSoon : null;
    }

    /// <summary>Wrong answers in a row, and the locks that they cause.</summary>
    private sealed class Tries(LockRules rules)
    {
        private Instant lockedUntil = Instant.MinValue;

        public int InARow { get; private set; }

        public bool IsFinal => InARow >= rules.FinalFailures;

        public void Fail(Instant now)
        {
            if (++InARow % rules.EveryFailures == 0)
                lockedUntil = now + Duration.FromSeconds(Math.Min(rules.First.TotalSeconds * Math.Pow(2, (InARow / rules.EveryFailures) - 1), rules.Longest.TotalSeconds));
        }

        public void Forgive() => (InARow, lockedUntil) = (0, Instant.MinValue);

        public RefusalCode? Lock(Instant now) => IsFinal ? RefusalCode.LockedUntilUnlock : now < lockedUntil ? RefusalCode.Locked : null;
    }
}
