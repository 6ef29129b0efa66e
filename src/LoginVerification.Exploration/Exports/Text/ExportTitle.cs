namespace LoginVerification.Exploration;

/// <summary>What every export says of itself first.</summary>
/// <param name="Policy">The policy that was given; the model's own has the bounds of the scale.</param>
/// <param name="Scale">How far books are kept.</param>
internal sealed record ExportTitle(EnrolmentPolicy Policy, ExplorationScale Scale)
{
    public string PolicyDigest => PolicyFile.Digest(Policy.Document);

    public IReadOnlyList<string> Lines =>
    [
        $"LoginVerification policy {Policy.Name}",
        $"at the scale of {Scale.Numbers} number(s), {Told(Scale.WrongTries)} wrong tries a code, a lock every {Told(Scale.EveryFailures)} failures and for good at {Told(Scale.FinalFailures)},",
        $"{Told(Scale.SendsPerNumber)} codes to a number and {Told(Scale.SendsPerAccount)} to all numbers inside the window",
        $"of the rules {PolicyDigest}",
    ];

    private static string Told(int bound) => bound == PolicyLimits.Unlimited ? PolicyLimits.UnlimitedWord : $"{bound}";
}
