namespace LoginVerification;

/// <summary>Something that forbids to start, found while registering.</summary>
internal sealed record StartError(string Message);
