namespace LoginVerification.Engine;

/// <summary>The code, or the push, of an open sign-in once more. By the policy's <c>code.onResend</c> a new challenge, with a new code, can take its place; a push asks for the same one.</summary>
internal static class ResendSignInDecider
{
    public static Decision Decide(in Situation situation, ResendSignIn command)
    {
        var (enrolment, facts) = (situation.Enrolment, situation.Facts);
        if (OpenSignIn.CheckProtection(enrolment) is { } nothing)
            return nothing;
        var (channel, phone) = (enrolment.ActiveChannel!.Value, enrolment.Phone!);
        if (OpenSignIn.Check(situation, command.Challenge, channel) is { } closed)
            return closed;
        var open = enrolment.SignIn!;
        // Who has said yes already is not asked once more.
        if (open.ConfirmedBy is not null)
            return Decision.Accept();
        var no = ChannelUse.Check(enrolment, channel, facts.DeviceRegistered, facts.SenderIsLive)
            ?? FailureLock.Check(situation, CodePurpose.SignIn)
            ?? SendBudget.CheckSignIn(situation, channel, phone.Details.Number);
        if (no is not null)
            return no;

        var countFrom = SendBudget.CountFrom(situation);
        if (channel is VerificationChannel.AppPush || situation.Limits.Code.OnResend is ResendMode.Same)
            return Decision.Accept(new SignInResent(command.Challenge, channel, countFrom) { Origin = facts.Origin });
        var anew = ChallengeIssue.ForSignIn(phone.Details.Number, channel, facts, situation.Limits);
        return Decision.Accept(new SignInBegun(anew with { Place = open.Place, Browser = open.Browser }, countFrom) { Origin = facts.Origin });
    }
}
