namespace LoginVerification.Exploration;

/// <summary>What every export says of itself first.</summary>
internal static class ExportTitle
{
    public static IReadOnlyList<string> Lines(EnrolmentPolicy policy, ExplorationScale scale) =>
    [
        $"LoginVerification policy {policy.Name}",
        $"at the scale of {scale.Numbers} number(s), {Told(scale.WrongTries)} wrong tries a code, a lock every {Told(scale.EveryFailures)} failures and for good at {Told(scale.FinalFailures)},",
        $"{Told(scale.SendsPerNumber)} codes to a number and {Told(scale.SendsPerAccount)} to all numbers inside the window",
        $"of the rules {PolicyFile.Digest(policy.Document)}",
    ];

    private static string Told(int bound) => bound == PolicyLimits.Unlimited ? PolicyLimits.UnlimitedWord : $"{bound}";
}
