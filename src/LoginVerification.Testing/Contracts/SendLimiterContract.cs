namespace LoginVerification.Testing;

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

    /// <summary>A clause: it is told of what was sent and verified, in whatever order that happens to come.</summary>
    public async Task It_takes_in_what_was_sent_and_what_was_verified()
    {
        var limiter = Open();
        var account = AccountId.Parse("contract");
        await limiter.VerifiedAsync(account, Samples.British, CancellationToken.None).ConfigureAwait(false);
        await limiter.SentAsync(account, Samples.British, CancellationToken.None).ConfigureAwait(false);
        await limiter.SentAsync(account, Samples.British, CancellationToken.None).ConfigureAwait(false);
        await limiter.VerifiedAsync(account, Samples.American, CancellationToken.None).ConfigureAwait(false);
    }
}
