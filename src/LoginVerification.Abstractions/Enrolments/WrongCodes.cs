namespace LoginVerification;

/// <summary>Wrong codes in a row for one number. Only a match on that number, or the host's Unlock, forgives them. Immutable; compares by value.</summary>
/// <param name="Number">The number that the codes were tried for.</param>
/// <param name="Count">How many; at least 1.</param>
public sealed record WrongCodes(PhoneNumber Number, int Count);
