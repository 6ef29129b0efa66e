using Microsoft.Extensions.Logging;

namespace LoginVerification.Engine;

/// <summary>Tells the send limiter what became of what it allowed. Nobody waits for it, and what it cannot take in is logged.</summary>
internal sealed partial class LimiterReports(ISendLimiter limiter, Background background, TimeSpan deadline, TimeProvider time, ILogger logger)
{
    public void Sent(AccountId account, PhoneDetails phone) => background.Follow(TellAsync(token => limiter.SentAsync(account, phone, token)));

    public void Verified(AccountId account, PhoneDetails phone) => background.Follow(TellAsync(token => limiter.VerifiedAsync(account, phone, token)));

    private async Task TellAsync(Func<CancellationToken, ValueTask> tell)
    {
        try
        {
            await Bounded.CallAsync(
                async token =>
                {
                    await tell(token).ConfigureAwait(false);
                    return true;
                },
                deadline,
                time,
                CancellationToken.None).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // Whatever an adapter throws: what was sent is sent, and what was verified is verified.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            LogUntold(logger, failure.GetType().Name);
        }
    }

    [LoggerMessage(8, LogLevel.Warning, "ISendLimiter could not be told of a code that was sent, or of a number that was verified ({Failure}); it counts too few.")]
    private static partial void LogUntold(ILogger logger, string failure);
}
