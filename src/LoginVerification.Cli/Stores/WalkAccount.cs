namespace LoginVerification.Cli;

/// <summary>The one account that walks: a second run on the same store finds what the first one left.</summary>
internal static class WalkAccount
{
    public const string Name = "walker";
}
