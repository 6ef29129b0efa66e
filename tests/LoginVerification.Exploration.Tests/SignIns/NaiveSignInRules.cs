using static LoginVerification.RefusalCode;

namespace LoginVerification.Exploration.Tests.SignIns;

/// <summary>
/// What the design says of sign-ins, written down once more as rules on notes, one line an input, without any of the service's code.
/// Where it is silent, what is here is what the page of the command says.
/// </summary>
internal sealed record NaiveSignInRules
{
    public int MostSends { get; init; } = 2;

    public int CodeTries { get; init; } = 1;

    public int NumberTries { get; init; } = 1;

    public int EveryFailures { get; init; } = 1;

    public int FinalFailures { get; init; } = 2;

    public bool ResendMakesNewCode { get; init; }

    public bool StopRemovesPhone { get; init; }

    public bool DoubtDisables { get; init; }

    public NaiveAnswer Answer(NaiveSignIn s, string input) => input switch
    {
        "BeginSignIn" => Begin(s, sameBrowser: false, heldBack: false, keyIsThere: true),
        "BeginSignIn, the same browser" => Begin(s, sameBrowser: true, heldBack: false, keyIsThere: true),
        "BeginSignIn, sends held back" or "BeginSignIn, risk too high" => Begin(s, sameBrowser: false, heldBack: true, keyIsThere: true),
        "BeginSignIn, the code's key retired" => Begin(s, sameBrowser: false, heldBack: false, keyIsThere: false),
        "ResendSignIn" => Resend(s),
        "ResendSignIn, another challenge" => No(s, s.AskedBy is null ? NotEnabled : SignInNotOpen),
        "AnswerSignIn, the right code" => Code(s, () => new NaiveAnswer(LetIn(s), LetsIn: true)),
        "AnswerSignIn, a wrong code" => Code(s, () => new NaiveAnswer(WrongAnswer(s, CodeTries), WrongCode)),
        "AnswerSignIn, a malformed code" => Code(s, () => No(s, CodeMalformed)),
        "AnswerSignIn, another challenge" or "CompleteSignIn, another challenge" => No(s, SignInNotOpen),
        "CompleteSignIn" => IsAsked(s, NaiveAsked.App) is { } no ? No(s, no) : s.Question is NaiveQuestion.SaidYes ? new NaiveAnswer(LetIn(s), LetsIn: true) : No(s, SignInUnanswered),
        "UseBackupCode, a right one" => Paper(s, () => new NaiveAnswer(s.Over() with { Papers = s.Papers - 1, PaperAnswers = NaiveFailures.None }, LetsIn: true)),
        "UseBackupCode, a wrong one" => Paper(s, () => new NaiveAnswer(s with { PaperAnswers = OneMore(s.PaperAnswers) }, WrongCode)),
        "AnswerPrompt, yes with the right number" => Yes(s, () => new NaiveAnswer(s with { Question = NaiveQuestion.SaidYes })),
        "AnswerPrompt, yes with a wrong number" => Yes(s, () => new NaiveAnswer(WrongAnswer(s, NumberTries), WrongMatchingNumber)),
        "AnswerPrompt, yes without a valid signature" => No(s, s.Bound ? SignatureInvalid : DeviceUnknown),
        "AnswerPrompt, yes of another device" => No(s, DeviceUnknown),
        "AnswerPrompt, no" => IsPrompted(s) is { } no ? No(s, no) : new NaiveAnswer(s.Over()),
        "BindDevice" => s.Bound ? No(s, DeviceAlreadyBound) : new NaiveAnswer(s with { Bound = true }),
        "RemoveDevice" => !s.Bound ? No(s, DeviceUnknown) : s.AskedBy is NaiveAsked.App ? No(s, DeviceProtectsLogin) : new NaiveAnswer(s with { Bound = false }),
        "IssueBackupCodes" => s.AskedBy is null ? No(s, NotEnabled) : new NaiveAnswer(s with { Papers = 1 }),
        "EnableVerification Sms" => Enable(s, NaiveAsked.Sms),
        "EnableVerification AppPush" => Enable(s, NaiveAsked.App),
        "ChangeChannel Sms" => Change(s, NaiveAsked.Sms),
        "ChangeChannel AppPush" => Change(s, NaiveAsked.App),
        "DisableVerification" or "DisableVerification by staff" => s.AskedBy is null ? No(s, NotEnabled) : new NaiveAnswer(s.Unprotected()),
        "OptOutOfDelivery" => Stop(s),
        "InvalidatePhone" => s.Number is NaiveStanding.ChangedHands ? No(s, AlreadyKnown) : new NaiveAnswer(InDoubt(DoubtDisables ? s.Unprotected() : s)),
        "RestoreDelivery" => s.Number is NaiveStanding.Stopped ? new NaiveAnswer(s with { Number = NaiveStanding.Good }) : No(s, AlreadyKnown),
        "Unlock" => Unlock(s),
        "ChallengeLife over" => new NaiveAnswer(s.Over()),
        "ResendWait over" => new NaiveAnswer(s with { Waits = false }),
        "Lock over" => new NaiveAnswer(s with { Answers = Unlocked(s.Answers) }),
        "CodesLock over" => new NaiveAnswer(s with { PaperAnswers = Unlocked(s.PaperAnswers) }),
        "SendWindow over" => new NaiveAnswer(Forgotten(s)),
        _ => throw new ArgumentOutOfRangeException(nameof(input), input, "The rules on paper have no such input."),
    };

