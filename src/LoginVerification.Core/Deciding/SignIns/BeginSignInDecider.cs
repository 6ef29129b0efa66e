namespace LoginVerification.Engine;

/// <summary>
/// Somebody gave the password. Where verification is enabled its owner is asked, or the answer says why that cannot be: never that nobody need be asked. A
/// code that is alive is not sent again, whoever signs in: it lets in who has it. A number to match lets in the browser that shows it, so that it is that
/// browser's alone.
/// </summary>
internal static class BeginSignInDecider
{
    public static Decision Decide(in Situation situation, BeginSignIn command)
    {
        var (enrolment, facts) = (situation.Enrolment, situation.Facts);
        if (OpenSignIn.CheckProtection(enrolment) is { } nothing)
            return nothing;
        var (channel, phone) = (enrolment.ActiveChannel!.Value, enrolment.Phone!);
        var no = ChannelUse.Check(enrolment, channel, facts.DeviceRegistered, facts.SenderIsLive) ?? FailureLock.Check(situation, CodePurpose.SignIn);
        if (no is not null)
            return no;
        if (OpenSignIn.Of(situation) is { } open && (channel is VerificationChannel.Sms || open.Challenge.Id == command.Continues))
            return Decision.Accept();
        if (SendBudget.CheckSignIn(situation, channel, phone.Details.Number) is { } notNow)
            return notNow;

        var signIn = ChallengeIssue.ForSignIn(phone.Details.Number, channel, facts, situation.Limits) with { Place = command.Place, Browser = command.Browser };
        return Decision.Accept(new SignInBegun(signIn, SendBudget.CountFrom(situation)) { Origin = facts.Origin });
    }
}
