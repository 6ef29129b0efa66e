namespace LoginVerification.Tests;

internal sealed class NoPushSenderContract : PushSenderContract
{
    protected override PushAddress Address { get; } = PushAddress.Parse("somewhere");

    protected override IPushSender Open() => new NoAnswers();
}
