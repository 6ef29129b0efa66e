namespace LoginVerification.Tests;

internal sealed class NoAppDevicesContract : AppDevicesContract
{
    protected override IAppDevices Open() => new NoAnswers();
}
