namespace LoginVerification.Exploration;

/// <summary>What every export says of itself first.</summary>
internal static class ExportTitle
{
    public static IReadOnlyList<string> Lines(EnrolmentPolicy policy, ExplorationScale scale) =>
    [
        $"LoginVerification policy {policy.Name}",
        $"at the scale of {scale.Numbers} number(s), {scale.WrongTries} wrong tries a code, a lock every {scale.EveryFailures} failures and for good at {scale.FinalFailures},",
        $"{scale.SendsPerNumber} codes to a number and {scale.SendsPerAccount} to all numbers inside the window",
        $"of the rules {PolicyFile.Digest(policy.Document)}",
    ];
}
