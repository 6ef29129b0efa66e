namespace LoginVerification;

/// <summary>Reports that the verified number may have changed hands. By default it flags the number for re-verification and never changes the state.</summary>
/// <param name="Number">The number that the report is about, in international form; a report about another number is refused.</param>
/// <param name="Reason">What was reported.</param>
public sealed record InvalidatePhone(PhoneInput Number, InvalidationReason Reason) : HostCommand;