    /// <summary>Section 10: a challenge or a block, and for a protected account never "skip". The code that is alive stays; a push is its browser's alone.</summary>
    private NaiveAnswer Begin(NaiveSignIn s, bool sameBrowser, bool heldBack, bool keyIsThere)
    {
        if (s.AskedBy is null)
            return No(s, NotEnabled);
        if ((Unreachable(s, s.AskedBy.Value) ?? LockOf(s.Answers)) is { } no)
            return No(s, no);
        if (s.Question is not NaiveQuestion.None && keyIsThere && (s.AskedBy is NaiveAsked.Sms || sameBrowser))
            return new NaiveAnswer(s);
        return (NoMessage(s) ?? (heldBack && s.AskedBy is NaiveAsked.Sms ? SendsHeldBack : null)) is { } notNow
            ? No(s, notNow)
            : new NaiveAnswer(s.Over() with { Question = NaiveQuestion.Open, Own = 1, Waits = true });
    }

    private NaiveAnswer Resend(NaiveSignIn s)
    {
        if (s.AskedBy is null)
            return No(s, NotEnabled);
        if (IsAsked(s, s.AskedBy.Value) is { } closed)
            return No(s, closed);
        if (s.Question is NaiveQuestion.SaidYes)
            return new NaiveAnswer(s);
        if ((Unreachable(s, s.AskedBy.Value) ?? LockOf(s.Answers) ?? NoMessage(s)) is { } no)
            return No(s, no);
        return new NaiveAnswer(s.AskedBy is NaiveAsked.Sms && ResendMakesNewCode
            ? s.Over() with { Question = NaiveQuestion.Open, Own = 1, Waits = true }
            : s with { Own = s.Own + 1, Waits = true });
    }

    private NaiveAnswer Code(NaiveSignIn s, Func<NaiveAnswer> then) => (IsAsked(s, NaiveAsked.Sms) ?? LockOf(s.Answers)) is { } no ? No(s, no) : then();

    private NaiveAnswer Paper(NaiveSignIn s, Func<NaiveAnswer> then) =>
        s.AskedBy is null ? No(s, NotEnabled) : s.Papers == 0 ? No(s, NoBackupCodes) : LockOf(s.PaperAnswers) is { } no ? No(s, no) : then();

    /// <summary>A second yes changes nothing.</summary>
    private NaiveAnswer Yes(NaiveSignIn s, Func<NaiveAnswer> then) =>
        IsPrompted(s) is { } no ? No(s, no)
        : s.Question is NaiveQuestion.SaidYes ? new NaiveAnswer(s)
        : LockOf(s.Answers) is { } locked ? No(s, locked)
        : then();

    /// <summary>Pushes have a limit of their own: with a channel its count begins.</summary>
    private static NaiveAnswer Enable(NaiveSignIn s, NaiveAsked by) =>
        s.AskedBy is not null ? No(s, AlreadyEnabled) : Unreachable(s, by) is { } no ? No(s, no) : new NaiveAnswer(s with { AskedBy = by, Earlier = 0, Waits = false });

