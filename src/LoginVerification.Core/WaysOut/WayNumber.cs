namespace LoginVerification;

/// <summary>A number as far as a way depends on it.</summary>
internal readonly record struct WayNumber(bool Exists, ulong Class, bool OptedOut, bool NeedsReverification);
