namespace LoginVerification.Engine;

/// <summary>
/// The owner's answer on a device. What the device's key did not sign is nobody's answer, and not counted. A no is terminal, also after a yes, until the
/// browser was let in. A yes needs the number from the page: a wrong one is counted.
/// </summary>
internal static class AnswerPromptDecider
{
    public static Decision Decide(in Situation situation, AnswerPrompt command)
    {
        var (enrolment, facts) = (situation.Enrolment, situation.Facts);
        if (enrolment.FindDevice(command.Device) is null)
            return new Refusal(RefusalCode.DeviceUnknown, Sources.Lifecycle);
        if (!facts.SignatureIsValid)
            return new Refusal(RefusalCode.SignatureInvalid, Sources.Lifecycle);
        if (OpenSignIn.Check(situation, command.Challenge, VerificationChannel.AppPush) is { } no)
            return no;
        if (command.Decision is PromptDecision.Deny)
            return Decision.Accept(new SignInDenied(command.Challenge, command.Device) { Origin = facts.Origin });

        var signIn = enrolment.SignIn!;
        if (signIn.ConfirmedBy is not null)
            return Decision.Accept();
        if (FailureLock.Check(situation, CodePurpose.SignIn) is { } locked)
            return locked;
        if (!CodeReader.IsWellFormed(command.Number, signIn.Challenge.Digits))
            return new Refusal(RefusalCode.CodeMalformed, Sources.Lifecycle);
        return facts.CodeMatch is CodeMatch.Current
            ? Decision.Accept(new SignInConfirmed(command.Challenge, command.Device) { Origin = facts.Origin })
            : OpenSignIn.Wrong(situation, signIn, RefusalCode.WrongMatchingNumber, situation.Limits.SignIn.NumberTries, Sources.Lifecycle);
    }
}
