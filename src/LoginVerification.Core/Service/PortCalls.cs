using Microsoft.Extensions.Logging;

namespace LoginVerification.Engine;

/// <summary>
/// Asks optional ports. An exception, a deadline that passed, null and an undefined value are no answer, and no answer closes what depends on it.
/// </summary>
internal sealed partial class PortCalls(TimeSpan deadline, TimeProvider time, ILogger logger)
{
    /// <summary>Asks one port.</summary>
    /// <param name="port">The host's adapter, or the default, which needs no deadline.</param>
    /// <param name="ask">The question.</param>
    /// <param name="isAnswer">Whether what came back is an answer at all.</param>
    /// <param name="cancellationToken">The caller's own cancellation, which passes through.</param>
    public async ValueTask<PortAnswer<T>> AskAsync<TPort, T>(TPort port, Func<TPort, CancellationToken, ValueTask<T>> ask, Func<T, bool> isAnswer, CancellationToken cancellationToken)
    {
        try
        {
            var answer = port is NoAnswers
                ? await ask(port, cancellationToken).ConfigureAwait(false)
                : await Bounded.CallAsync(token => ask(port, token).AsTask(), deadline, time, cancellationToken).ConfigureAwait(false);
            if (isAnswer(answer))
                return new PortAnswer<T>(true, answer);
            LogNoAnswer(logger, typeof(TPort).Name, "null, or a value that is not defined");
        }
#pragma warning disable CA1031 // Whatever an adapter throws is no answer.
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogNoAnswer(logger, typeof(TPort).Name, failure.GetType().Name);
        }

        return default;
    }

    [LoggerMessage(10, LogLevel.Warning, "{Port} gave no answer ({Failure}); what depends on it is refused.")]
    private static partial void LogNoAnswer(ILogger logger, string port, string failure);
}

/// <summary>What a port answered, if it did.</summary>
internal readonly record struct PortAnswer<T>(bool IsGiven, T Value)
{
    public T GivenOr(T withoutAnswer) => IsGiven ? Value : withoutAnswer;
}
