namespace LoginVerification;

/// <summary>Moves in a number that the host verified before, so that an existing user base need not start again.</summary>
/// <param name="Number">The number, in international form.</param>
/// <param name="VerifiedAt">When the host verified it; not in the future.</param>
/// <param name="Enabled">The channel that was already enabled there, or null.</param>
public sealed record ImportVerifiedPhone(PhoneInput Number, NodaTime.Instant VerifiedAt, VerificationChannel? Enabled = null) : HostCommand;
