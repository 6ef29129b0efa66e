namespace LoginVerification.Tests;

/// <summary>The app on the user's device, installed or lost at the test's word.</summary>
internal sealed class SwitchableDevices : IAppDevices
{
    public bool Registered { get; set; }

    /// <summary>How often it was asked.</summary>
    public int Asked { get; private set; }

    public ValueTask<bool> HasDeviceAsync(AccountId account, CancellationToken cancellationToken)
    {
        Asked++;
        return new(Registered);
    }
}
