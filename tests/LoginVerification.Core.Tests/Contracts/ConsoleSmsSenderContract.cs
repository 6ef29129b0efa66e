namespace LoginVerification.Tests;

internal sealed class ConsoleSmsSenderContract : SmsSenderContract
{
    protected override ISmsSender Open() => new ConsoleSmsSender();
}
