using NodaTime;

namespace LoginVerification.Exploration;

/// <summary>
/// The abstraction of enrolments at sign-in under one policy's limits: as <see cref="ShapeSpace"/>, at one instant. It lets timers end in any order, also in
/// some that no clock brings about: whatever is proved of more orders holds of fewer, and each timer ends by itself, so that what waiting leads to is led to.
/// Only a wait as long as the window does not: it ends as the last send leaves. Immutable and thread-safe.
/// </summary>
internal sealed class SignInSpace(EnrolmentLimits limits)
{
    /// <summary>How many backup codes are issued here: more of them only last longer.</summary>
    public const int IssuedCodes = 1;

    public static readonly Instant Now = ShapeSpace.Now;
    public static readonly ChallengeId Open = new("open");
    public static readonly DeviceId Device = DeviceId.Parse(new string('1', 2 * DeviceId.Length));

    // A point of the curve: the base point itself (SEC 2, section 2.4.2).
    public static readonly DeviceKey Key = DeviceKey.Parse("BGsX0fLhLEJH-Lzm5WOkQPJ3A32BLeszoPShOUXYmMKWT-NC4v4af5uO5-tKfA-eFivOM1drMV7Oy7ZAaDe_UfU");

    private static readonly Duration Tick = Duration.FromMilliseconds(1);
    private static readonly AccountId Somebody = AccountId.Parse("explored");
    private static readonly PhoneDetails Phone = SampleNumbers.All[0];

    private readonly Counting counting = new(limits);

    public EnrolmentLimits Limits => limits;

    public static BackupCodeSet Codes { get; } = new(new string('0', 32), 1, [.. Enumerable.Range(1, IssuedCodes).Select(number => new BackupCodeHash(number, new string('0', 64)))]);

    public SignInShape Of(Enrolment enrolment)
    {
        var sends = enrolment.Sends.Where(sent => sent.Purpose is CodePurpose.SignIn && sent.At > Now - limits.Sending.Window).ToList();
        var open = enrolment.SignIn is { Ended: null } signIn && signIn.Challenge.IsAlive(Now) ? signIn : null;
        var failures = counting.Failures(enrolment.FailureCount(CodePurpose.SignIn));
        var codeFailures = counting.Failures(enrolment.FailureCount(CodePurpose.BackupCode));
        return new SignInShape(
            enrolment.ActiveChannel,
            enrolment.Phone is { NeedsReverification: true } ? Reach.InDoubt : enrolment.OptedOutAt(Phone.Number) is null ? Reach.Open : Reach.Stopped,
            enrolment.Devices.Count > 0,
            open is null ? SignInPhase.None : open.ConfirmedBy is null ? SignInPhase.Asked : SignInPhase.Confirmed,
            (byte)TriesOf(open),
            (byte)sends.Count,
            (byte)(open is null ? 0 : sends.Count(sent => sent.At >= open.Challenge.IssuedAt)),
            sends is [.., var last] && Now < last.At + SendBudget.Wait(sends.Count, limits.Sending),
            (byte)failures,
            failures >= limits.Lock.FinalFailures || enrolment.LockedUntil(CodePurpose.SignIn) > Now,
            (byte)(enrolment.BackupCodes?.Codes.Count ?? 0),
            (byte)codeFailures,
            codeFailures >= limits.Lock.FinalFailures || enrolment.LockedUntil(CodePurpose.BackupCode) > Now);
    }

