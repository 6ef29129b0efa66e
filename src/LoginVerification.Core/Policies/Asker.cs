namespace LoginVerification.Policies;

/// <summary>What gating rules may ask of who gives a command, the number aside. Immutable; compares by value.</summary>
/// <param name="DeviceRegistered">Whether the account has a device for the app channel.</param>
/// <param name="Account">Each attribute that the policy declares, in its order; nobody knows one that is missing.</param>
internal readonly record struct Asker(bool DeviceRegistered, ValueList<AttributeValue>? Account = null)
{
    /// <summary>The value of an attribute, or null where nobody knows.</summary>
    public string? ValueOf(string attribute) => Account?.FirstOrDefault(known => known.Name == attribute).Value;
}
