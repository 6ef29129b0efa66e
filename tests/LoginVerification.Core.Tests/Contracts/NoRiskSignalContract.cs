namespace LoginVerification.Tests;

internal sealed class NoRiskSignalContract : RiskSignalContract
{
    protected override IRiskSignal Open() => new NoAnswers();
}
