namespace LoginVerification.Testing;

/// <summary>What <see cref="IRiskSignal"/> promises.</summary>
public abstract class RiskSignalContract : QuestionContract<IRiskSignal, Risk>
{
    /// <inheritdoc/>
    protected override ValueTask<Risk> AskAsync(IRiskSignal port, CancellationToken cancellationToken) =>
        port.AssessAsync(AccountId.Parse("an account that nobody has"), Samples.British.Number, cancellationToken);

    /// <inheritdoc/>
    protected override string? FaultIn(Risk answer) => Enum.IsDefined(answer) ? null : "a signal that does not know says Unknown.";
}
