namespace LoginVerification.Engine;

/// <summary>A browser asks whether the owner has said yes on a device. It is let in once.</summary>
internal static class CompleteSignInDecider
{
    public static Decision Decide(in Situation situation, CompleteSignIn command)
    {
        if (OpenSignIn.Check(situation, command.Challenge, VerificationChannel.AppPush) is { } no)
            return no;
        var origin = situation.Facts.Origin;
        return situation.Enrolment.SignIn!.ConfirmedBy is null
            ? new Refusal(RefusalCode.SignInUnanswered, Sources.Lifecycle) { RetryAt = origin.At }
            : Decision.Accept(new SignInApproved(command.Challenge) { Origin = origin });
    }
}
