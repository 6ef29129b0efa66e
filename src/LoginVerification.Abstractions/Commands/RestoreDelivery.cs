namespace LoginVerification;

/// <summary>Takes back an opt-out of delivery (START, or the host's staff).</summary>
/// <param name="Number">The number, in international form.</param>
public sealed record RestoreDelivery(PhoneInput Number) : HostCommand;
