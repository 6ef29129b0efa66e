using NodaTime;

namespace LoginVerification.Tests;

/// <summary>An account as the design's text has it. It shares no rule with the code under test.</summary>
internal sealed class ModelAccount
{
    public static readonly Duration Window = Duration.FromHours(24);
    private static readonly Duration ShortestWait = Duration.FromSeconds(30);
    private static readonly Duration LongestLock = Duration.FromHours(1);

    public string? Verified { get; set; }

    /// <summary>Reported recycled, ported or no longer served.</summary>
    public bool IsInDoubt { get; set; }

    public string? Pending { get; set; }

    public string? PendingCarrier { get; set; }

    public Instant LapsesAt { get; set; }

    public ModelCode? Code { get; set; }

    /// <summary>The gateway will not deliver the newest code.</summary>
    public bool CodeIsLost { get; set; }

    public VerificationChannel? Channel { get; set; }

    public bool HasDevice { get; set; }

    public bool HasAddress { get; init; }

    public Instant? LockedUntil { get; set; }

    /// <summary>When a verified number was last removed.</summary>
    public Instant? RemovedAt { get; set; }

    /// <summary>When something happened last.</summary>
    public Instant? ChangedAt { get; set; }

    /// <summary>The newest of each kind that nobody acknowledged.</summary>
    public Dictionary<NoticeKind, Instant> AppNotices { get; } = [];

    /// <summary>Every code that the account ever got.</summary>
    public List<ModelCode> Codes { get; } = [];

    public Dictionary<string, int> Failures { get; } = [];

    /// <summary>Since when a number's holder wants no messages.</summary>
    public Dictionary<string, Instant> OptedOut { get; } = [];

    /// <summary>The numbers that were texted or verified and given up, and whether they were verified.</summary>
    public Dictionary<string, bool> Former { get; } = [];

    public List<(string Number, Instant At)> Sends { get; } = [];

    public List<Instant> ChannelChanges { get; } = [];

    public int FailureCount => Failures.Values.Sum();

    public EnrolmentState State => (Verified, Channel, Pending) switch
    {
        (not null, not null, _) => EnrolmentState.VerificationEnabled,
        (not null, null, _) => EnrolmentState.PhoneVerified,
        (null, _, not null) => EnrolmentState.PhonePending,
        _ => EnrolmentState.NoPhone,
    };

    /// <summary>Whether this account ever texted the number, or had it.</summary>
    public bool Knows(string number) => Verified == number || Pending == number || Former.ContainsKey(number);

    public bool HasProved(string number) => Verified == number || Former.GetValueOrDefault(number);

    /// <summary>The code that a resend repeats: a living one that can still be given.</summary>
    public ModelCode? Repeatable(Instant now) => Code is { WrongTries: < 5 } code && code.IsInsideItsLife(now) ? code : null;

    /// <param name="number">What becomes pending, or stays so.</param>
    /// <param name="code">The code that was sent.</param>
    /// <param name="repeats">Whether it is the code that was sent before.</param>
    /// <param name="now">When.</param>
    public void Submit(string number, string code, bool repeats, Instant now)
    {
        if (Pending != number)
            LapsesAt = now + Window;
        if (Pending is not null && Pending != number)
            Former[Pending] = HasProved(Pending);
        if (repeats)
        {
            ForgetDeadCodes(now);
            Code!.Text = code.Length > 0 ? code : Code.Text;
        }
        else
        {
            Supersede(now);
            Code = new ModelCode(number, code, now, LapsesAt);
            Codes.Add(Code);
        }

        Pending = number;
        CodeIsLost = false;
        Sends.RemoveAll(sent => sent.At <= now - Window);
        Sends.Add((number, now));
    }

    public void GiveUpPending(Instant now)
    {
        Supersede(now);
        Former[Pending!] = HasProved(Pending!);
        (Pending, Code, CodeIsLost) = (null, null, false);
    }

    public void Match(Instant now)
    {
        ForgetDeadCodes(now);
        Code!.IsUsed = true;
        if (Verified is not null && Verified != Pending)
            Former[Verified] = true;
        (Verified, IsInDoubt) = (Pending, false);
        Failures.Remove(Verified!);
        if (FailureCount == 0)
            LockedUntil = null;
        OptedOut.Remove(Verified!);
        (Pending, Code, CodeIsLost) = (null, null, false);
    }

    public void Remove(Instant now)
    {
        RemovedAt = now;
        Former[Verified!] = true;
        (Verified, IsInDoubt) = (null, false);
    }

    public void Fail(Instant now)
    {
        Code!.WrongTries++;
        Failures[Pending!] = Failures.GetValueOrDefault(Pending!) + 1;
        if (FailureCount % 5 == 0)
            LockedUntil = now + Doubled(ShortestWait, FailureCount / 5 - 1, LongestLock);
    }

    public void SwitchTo(VerificationChannel channel, Instant now)
    {
        Channel = channel;
        ChannelChanges.RemoveAll(at => at <= now - Window);
        ChannelChanges.Add(now);
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

    public RefusalCode? ChangeObstacle(Instant now) =>
        ChannelChanges.Count(at => at > now - Window) >= HistoryPolicies.MostChannelChanges ? RefusalCode.ChangedTooOften : null;

    /// <summary>Where a number is verified again, the wait is over: staff moved it in.</summary>
    public RefusalCode? CoolDownObstacle(Instant now) => Verified is null && now - RemovedAt < HistoryPolicies.CoolDown ? RefusalCode.CoolingDown : null;

    public RefusalCode? ChannelObstacle(VerificationChannel channel) => channel switch
    {
        VerificationChannel.AppPush => HasDevice ? null : RefusalCode.DeviceNotRegistered,
        _ => IsInDoubt ? RefusalCode.ReverificationRequired
            : Verified is not null && OptedOut.ContainsKey(Verified) ? RefusalCode.DeliveryOptedOut
            // Nobody owns it, and the sender rings real phones.
            : Verified == TestNumbers.Reserved ? RefusalCode.NumberReserved
            : null,
    };

    public LoginRequirement Login() => Channel is not { } channel
        ? new LoginRequirement.PasswordOnly()
        : ChannelObstacle(channel) switch
        {
            RefusalCode.DeviceNotRegistered => new LoginRequirement.Blocked(BlockReason.DeviceNotRegistered),
            RefusalCode.ReverificationRequired => new LoginRequirement.Blocked(BlockReason.ReverificationRequired),
            RefusalCode.DeliveryOptedOut => new LoginRequirement.Blocked(BlockReason.DeliveryOptedOut),
            RefusalCode.NumberReserved => new LoginRequirement.Blocked(BlockReason.NumberReserved),
            _ => new LoginRequirement.Verify(channel),
        };

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
}
