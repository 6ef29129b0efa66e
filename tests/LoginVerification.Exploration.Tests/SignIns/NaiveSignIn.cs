namespace LoginVerification.Exploration.Tests.SignIns;

/// <summary>A sign-in as one would note it down on paper. It knows nothing of the snapshot.</summary>
/// <param name="AskedBy">Over what the owner is asked; null where nothing protects.</param>
/// <param name="Number">What is known against the number.</param>
/// <param name="Bound">Whether the app on the owner's phone is bound.</param>
/// <param name="Question">Whether somebody waits to come in.</param>
/// <param name="Wrong">Wrong answers to this question.</param>
/// <param name="Earlier">Messages inside the window that were not for this question.</param>
/// <param name="Own">Messages for this question.</param>
/// <param name="Waits">Whether the next message has to wait.</param>
/// <param name="Answers">Wrong answers in a row, and whether they lock.</param>
/// <param name="Papers">Backup codes that are left.</param>
/// <param name="PaperAnswers">Wrong backup codes in a row, and whether they lock.</param>
internal sealed record NaiveSignIn(
    NaiveAsked? AskedBy,
    NaiveStanding Number,
    bool Bound,
    NaiveQuestion Question,
    int Wrong,
    int Earlier,
    int Own,
    bool Waits,
    NaiveFailures Answers,
    int Papers,
    NaiveFailures PaperAnswers)
{
    public static NaiveSignIn Start { get; } =
        new(null, NaiveStanding.Good, false, NaiveQuestion.None, 0, 0, 0, false, NaiveFailures.None, 0, NaiveFailures.None);

    public int Sent => Earlier + Own;

    /// <summary>The question is over. What was sent for it stays counted.</summary>
    public NaiveSignIn Over() => this with { Question = NaiveQuestion.None, Wrong = 0, Earlier = Sent, Own = 0 };

    /// <summary>Nothing protects any more: the question goes, and the backup codes with it. Failures stay, so that nobody gets rid of them that way.</summary>
    public NaiveSignIn Unprotected() => Over() with { AskedBy = null, Papers = 0 };
}

/// <summary>Wrong answers in a row, and whether they lock now.</summary>
internal readonly record struct NaiveFailures(int Count, bool Lock)
{
    public static NaiveFailures None => default;
}

internal enum NaiveAsked
{
    Sms,
    App,
}

internal enum NaiveQuestion
{
    None,
    Open,
    SaidYes,
}

/// <summary>What is known against the number. That its holder changed is told before that its holder wants no messages.</summary>
internal enum NaiveStanding
{
    Good,
    Stopped,
    ChangedHands,
}
