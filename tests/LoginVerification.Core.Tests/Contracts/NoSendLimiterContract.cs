namespace LoginVerification.Tests;

internal sealed class NoSendLimiterContract : SendLimiterContract
{
    protected override ISendLimiter Open() => new NoAnswers();
}
