using NodaTime;

namespace LoginVerification.Engine;

/// <summary>
/// The enrolment of one account: an immutable snapshot that compares by value. It changes only by events
/// (<see cref="EnrolmentEvent"/>), one version each. Thread-safe.
/// </summary>
/// <param name="Account">Whose enrolment it is.</param>
public sealed record Enrolment(AccountId Account)
{
    /// <summary>How many in-app notices are kept.</summary>
    public const int MaxInAppNotices = 10;

    /// <summary>How many numbers that opted out are kept, the newest.</summary>
    public const int MaxOptedOut = 100;

    /// <summary>How many handled requests are kept.</summary>
    public const int MaxRequests = 16;

    /// <summary>How many events made this snapshot; 0 for an account that never did anything.</summary>
    public long Version { get; init; }

    /// <summary>The verified number, or null.</summary>
    public VerifiedPhone? Phone { get; init; }

    /// <summary>The number that waits for its code, or null. It can stand beside a verified one, which stays in force.</summary>
    public PendingPhone? Pending { get; init; }

    /// <summary>The channel that protects the log-in, or null.</summary>
    public VerificationChannel? ActiveChannel { get; init; }

    /// <summary>Challenges that a newer one put out of force while inside their life: their codes are recognised and refused.</summary>
    public ValueList<Challenge> EarlierChallenges { get; init; } = [];

    /// <summary>The codes sent inside the policy's window, oldest first.</summary>
    public ValueList<SentCode> Sends { get; init; } = [];

    /// <summary>Wrong codes in a row, by the number that they were tried for. Their sum is what locks.</summary>
    public ValueList<WrongCodes> Failures { get; init; } = [];

    /// <summary>Until when codes are neither taken nor sent, or null.</summary>
    public Instant? LockedUntil { get; init; }

    /// <summary>Numbers whose owner asked for no more messages (STOP); at most <see cref="MaxOptedOut"/>.</summary>
    public ValueList<PhoneNumber> OptedOut { get; init; } = [];

    /// <summary>The newest notices that found no independent address, oldest first; at most <see cref="MaxInAppNotices"/>.</summary>
    public ValueList<InAppNotice> InAppNotices { get; init; } = [];

    /// <summary>The newest requests with an idempotency key, oldest first; at most <see cref="MaxRequests"/>.</summary>
    public ValueList<HandledRequest> Requests { get; init; } = [];

    /// <summary>Where the enrolment stands, computed from the data.</summary>
    public EnrolmentState State => this switch
    {
        { Phone: not null, ActiveChannel: not null } => EnrolmentState.VerificationEnabled,
        { Phone: not null } => EnrolmentState.PhoneVerified,
        { Pending: not null } => EnrolmentState.PhonePending,
        _ => EnrolmentState.NoPhone,
    };

    /// <summary>Wrong codes in a row over all numbers of the account.</summary>
    public int FailureCount
    {
        get
        {
            var count = 0;
            foreach (var failure in Failures)
                count += failure.Count;
            return count;
        }
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
/// <param name="Number">To which number.</param>
/// <param name="At">When.</param>
public sealed record SentCode(PhoneNumber Number, Instant At);

/// <summary>Wrong codes in a row for one number. Only a match on that number, or the host's Unlock, forgives them. Immutable; compares by value.</summary>
/// <param name="Number">The number that the codes were tried for.</param>
/// <param name="Count">How many; at least 1.</param>
public sealed record WrongCodes(PhoneNumber Number, int Count);

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
