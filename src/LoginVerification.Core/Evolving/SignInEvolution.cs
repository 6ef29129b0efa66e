using System.Diagnostics;
using NodaTime;

namespace LoginVerification.Engine;

/// <summary>What the events of sign-ins and backup codes change, beside the version.</summary>
internal static class SignInEvolution
{
    /// <param name="next">The snapshot, with the version after the event.</param>
    /// <param name="happened">The event.</param>
    public static Enrolment Change(Enrolment next, EnrolmentEvent happened) => happened switch
    {
        SignInBegun e => next with { SignIn = e.SignIn, Sends = Sends(next, e.SignIn.Challenge.Number, e, e.SendsCountFrom) },
        SignInResent e => next with { SignIn = next.SignIn! with { Delivery = null }, Sends = Sends(next, next.SignIn!.Challenge.Number, e, e.SendsCountFrom) },
        SignInMismatched e => Failed(next with { SignIn = Tried(next.SignIn!) }, CodePurpose.SignIn, e.LockedUntil),
        SignInExhausted => next with { SignIn = next.SignIn! with { Ended = SignInState.Exhausted } },
        SignInConfirmed e => next with { SignIn = next.SignIn! with { ConfirmedBy = e.Device } },
        SignInApproved => Forgiven(next, CodePurpose.SignIn) with { SignIn = next.SignIn! with { Ended = SignInState.Approved }, Sends = Unanswered(next, next.SignIn.Challenge) },
        SignInDenied => next with { SignIn = next.SignIn! with { Ended = SignInState.Denied } },
        SignInExpired => next with { SignIn = next.SignIn! with { Ended = SignInState.Expired } },
        BackupCodesIssued e => next with { BackupCodes = e.Codes },
        BackupCodeUsed e => Forgiven(next, CodePurpose.BackupCode) with { SignIn = null, BackupCodes = Without(next.BackupCodes!, e.Number) },
        BackupCodeMismatched e => Failed(next, CodePurpose.BackupCode, e.LockedUntil),
        _ => throw new UnreachableException(),
    };

    private static SignIn Tried(SignIn signIn) => signIn with { Challenge = signIn.Challenge with { WrongTries = signIn.Challenge.WrongTries + 1 } };

    private static ValueList<SentCode> Sends(Enrolment next, PhoneNumber number, EnrolmentEvent happened, Instant countFrom) =>
        Books.Sent(next.Sends, new SentCode(CodePurpose.SignIn, number, happened.Origin.At), countFrom);

    /// <summary>They are counted for the number that is verified, as all are; what forgives them forgives all of the purpose.</summary>
    private static Enrolment Failed(Enrolment next, CodePurpose purpose, Instant? lockedUntil) => next with
    {
        Failures = Books.Counted(next.Failures, purpose, next.Phone!.Details.Number),
        Locks = Books.Locked(next.Locks, purpose, lockedUntil),
    };

    /// <summary>Success shows that it was the owner, who alone can answer: failures of the purpose are forgiven, whatever number they were on.</summary>
    private static Enrolment Forgiven(Enrolment next, CodePurpose purpose) => next with
    {
        Failures = Books.Without(next.Failures, purpose),
        Locks = Books.Without(next.Locks, purpose),
    };

    /// <summary>
    /// What was sent for a sign-in that succeeded is no longer held against the next one. What somebody else had sent stays counted: else each sign-in of
    /// the owner would give them as many codes to guess anew.
    /// </summary>
    private static ValueList<SentCode> Unanswered(Enrolment next, Challenge answered) =>
        next.Sends.Where(static (sent, issuedAt) => sent.Purpose is not CodePurpose.SignIn || sent.At < issuedAt, answered.IssuedAt);

    private static BackupCodeSet Without(BackupCodeSet codes, int number) => codes with { Codes = codes.Codes.Where(static (code, number) => code.Number != number, number) };
}
