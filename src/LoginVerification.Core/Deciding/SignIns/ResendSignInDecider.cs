namespace LoginVerification.Engine;

/// <summary>The code, or the push, of an open sign-in once more. By the policy's <c>code.onResend</c> a new code can follow the earlier one.</summary>
internal static class ResendSignInDecider
{
    public static Decision Decide(in Situation situation, ResendSignIn command)
    {
        var (enrolment, facts) = (situation.Enrolment, situation.Facts);
        if (enrolment.ActiveChannel is not { } channel)
            return new Refusal(RefusalCode.NotEnabled, Sources.Lifecycle);
        // As where it begins: "not enabled" would let the password suffice.
        if (enrolment.Phone is not { } phone || !Enum.IsDefined(channel))
            return new Refusal(RefusalCode.EnrolmentUnreadable, Sources.Store);
        var no = OpenSignIn.Check(situation, command.Challenge, channel)
            ?? ChannelUse.Check(enrolment, channel, facts.DeviceRegistered, facts.SenderIsLive)
            ?? FailureLock.Check(situation, CodePurpose.SignIn)
            ?? SendBudget.CheckSignIn(situation, channel, phone.Details.Number);
        if (no is not null)
            return no;

        var countFrom = SendBudget.CountFrom(situation);
        if (channel is VerificationChannel.AppPush || situation.Limits.Code.OnResend is ResendMode.Same)
            return Decision.Accept(new SignInResent(command.Challenge, channel, countFrom) { Origin = facts.Origin });
        var (open, anew) = (enrolment.SignIn!, ChallengeIssue.ForSignIn(phone.Details.Number, channel, facts, situation.Limits));
        return Decision.Accept(new SignInBegun(anew with { Place = open.Place, Browser = open.Browser }, countFrom) { Origin = facts.Origin });
    }
}
