namespace LoginVerification;

/// <summary>What a country registry knows of a number. Immutable; compares by value.</summary>
/// <param name="Service">Whether messages can be sent there.</param>
/// <param name="Carrier">The carrier, or null for unknown; it goes before what the user states.</param>
public sealed record RegistryAnswer(RegistryService Service, Carrier? Carrier = null);
