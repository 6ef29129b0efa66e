namespace LoginVerification;

/// <summary>Records that the holder of a number asked for no more messages (STOP). Such messages can be forged, so by default nothing but delivery changes.</summary>
/// <param name="Number">The number that the message came from, in international form.</param>
public sealed record OptOutOfDelivery(PhoneInput Number) : HostCommand;
