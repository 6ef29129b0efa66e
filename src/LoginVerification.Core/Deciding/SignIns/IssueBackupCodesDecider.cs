namespace LoginVerification.Engine;

/// <summary>Backup codes are issued where they protect, with the second factor: none can be planted before protection begins.</summary>
internal static class IssueBackupCodesDecider
{
    public static Decision Decide(in Situation situation, IssueBackupCodes command)
    {
        if (situation.Enrolment.ActiveChannel is null)
            return new Refusal(RefusalCode.NotEnabled, Sources.Lifecycle);
        if (RecentAuthentication.Check(situation, command) is { } stale)
            return stale;
        var codes = situation.Facts.NewBackupCodes
            ?? throw new ArgumentException("Backup codes are asked for and the facts have none. Fill Facts.NewBackupCodes with the hashes of those that will be shown.", nameof(situation));
        return Decision.Accept(new BackupCodesIssued(codes) { Origin = situation.Facts.Origin });
    }
}
