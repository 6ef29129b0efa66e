namespace LoginVerification.Engine;

/// <summary>What an answer at sign-in has to find: the sign-in that it names, open, alive, over that channel.</summary>
internal static class OpenSignIn
{
    /// <summary>Why there is nothing to sign in with, or null. Protection without what it is over is no enrolment, and never "no protection".</summary>
    public static Refusal? CheckProtection(Enrolment enrolment) => enrolment switch
    {
        { ActiveChannel: null } => new Refusal(RefusalCode.NotEnabled, Sources.Lifecycle),
        { ActiveChannel: { } channel, Phone: not null } when Enum.IsDefined(channel) => null,
        _ => new Refusal(RefusalCode.EnrolmentUnreadable, Sources.Store),
    };

    /// <summary>Why an answer to a challenge does not count, whatever it says; or null.</summary>
    public static Refusal? Check(in Situation situation, ChallengeId challenge, VerificationChannel channel)
    {
        // A channel that is no longer the active one has no open sign-in, and another challenge's id says nothing of this one.
        if (situation.Enrolment.SignIn is not { } signIn || signIn.Challenge.Id != challenge || signIn.Channel != channel)
            return new Refusal(RefusalCode.SignInNotOpen, Sources.Lifecycle);
        return signIn.Ended switch
        {
            null => IsAlive(situation, signIn) ? null : new Refusal(RefusalCode.CodeExpired, LifeOf(channel)),
            SignInState.Expired => new Refusal(RefusalCode.CodeExpired, LifeOf(channel)),
            SignInState.Exhausted => new Refusal(RefusalCode.CodeExhausted, channel is VerificationChannel.Sms ? Sources.CodeWrongTries : Sources.SignInNumberTries),
            SignInState.Denied => new Refusal(RefusalCode.SignInDenied, Sources.Lifecycle),
            _ => new Refusal(RefusalCode.SignInNotOpen, Sources.Lifecycle),
        };
    }

    /// <summary>The sign-in that can still be answered, or null.</summary>
    public static SignIn? Of(in Situation situation) => situation.Enrolment.SignIn is { Ended: null } signIn && IsAlive(situation, signIn) ? signIn : null;

    /// <summary>The events of a wrong answer: it is counted, against the challenge and against the purpose.</summary>
    public static Decision Wrong(in Situation situation, SignIn signIn, RefusalCode code, int tries, RefusalSource source)
    {
        var (challenge, origin) = (signIn.Challenge, situation.Facts.Origin);
        var mismatched = new SignInMismatched(challenge.Id, FailureLock.After(situation, CodePurpose.SignIn)) { Origin = origin, IsFirstLock = FailureLock.IsFirstAfter(situation, CodePurpose.SignIn) };
        var refusal = new Refusal(code, source) { RetryAt = FailureLock.RetryAfter(situation, CodePurpose.SignIn) };
        return challenge.WrongTries + 1 < tries
            ? new Decision([mismatched], refusal)
            : new Decision([mismatched, new SignInExhausted(challenge.Id) { Origin = origin }], refusal);
    }

    private static bool IsAlive(in Situation situation, SignIn signIn) => signIn.Challenge.IsAlive(situation.Facts.Now) && !situation.Facts.CodeKeyRetired;

    private static RefusalSource.Setting LifeOf(VerificationChannel channel) => channel is VerificationChannel.Sms ? Sources.CodeLife : Sources.SignInPushLife;
}
