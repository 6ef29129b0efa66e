using System.Security.Cryptography;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LoginVerification.Engine;

/// <summary>Does its work every so often, until the host stops. What fails is tried again the next time.</summary>
internal abstract partial class BackgroundLoop(bool runs, TimeSpan interval, TimeProvider time, ILogger logger) : BackgroundService
{
    /// <summary>All that is due now.</summary>
    protected abstract Task WorkAsync(CancellationToken cancellationToken);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (runs && !stoppingToken.IsCancellationRequested)
        {
            try
            {
                await WorkAsync(stoppingToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // Whatever a database throws, it may be there again the next time.
            catch (Exception failure)
#pragma warning restore CA1031
            {
                // The exception itself is not logged: providers put values into their messages.
                LogFailed(logger, GetType().Name, failure.GetType().Name);
            }

            await Task.Delay(Jittered(), time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Half as long to half as long again, so that processes that started together do not ask together.</summary>
    private TimeSpan Jittered() => interval * (0.5 + (RandomNumberGenerator.GetInt32(1001) / 1000.0));

    [LoggerMessage(40, LogLevel.Error, "{Loop} could not go on ({Failure}); it is tried again.")]
    private static partial void LogFailed(ILogger logger, string loop, string failure);
}
