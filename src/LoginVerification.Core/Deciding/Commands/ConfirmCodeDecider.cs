namespace LoginVerification.Engine;

/// <summary>
/// A user gives the code. The right one, in time, with tries left, verifies the pending number, and if another one was verified replaces it.
/// A wrong one is an event: it counts. A dead or malformed one is refused uncounted, for it can teach a guesser nothing.
/// </summary>
internal static class ConfirmCodeDecider
{
    public static Decision Decide(in Situation situation, ConfirmCode command)
    {
        var (enrolment, facts) = (situation.Enrolment, situation.Facts);
        if (enrolment.Pending is not { } pending)
            return new Refusal(RefusalCode.NoPendingPhone, Sources.Lifecycle);
        var no = Offer.Check(situation, EnrolmentAction.ConfirmCode)
            ?? RecentAuthentication.Check(situation, EnrolmentAction.ConfirmCode)
            ?? GatingRules.Check(situation, new Choice(EnrolmentAction.ConfirmCode), pending.Details)
            ?? FailureLock.Check(situation, CodePurpose.Enrol);
        if (no is not null)
            return no;

        var limits = situation.Limits;
        var challenge = pending.Challenge;
        // First what is true whatever was typed: where no try counts, no answer tells an earlier code from a wrong one.
        if (!challenge.IsAlive(facts.Now) || facts.CodeKeyRetired)
            return new Refusal(RefusalCode.CodeExpired, Sources.CodeLife);
        if (challenge.WrongTries >= limits.Code.WrongTries)
            return new Refusal(RefusalCode.CodeExhausted, Sources.CodeWrongTries);
        // An earlier code may have another number of digits.
        var isEarlier = facts.CodeMatch is CodeMatch.Superseded;
        if (isEarlier && limits.Code.OnResend is not ResendMode.NewBesideEarlier)
            return new Refusal(RefusalCode.CodeSuperseded, Sources.Code);
        if (!CodeReader.IsWellFormed(command.Code, challenge.Digits))
            return new Refusal(RefusalCode.CodeMalformed, Sources.CodeDigits);
        if (facts.CodeMatch is not CodeMatch.Current && !isEarlier)
            return Wrong(situation, challenge);
        if (facts.OtherAccountsOnNumber >= limits.AccountsPerNumber)
            return new Refusal(RefusalCode.NumberHasTooManyAccounts, Sources.AccountsPerNumber);

        return enrolment.Phone is { } verified && verified.Details.Number != pending.Details.Number
            ? Decision.Accept(new PhoneReplaced(challenge.Id, verified.Details.Number) { Origin = facts.Origin })
            : Decision.Accept(new CodeMatched(challenge.Id) { Origin = facts.Origin });
    }

    private static Decision Wrong(in Situation situation, Challenge challenge)
    {
        var facts = situation.Facts;
        return new Decision(
            [new CodeMismatched(challenge.Id, challenge.Purpose, facts.CodeMatch, FailureLock.After(situation, challenge.Purpose)) { Origin = facts.Origin }],
            new Refusal(RefusalCode.WrongCode, Sources.Code) { RetryAt = FailureLock.RetryAfter(situation, challenge.Purpose) });
    }
}
