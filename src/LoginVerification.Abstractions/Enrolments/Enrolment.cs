using NodaTime;

namespace LoginVerification;

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
