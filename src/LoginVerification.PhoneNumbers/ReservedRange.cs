namespace LoginVerification.PhoneNumbers;

/// <summary>Numbers that a regulator keeps free for drama and tests: those that begin alike and have one length.</summary>
/// <param name="Prefix">How they begin, in E.164 form.</param>
/// <param name="FreeDigits">How many digits follow.</param>
/// <param name="Country">Whose they are; null when their area code tells.</param>
/// <param name="LineType">The kind of line that they stand for.</param>
internal readonly record struct ReservedRange(string Prefix, int FreeDigits, string? Country, LineType LineType)
{
    public bool Has(string e164) =>
        e164.Length == Prefix.Length + FreeDigits && e164.StartsWith(Prefix, StringComparison.Ordinal);
}