    /// <summary>What was asked over the other channel is asked no more.</summary>
    private static NaiveAnswer Change(NaiveSignIn s, NaiveAsked by) =>
        s.AskedBy is null ? No(s, NotEnabled) : s.AskedBy == by ? No(s, ChannelAlreadyActive) : Unreachable(s, by) is { } no ? No(s, no) : new NaiveAnswer(s.Over() with { AskedBy = by, Earlier = 0, Waits = false });

    /// <summary>By default a STOP ends delivery and nothing else. Where it removes the phone, the next number is one that nothing is known against.</summary>
    private NaiveAnswer Stop(NaiveSignIn s) =>
        StopRemovesPhone ? new NaiveAnswer((s.AskedBy is null ? s : s.Unprotected()) with { Number = NaiveStanding.Good })
        : s.Number is NaiveStanding.Stopped ? No(s, AlreadyKnown)
        : new NaiveAnswer(s.Number is NaiveStanding.Good ? s with { Number = NaiveStanding.Stopped } : s);

    /// <summary>Section 5: Unlock clears all failures, and at the last one of sign-in the phone has to be confirmed again.</summary>
    private NaiveAnswer Unlock(NaiveSignIn s)
    {
        if (s.Answers.Count == 0 && s.PaperAnswers.Count == 0)
            return No(s, NotLocked);
        var unlocked = s with { Answers = NaiveFailures.None, PaperAnswers = NaiveFailures.None };
        return new NaiveAnswer(s.Answers.Count >= FinalFailures && s.Number is not NaiveStanding.ChangedHands ? InDoubt(unlocked) : unlocked);
    }

    private static NaiveSignIn InDoubt(NaiveSignIn s) => s.Over() with { Number = NaiveStanding.ChangedHands };

    /// <summary>A success forgives, and gives back what it took: its messages and their wait. The wait for the earlier ones was over before these left.</summary>
    private static NaiveSignIn LetIn(NaiveSignIn s) => s with { Question = NaiveQuestion.None, Wrong = 0, Own = 0, Waits = false, Answers = NaiveFailures.None };

    private NaiveSignIn WrongAnswer(NaiveSignIn s, int tries)
    {
        var counted = s with { Wrong = s.Wrong + 1, Answers = OneMore(s.Answers) };
        return counted.Wrong == tries ? counted.Over() : counted;
    }

    /// <summary>One more in a row: every so many lock for a while, the last one until the host unlocks.</summary>
    private NaiveFailures OneMore(NaiveFailures before)
    {
        var count = before.Count + 1;
        return new NaiveFailures(count, count % EveryFailures == 0 || count >= FinalFailures);
    }

    private NaiveFailures Unlocked(NaiveFailures failures) => failures.Count >= FinalFailures ? failures : failures with { Lock = false };

    private RefusalCode? LockOf(NaiveFailures failures) => failures.Count >= FinalFailures ? LockedUntilUnlock : failures.Lock ? Locked : null;

    private RefusalCode? NoMessage(NaiveSignIn s) => s.Sent >= MostSends ? SendLimitReached : s.Waits ? ResendTooSoon : null;

    private static RefusalCode? Unreachable(NaiveSignIn s, NaiveAsked by) => by is NaiveAsked.App
        ? s.Bound ? null : DeviceNotRegistered
        : s.Number switch { NaiveStanding.ChangedHands => ReverificationRequired, NaiveStanding.Stopped => RefusalCode.DeliveryOptedOut, _ => null };

    private static RefusalCode? IsAsked(NaiveSignIn s, NaiveAsked by) => s.Question is not NaiveQuestion.None && s.AskedBy == by ? null : SignInNotOpen;

    private static RefusalCode? IsPrompted(NaiveSignIn s) => s.Bound ? IsAsked(s, NaiveAsked.App) : DeviceUnknown;

    /// <summary>The oldest message leaves the window: never one of the question, which lives far shorter, nor one that still keeps others waiting.</summary>
    private static NaiveSignIn Forgotten(NaiveSignIn s) => s.Earlier == 0 || (s.Waits && s.Sent == 1) ? s : s with { Earlier = s.Earlier - 1 };

    private static NaiveAnswer No(NaiveSignIn s, RefusalCode code) => new(s, code);
}
