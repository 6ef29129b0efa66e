namespace LoginVerification.Engine;

/// <summary>
/// A user gives the code. The right one, in time, with tries left, verifies the pending number, and if another one was verified replaces it.
/// A wrong one is an event: it counts. A dead or malformed one is refused uncounted, for it can teach a guesser nothing.
/// </summary>
internal static class ConfirmCodeDecider
{
    public static Decision Decide(in Situation situation, ConfirmCode command)
    {
        var (enrolment, facts, _) = situation;
        if (!situation.Permits(LifecycleTrigger.CodeMismatched) || enrolment.Pending is not { } pending)
            return new Refusal(RefusalCode.NoPendingPhone, "lifecycle");
        var no = Offer.Check(situation, EnrolmentAction.ConfirmCode)
            ?? GatingRules.Check(situation, EnrolmentAction.ConfirmCode, pending.Details)
            ?? FailureLock.Check(situation);
        if (no is not null)
            return no;

        var rules = situation.Rules;
        var challenge = pending.Challenge;
        if (!CodeReader.IsWellFormed(command.Code, rules.Code.Digits))
            return new Refusal(RefusalCode.CodeMalformed, "code.digits");
        if (facts.CodeMatch is CodeMatch.Superseded)
            return new Refusal(RefusalCode.CodeSuperseded, "code");
        if (!challenge.IsAlive(facts.Now) || facts.CodeKeyRetired)
            return new Refusal(RefusalCode.CodeExpired, "code.life");
        if (challenge.WrongTries >= rules.Code.WrongTries)
            return new Refusal(RefusalCode.CodeExhausted, "code.wrongTries");
        if (facts.CodeMatch is not CodeMatch.Current)
            return Wrong(situation, challenge);
        if (facts.OtherAccountsOnNumber >= rules.AccountsPerNumber)
            return new Refusal(RefusalCode.NumberHasTooManyAccounts, "accountsPerNumber");

        return enrolment.Phone is { } verified && verified.Details.Number != pending.Details.Number
            ? Decision.Accept(new PhoneReplaced(challenge.Id, verified.Details.Number) { Origin = facts.Origin })
            : Decision.Accept(new CodeMatched(challenge.Id) { Origin = facts.Origin });
    }

    private static Decision Wrong(in Situation situation, Challenge challenge)
    {
        var facts = situation.Facts;
        var lockedUntil = FailureLock.After(situation);
        return new Decision(
            [new CodeMismatched(challenge.Id, facts.CodeMatch, lockedUntil) { Origin = facts.Origin }],
            new Refusal(RefusalCode.WrongCode, "code") { RetryAt = FailureLock.IsFinalAfter(situation) ? null : lockedUntil });
    }
}
