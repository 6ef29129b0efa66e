namespace LoginVerification;

/// <summary>What moving in came to.</summary>
public sealed class MoveInReport
{
    private readonly Dictionary<MoveInOutcome, int> counts = [];
    private readonly List<MovedUser> attention = [];

    internal MoveInReport() { }

    /// <summary>Those whom somebody has to look at: refused, or left without a second factor that Identity says they have. They cannot sign in until then.</summary>
    public IReadOnlyList<MovedUser> Attention => attention;

    /// <summary>How many users came to an outcome.</summary>
    /// <param name="outcome">The outcome.</param>
    public int Count(MoveInOutcome outcome) => counts.GetValueOrDefault(outcome);

    /// <summary>The counts in words.</summary>
    public override string ToString() => string.Join(", ", Enum.GetValues<MoveInOutcome>().Select(outcome => $"{outcome} {Count(outcome)}"));

    internal void Add(MovedUser user)
    {
        counts[user.Outcome] = Count(user.Outcome) + 1;
        if (user.NeedsAttention)
            attention.Add(user);
    }
}

/// <summary>What became of one user. Immutable; compares by value.</summary>
/// <param name="Account">The user.</param>
/// <param name="Outcome">What became of them.</param>
public sealed record MovedUser(AccountId Account, MoveInOutcome Outcome)
{
    /// <summary>The channel that was enabled; null where none was.</summary>
    public VerificationChannel? Enabled { get; init; }

    /// <summary>Why the number was refused, or null.</summary>
    public Refusal? Refusal { get; init; }

    /// <summary>Whether a second factor that the user had did not come along, so that somebody has to look.</summary>
    public bool NeedsAttention => Outcome is MoveInOutcome.Refused or MoveInOutcome.Unprotected;
}

/// <summary>What became of a user.</summary>
public enum MoveInOutcome
{
    /// <summary>The number was moved in.</summary>
    Moved,

    /// <summary>The enrolment has a verified number already. Identity's columns were brought up to date.</summary>
    AlreadyThere,

    /// <summary>The number was refused: the reason is there. Where it was the second factor, sign-in is refused until somebody looks.</summary>
    Refused,

    /// <summary>There is no confirmed number, and no second factor is on.</summary>
    NothingToMove,

    /// <summary>A second factor is on and no number is confirmed: an authenticator app, or an e-mail address, goes on as Identity's own.</summary>
    LeftToIdentity,

    /// <summary>A second factor is on and there is none: Identity let the password alone sign in. From now on sign-in is refused, until staff turn it off or the user is helped.</summary>
    Unprotected,
}
