namespace LoginVerification.Tests;

/// <summary>The app on the user's device, bound or lost at the test's word.</summary>
internal sealed class SwitchableDevices
{
    public bool Registered { get; set; }
}
