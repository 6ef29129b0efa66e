namespace LoginVerification.Engine;

/// <summary>A backup code in place of the phone. Its failures and its lock are its own, so that neither the phone's nor these shut the other out.</summary>
internal static class UseBackupCodeDecider
{
    public static Decision Decide(in Situation situation, UseBackupCode command)
    {
        var (enrolment, facts) = (situation.Enrolment, situation.Facts);
        if (OpenSignIn.CheckProtection(enrolment) is { } nothing)
            return nothing;
        if (enrolment.BackupCodes is not { Codes.Count: > 0 })
            return new Refusal(RefusalCode.NoBackupCodes, Sources.Lifecycle);
        if (FailureLock.Check(situation, CodePurpose.BackupCode) is { } locked)
            return locked;
        if (!BackupCodeReader.IsWellFormed(command.Code))
            return new Refusal(RefusalCode.CodeMalformed, Sources.Lifecycle);
        if (facts.BackupCode is { } number)
            return Decision.Accept(new BackupCodeUsed(number) { Origin = facts.Origin });

        return new Decision(
            [new BackupCodeMismatched(FailureLock.After(situation, CodePurpose.BackupCode)) { Origin = facts.Origin, IsFirstLock = FailureLock.IsFirstAfter(situation, CodePurpose.BackupCode) }],
            new Refusal(RefusalCode.WrongCode, Sources.Lifecycle) { RetryAt = FailureLock.RetryAfter(situation, CodePurpose.BackupCode) });
    }
}
