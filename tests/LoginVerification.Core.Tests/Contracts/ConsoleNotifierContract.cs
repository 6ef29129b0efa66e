namespace LoginVerification.Tests;

internal sealed class ConsoleNotifierContract : NotifierContract
{
    protected override INotifier Open() => new ConsoleNotifier();
}
