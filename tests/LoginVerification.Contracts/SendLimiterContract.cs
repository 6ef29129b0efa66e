namespace LoginVerification.Contracts;

/// <summary>What <see cref="ISendLimiter"/> promises.</summary>
public abstract class SendLimiterContract : QuestionContract<ISendLimiter, SendAllowance?>
{
    /// <inheritdoc/>
    protected override async ValueTask<SendAllowance?> AskAsync(ISendLimiter port, CancellationToken cancellationToken) =>
        await port.CheckAsync(AccountId.Parse("an account that nobody has"), Samples.British, cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    protected override string? FaultIn(SendAllowance? answer) => answer switch
    {
        null => "a limiter without an answer throws; null would be read as one.",
        { Allowed: true, RetryAt: not null } => "what is allowed now needs no later instant.",
        _ => null,
    };
}
