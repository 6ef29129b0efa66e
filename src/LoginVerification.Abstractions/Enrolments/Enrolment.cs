using NodaTime;

namespace LoginVerification.Engine;

/// <summary>
/// The enrolment of one account: an immutable snapshot that compares by value. It changes only by events
/// (<see cref="EnrolmentEvent"/>), one version each. Thread-safe.
/// </summary>
/// <param name="Account">Whose enrolment it is.</param>
public sealed record Enrolment(AccountId Account)
{
    /// <summary>How many numbers that opted out are kept: the newest, and those that the account holds.</summary>
    public const int MaxOptedOut = 100;

    /// <summary>How many numbers that the account no longer holds are kept, the newest.</summary>
    public const int MaxFormerNumbers = 100;

    /// <summary>How many devices an account can have.</summary>
    public const int MaxDevices = 10;

    /// <summary>How many handled requests are kept.</summary>
    public const int MaxRequests = 16;

    /// <summary>How many events made this snapshot; 0 for an account that never did anything.</summary>
    public long Version { get; init; }

    /// <summary>Names this enrolment, from its first event to its erasure; null before the first event.</summary>
    public EnrolmentId? Id { get; init; }

    /// <summary>When the last event happened; null before the first one. No event is earlier than the one before it, but for <see cref="ClockSetBack"/>.</summary>
    public Instant? ChangedAt { get; init; }

    /// <summary>The verified number, or null.</summary>
    public VerifiedPhone? Phone { get; init; }

    /// <summary>The number that waits for its code, or null. It can stand beside a verified one, which stays in force.</summary>
    public PendingPhone? Pending { get; init; }

    /// <summary>The channel that protects the log-in, or null.</summary>
    public VerificationChannel? ActiveChannel { get; init; }

    /// <summary>Challenges that a newer one put out of force while inside their life: their codes are recognised and refused.</summary>
    public ValueList<Challenge> EarlierChallenges { get; init; } = [];

    /// <summary>The codes sent inside the policy's window, in the order of their sending.</summary>
    public ValueList<SentCode> Sends { get; init; } = [];

    /// <summary>Wrong codes in a row, by purpose and number. Their sum over a purpose is what locks it.</summary>
    public ValueList<WrongCodes> Failures { get; init; } = [];

    /// <summary>Until when codes of a purpose are neither taken nor sent; at most one a purpose.</summary>
    public ValueList<PurposeLock> Locks { get; init; } = [];

    /// <summary>Numbers whose holder asked for no more messages (STOP), oldest first; at most <see cref="MaxOptedOut"/>.</summary>
    public ValueList<OptOut> OptedOut { get; init; } = [];

    /// <summary>Numbers that were texted, or verified, and that the account no longer holds, oldest first; at most <see cref="MaxFormerNumbers"/>.</summary>
    public ValueList<FormerNumber> FormerNumbers { get; init; } = [];

    /// <summary>When a verified number was last removed, or null for never. One that took its place was no removal.</summary>
    public Instant? PhoneRemovedAt { get; init; }

    /// <summary>When a channel was enabled or changed inside the policy's window, oldest first.</summary>
    public ValueList<Instant> ChannelChanges { get; init; } = [];

    /// <summary>Why the newest code did not reach the pending number, or null while nothing is known against it.</summary>
    public DeliveryFailure? CodeDelivery { get; init; }

    /// <summary>The newest notice of each kind that found no independent address and was not acknowledged, oldest first.</summary>
    public ValueList<InAppNotice> InAppNotices { get; init; } = [];

    /// <summary>The newest requests with an idempotency key, oldest first; at most <see cref="MaxRequests"/>.</summary>
    public ValueList<HandledRequest> Requests { get; init; } = [];

    /// <summary>The newest sign-in, or null where none was asked for since what it would be over is in force.</summary>
    public SignIn? SignIn { get; init; }

    /// <summary>The devices that can approve sign-ins, in the order in which they were bound; at most <see cref="MaxDevices"/>.</summary>
    public ValueList<AppDevice> Devices { get; init; } = [];

    /// <summary>How many devices were bound, with those that were removed since. It only grows.</summary>
    public long DevicesBound { get; init; }

    /// <summary>The backup codes that are left, or null where none were issued since protection began.</summary>
    public BackupCodeSet? BackupCodes { get; init; }

    /// <summary>Where the newest sign-in stands, computed from the data.</summary>
    public SignInState SignInState => SignIn is null ? SignInState.None : SignIn.Ended ?? SignInState.Issued;

    /// <summary>Where the enrolment stands, computed from the data.</summary>
    public EnrolmentState State => this switch
    {
        { Phone: not null, ActiveChannel: not null } => EnrolmentState.VerificationEnabled,
        { Phone: not null } => EnrolmentState.PhoneVerified,
        { Pending: not null } => EnrolmentState.PhonePending,
        _ => EnrolmentState.NoPhone,
    };

    /// <summary>Wrong codes in a row for a purpose, over all numbers of the account.</summary>
    /// <param name="purpose">The purpose.</param>
    public int FailureCount(CodePurpose purpose)
    {
        var count = 0;
        foreach (var failure in Failures)
            count += failure.Purpose == purpose ? failure.Count : 0;
        return count;
    }

    /// <summary>The end of the newest lock on a purpose, or null for none.</summary>
    /// <param name="purpose">The purpose.</param>
    public Instant? LockedUntil(CodePurpose purpose)
    {
        foreach (var lockout in Locks)
        {
            if (lockout.Purpose == purpose)
                return lockout.Until;
        }

        return null;
    }

