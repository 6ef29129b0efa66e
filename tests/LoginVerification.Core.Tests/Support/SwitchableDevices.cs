namespace LoginVerification.Tests;

/// <summary>The app on the user's device, installed or lost at the test's word.</summary>
internal sealed class SwitchableDevices : IAppDevices
{
    public bool Registered { get; set; }

    public ValueTask<bool> HasDeviceAsync(AccountId account, CancellationToken cancellationToken) => new(Registered);
}
