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
        $"at the scale of {Scale.Numbers} number(s), {Scale.WrongTries} wrong tries a code, a lock every {Scale.EveryFailures} failures and for good at {Scale.FinalFailures},",
        $"{Scale.SendsPerNumber} codes to a number and {Scale.SendsPerAccount} to all numbers inside the window",
        $"of the rules {PolicyDigest}",
    ];
}
