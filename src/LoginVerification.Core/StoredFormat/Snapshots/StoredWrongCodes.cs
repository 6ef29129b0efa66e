namespace LoginVerification;

/// <summary>Wrong codes in a row for one number, format 1.</summary>
internal sealed record StoredWrongCodes(PhoneNumber Number, int Count);