    /// <summary>When the holder of a number asked for no more messages, or null for never.</summary>
    /// <param name="number">The number.</param>
    public Instant? OptedOutAt(PhoneNumber number)
    {
        foreach (var optOut in OptedOut)
        {
            if (optOut.Number == number)
                return optOut.At;
        }

        return null;
    }

    /// <summary>
    /// Whether a STOP from a number stands: its holder opted out, and no code that the owner asked for all the same was sent to it since. What is sent at
    /// sign-in says nothing: a number that opted out gets no such code, and a push goes to no number.
    /// </summary>
    /// <param name="number">The number.</param>
    /// <param name="countFrom">Sends up to this instant say nothing, whether they are forgotten yet or not.</param>
    public bool IsStopped(PhoneNumber number, Instant countFrom)
    {
        if (OptedOutAt(number) is not { } at)
            return false;
        foreach (var sent in Sends)
        {
            if (sent.Purpose is CodePurpose.Enrol && sent.Number == number && sent.At > at && sent.At > countFrom)
                return false;
        }

        return true;
    }

    /// <summary>A device by its id, or null.</summary>
    /// <param name="id">The id.</param>
    public AppDevice? FindDevice(DeviceId id)
    {
        foreach (var device in Devices)
        {
            if (device.Id == id)
                return device;
        }

        return null;
    }

    /// <summary>Whether the account has the number verified or pending, or had it, or texted it: a report on it concerns this account.</summary>
    /// <param name="number">The number.</param>
    public bool Knows(PhoneNumber number)
    {
        if (Holds(number))
            return true;
        foreach (var former in FormerNumbers)
        {
            if (former.Number == number)
                return true;
        }

        return false;
    }

    /// <summary>Whether the account has the number verified or pending.</summary>
    /// <param name="number">The number.</param>
    public bool Holds(PhoneNumber number) => Phone?.Details.Number == number || Pending?.Details.Number == number;

    /// <summary>Whether the account had the number verified, now or before.</summary>
    /// <param name="number">The number.</param>
    public bool HasVerified(PhoneNumber number)
    {
        if (Phone?.Details.Number == number)
            return true;
        foreach (var former in FormerNumbers)
        {
            if (former.WasVerified && former.Number == number)
                return true;
        }

        return false;
    }
}

/// <summary>A number whose holder proved it with a code. Immutable; compares by value.</summary>
/// <param name="Details">The number and what is known of it.</param>
/// <param name="VerifiedAt">When it was proved.</param>
public sealed record VerifiedPhone(PhoneDetails Details, Instant VerifiedAt)
{
    /// <summary>Whether the number was reported recycled, ported or no longer served since: SMS use is refused until it is confirmed again.</summary>
    public bool NeedsReverification { get; init; }
}

/// <summary>A number that waits for its code. Immutable; compares by value.</summary>
/// <param name="Details">The number and what is known of it.</param>
/// <param name="LapsesAt">When it is forgotten unless it is confirmed.</param>
/// <param name="Challenge">The one code that counts.</param>
public sealed record PendingPhone(PhoneDetails Details, Instant LapsesAt, Challenge Challenge);

/// <summary>One code that was sent, for the limits on sending. Immutable; compares by value.</summary>
/// <param name="Purpose">What for.</param>
/// <param name="Number">To which number.</param>
/// <param name="At">When.</param>
public sealed record SentCode(CodePurpose Purpose, PhoneNumber Number, Instant At);

/// <summary>Wrong codes in a row for one purpose and number. Only a match for both, or the host's Unlock, forgives them. Immutable; compares by value.</summary>
/// <param name="Purpose">What the codes were tried for.</param>
/// <param name="Number">The number that the codes were tried for.</param>
/// <param name="Count">How many; at least 1.</param>
public sealed record WrongCodes(CodePurpose Purpose, PhoneNumber Number, int Count);

/// <summary>A lock after wrong codes. Immutable; compares by value.</summary>
/// <param name="Purpose">Which codes are neither taken nor sent.</param>
/// <param name="Until">Until when.</param>
public sealed record PurposeLock(CodePurpose Purpose, Instant Until);

/// <summary>A number whose holder asked for no more messages. Immutable; compares by value.</summary>
/// <param name="Number">The number.</param>
/// <param name="At">When.</param>
public sealed record OptOut(PhoneNumber Number, Instant At);

/// <summary>A number that was texted, or verified, and that the account no longer holds: its holder can still answer STOP. Immutable; compares by value.</summary>
/// <param name="Number">The number.</param>
/// <param name="WasVerified">Whether this account had it verified.</param>
public sealed record FormerNumber(PhoneNumber Number, bool WasVerified);

/// <summary>
/// A request that was carried out under an idempotency key, so that its repetition is answered and not carried out again.
/// It holds no number and no code: both marks are keyed hashes. Immutable; compares by value.
/// </summary>
/// <param name="Mark">The keyed hash of account, command and idempotency key.</param>
/// <param name="Fingerprint">The keyed hash of what the command carried.</param>
/// <param name="KeyId">Which of the host's keys both are under.</param>
/// <param name="Refusal">The counted refusal that was the answer, or null for yes.</param>
/// <param name="At">When.</param>
public sealed record HandledRequest(string Mark, string Fingerprint, string KeyId, RefusalCode? Refusal, Instant At);
