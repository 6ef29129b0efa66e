namespace LoginVerification.Tests;

internal sealed class NoAccountAttributesContract : AccountAttributesContract
{
    protected override IAccountAttributes Open() => new NoAnswers();
}
