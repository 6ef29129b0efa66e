namespace LoginVerification.Cli;

/// <summary>What the user gave cannot be used. Each complaint names the place and the mend.</summary>
internal sealed class BadInputException(params IReadOnlyList<string> complaints) : Exception
{
    public IReadOnlyList<string> Complaints { get; } = complaints;
}
