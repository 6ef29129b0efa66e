namespace LoginVerification.Engine;

/// <summary>
/// A code at sign-in. The right one, in time, with tries left, lets this browser in, once. A wrong one is an event: it counts. A dead or malformed one is
/// refused uncounted, for it can teach a guesser nothing.
/// </summary>
internal static class AnswerSignInDecider
{
    public static Decision Decide(in Situation situation, AnswerSignIn command)
    {
        var no = OpenSignIn.Check(situation, command.Challenge, VerificationChannel.Sms) ?? FailureLock.Check(situation, CodePurpose.SignIn);
        if (no is not null)
            return no;

        var signIn = situation.Enrolment.SignIn!;
        if (!CodeReader.IsWellFormed(command.Code, signIn.Challenge.Digits))
            return new Refusal(RefusalCode.CodeMalformed, Sources.CodeDigits);
        return situation.Facts.CodeMatch is CodeMatch.Current
            ? Decision.Accept(new SignInApproved(command.Challenge) { Origin = situation.Facts.Origin })
            : OpenSignIn.Wrong(situation, signIn, RefusalCode.WrongCode, situation.Limits.Code.WrongTries, Sources.Code);
    }
}
