namespace LoginVerification.Policies;

/// <summary>What gating rules may ask of who gives a command, the number aside. Immutable; compares by value.</summary>
/// <param name="DeviceRegistered">Whether the account has a device for the app channel.</param>
internal readonly record struct Asker(bool DeviceRegistered);
