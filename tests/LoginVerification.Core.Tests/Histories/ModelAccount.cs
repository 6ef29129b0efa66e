using NodaTime;

namespace LoginVerification.Tests;

/// <summary>An account as the design's text has it. It shares no rule with the code under test.</summary>
internal sealed class ModelAccount
{
    private static readonly Duration Window = Duration.FromHours(24);
    private static readonly Duration ShortestWait = Duration.FromSeconds(30);
    private static readonly Duration LongestLock = Duration.FromHours(1);

    public string? Verified { get; set; }

    /// <summary>Reported recycled, ported or no longer served.</summary>
    public bool IsInDoubt { get; set; }

    public string? Pending { get; set; }

    public string? PendingCarrier { get; set; }

    public Instant LapsesAt { get; set; }

    public ModelCode? Code { get; set; }

    public VerificationChannel? Channel { get; set; }

    public bool HasDevice { get; set; }

    public bool HasAddress { get; init; }

    public Instant? LockedUntil { get; set; }

    public int AppNotices { get; set; }

    /// <summary>Every code that the account ever got.</summary>
    public List<ModelCode> Codes { get; } = [];

    public Dictionary<string, int> Failures { get; } = [];

    public HashSet<string> OptedOut { get; } = [];

    public List<(string Number, Instant At)> Sends { get; } = [];

    public int FailureCount => Failures.Values.Sum();

    public EnrolmentState State => (Verified, Channel, Pending) switch
    {
        (not null, not null, _) => EnrolmentState.VerificationEnabled,
        (not null, null, _) => EnrolmentState.PhoneVerified,
        (null, _, not null) => EnrolmentState.PhonePending,
        _ => EnrolmentState.NoPhone,
    };

    public void Submit(string number, string code, Instant now)
    {
        if (Pending != number)
            LapsesAt = now + Window;
        Supersede(now);
        Pending = number;
        Code = new ModelCode(number, code, now, LapsesAt);
        Codes.Add(Code);
        Sends.RemoveAll(sent => sent.At <= now - Window);
        Sends.Add((number, now));
    }

    public void ForgetPending(Instant now)
    {
        Supersede(now);
        Pending = null;
        Code = null;
    }

    public void Match(Instant now)
    {
        ForgetDeadCodes(now);
        Code!.IsUsed = true;
        (Verified, IsInDoubt) = (Pending, false);
        Failures.Remove(Verified!);
        OptedOut.Remove(Verified!);
        (Pending, Code) = (null, null);
    }

    public void Fail(Instant now)
    {
        Code!.WrongTries++;
        Failures[Pending!] = Failures.GetValueOrDefault(Pending!) + 1;
        if (FailureCount % 5 == 0)
            LockedUntil = now + Doubled(ShortestWait, FailureCount / 5 - 1, LongestLock);
    }

    public RefusalCode? Lock(Instant now) =>
        FailureCount >= 100 ? RefusalCode.LockedUntilUnlock
        : now < LockedUntil ? RefusalCode.Locked
        : null;

    public Instant? WaitEnds(string number, Instant now)
    {
        var sent = Sends.Where(sent => sent.Number == number && sent.At > now - Window).ToArray();
        return sent.Length == 0 ? null : sent.Max(code => code.At) + Doubled(ShortestWait, sent.Length - 1, Window);
    }

    public IEnumerable<RefusalCode> SendObstacles(string number, Instant now)
    {
        var inWindow = Sends.Where(sent => sent.At > now - Window).ToArray();
        if (inWindow.Length >= 20 || inWindow.Count(sent => sent.Number == number) >= 5)
            yield return RefusalCode.SendLimitReached;
        if (now < WaitEnds(number, now))
            yield return RefusalCode.ResendTooSoon;
    }

    public RefusalCode? ChannelObstacle(VerificationChannel channel) => channel switch
    {
        LoginVerification.VerificationChannel.AppPush => HasDevice ? null : RefusalCode.DeviceNotRegistered,
        _ => IsInDoubt ? RefusalCode.ReverificationRequired
            : Verified is not null && OptedOut.Contains(Verified) ? RefusalCode.DeliveryOptedOut
            : null,
    };

    public LoginRequirement Login() => Channel is not { } channel
        ? new LoginRequirement.PasswordOnly()
        : ChannelObstacle(channel) switch
        {
            RefusalCode.DeviceNotRegistered => new LoginRequirement.Blocked(BlockReason.DeviceNotRegistered),
            RefusalCode.ReverificationRequired => new LoginRequirement.Blocked(BlockReason.ReverificationRequired),
            RefusalCode.DeliveryOptedOut => new LoginRequirement.Blocked(BlockReason.DeliveryOptedOut),
            _ => new LoginRequirement.Verify(channel),
        };

    /// <summary>What the snapshot has otherwise, in words.</summary>
    public IEnumerable<string> DifferencesTo(Enrolment enrolment)
    {
        var mine = new
        {
            State,
            Verified,
            IsInDoubt,
            Pending,
            LapsesAt = Pending is null ? (Instant?)null : LapsesAt,
            CodeDiesAt = Code?.ExpiresAt,
            Tries = Code?.WrongTries,
            Channel,
            Failures = Listed(Failures.Select(failure => $"{failure.Key}×{failure.Value}")),
            LockedUntil,
            Sends = Listed(Sends.Select(sent => $"{sent.Number}@{sent.At}")),
            OptedOut = Listed(OptedOut),
            AppNotices = Math.Min(AppNotices, 10),
        };
        var stored = new
        {
            enrolment.State,
            Verified = enrolment.Phone?.Details.Number.E164,
            IsInDoubt = enrolment.Phone is { NeedsReverification: true },
            Pending = enrolment.Pending?.Details.Number.E164,
            enrolment.Pending?.LapsesAt,
            CodeDiesAt = enrolment.Pending?.Challenge.ExpiresAt,
            Tries = enrolment.Pending?.Challenge.WrongTries,
            Channel = enrolment.ActiveChannel,
            Failures = Listed(enrolment.Failures.Select(failure => $"{failure.Number.E164}×{failure.Count}")),
            LockedUntil = enrolment.LockedUntil(CodePurpose.Enrol),
            Sends = Listed(enrolment.Sends.Select(sent => $"{sent.Number.E164}@{sent.At}")),
            OptedOut = Listed(enrolment.OptedOut.Select(optOut => optOut.Number.E164)),
            AppNotices = enrolment.InAppNotices.Count,
        };
        return mine.ToString() == stored.ToString() ? [] : [$"the model has {mine},\n    stored is     {stored}"];
    }

    private void Supersede(Instant now)
    {
        Code?.IsSuperseded = true;
        ForgetDeadCodes(now);
    }

    private void ForgetDeadCodes(Instant now)
    {
        foreach (var code in Codes.Where(code => code.ExpiresAt <= now))
            code.IsForgotten = true;
    }

    private static Duration Doubled(Duration first, int times, Duration longest) =>
        Enumerable.Repeat(2, times).Aggregate(first, (wait, factor) => Duration.Min(wait * factor, longest));

    private static string Listed(IEnumerable<string> items) => string.Join(" ", items.Order(StringComparer.Ordinal));
}