    /// <summary>An enrolment of the shape.</summary>
    public Enrolment Example(SignInShape shape)
    {
        var lastSend = Now - (shape.Waiting ? Duration.Zero : SendBudget.Wait(shape.Sends, limits.Sending));
        var issuedAt = lastSend - Tick * Math.Max(shape.OwnSends - 1, 0);
        // Before the open sign-in's own ones could leave, the wait for those before them was over.
        var earlier = shape.Sends - shape.OwnSends;
        var lastEarlier = shape.OwnSends == 0 ? lastSend : Instant.Min(issuedAt - Tick, Now - SendBudget.Wait(earlier, limits.Sending));
        var challenge = new Challenge(Open, CodePurpose.SignIn, Phone.Number, ChallengeSeed.Placeholder.Nonce, ChallengeSeed.Placeholder.KeyId, DigitsOf(shape), issuedAt, Now + Tick) { WrongTries = shape.Tries };
        return new Enrolment(Somebody)
        {
            Version = 1,
            Id = ChallengeSeed.Placeholder.EnrolmentId,
            Phone = new VerifiedPhone(Phone, issuedAt - Tick) { NeedsReverification = shape.Reach is Reach.InDoubt },
            ActiveChannel = shape.Active,
            OptedOut = shape.Reach is Reach.Stopped ? [new OptOut(Phone.Number, issuedAt - Tick)] : [],
            Devices = shape.Device ? [new AppDevice(Device, Key, "explored", issuedAt - Tick)] : [],
            SignIn = shape.Phase is SignInPhase.None ? null : new SignIn(challenge, shape.Active!.Value) { Surface = Inputs.Anywhere, ConfirmedBy = shape.Phase is SignInPhase.Confirmed ? Device : null },
            Sends = [.. Sent(earlier, lastEarlier), .. Sent(shape.OwnSends, lastSend)],
            Failures = [.. Failed(CodePurpose.SignIn, shape.Failures), .. Failed(CodePurpose.BackupCode, shape.CodeFailures)],
            Locks = [.. LockOf(CodePurpose.SignIn, shape.Locked, shape.Failures), .. LockOf(CodePurpose.BackupCode, shape.CodesLocked, shape.CodeFailures)],
            BackupCodes = shape.Codes == 0 ? null : Codes with { Codes = [.. Codes.Codes.Take(shape.Codes)] },
        };
    }

    /// <summary>The shape once a timer is over, or null where it does not run.</summary>
    public SignInShape? After(SignInShape shape, SignInTimer timer) => timer switch
    {
        SignInTimer.ChallengeLife when shape.Phase is not SignInPhase.None => shape with { Phase = SignInPhase.None, Tries = 0, OwnSends = 0 },
        SignInTimer.ResendWait when shape.Waiting && !WaitsOutTheWindow(shape) => shape with { Waiting = false },
        SignInTimer.Lock when shape.Locked && shape.Failures < limits.Lock.FinalFailures => shape with { Locked = false },
        SignInTimer.CodesLock when shape.CodesLocked && shape.CodeFailures < limits.Lock.FinalFailures => shape with { CodesLocked = false },
        // The oldest one leaves. The window is far longer than any challenge lives, so that it is no open one's. The last one, which keeps the next waiting, stays
        // until that wait is over, unless the wait is as long as the window: then both are over at once.
        SignInTimer.SendWindow when shape.Sends > shape.OwnSends && (!shape.Waiting || shape.Sends > 1 || WaitsOutTheWindow(shape)) =>
            shape with { Sends = (byte)(shape.Sends - 1), Waiting = shape.Waiting && shape.Sends > 1 },
        _ => null,
    };

    /// <summary>Whether the wait is as long as the window, which no wait outlasts: it is not over while a send is inside.</summary>
    private bool WaitsOutTheWindow(SignInShape shape) => SendBudget.Wait(shape.Sends, limits.Sending) >= limits.Sending.Window;

    private int TriesOf(SignIn? open) => open switch
    {
        null => 0,
        { Channel: VerificationChannel.Sms } => counting.WrongTries(open.Challenge.WrongTries),
        _ => open.Challenge.WrongTries,
    };

    private int DigitsOf(SignInShape shape) => shape.Active is VerificationChannel.AppPush ? MatchingNumber.Digits : limits.Code.Digits;

    private static IEnumerable<SentCode> Sent(int count, Instant last) =>
        Enumerable.Range(1, count).Select(send => new SentCode(CodePurpose.SignIn, Phone.Number, last - Tick * (count - send)));

    private static IEnumerable<WrongCodes> Failed(CodePurpose purpose, int count) => count == 0 ? [] : [new WrongCodes(purpose, Phone.Number, count)];

    private IEnumerable<PurposeLock> LockOf(CodePurpose purpose, bool isLocked, int failures) =>
        isLocked && failures < limits.Lock.FinalFailures ? [new PurposeLock(purpose, Now + Tick)] : [];
}

/// <summary>What runs out at sign-in.</summary>
internal enum SignInTimer
{
    ChallengeLife,
    ResendWait,
    Lock,
    CodesLock,
    SendWindow,
}
