namespace LoginVerification.Engine;

/// <summary>
/// Calls adapters of the host with a deadline. One that does not end in time is left behind, also when it ignores its token or blocks its thread;
/// what becomes of it later concerns nobody.
/// </summary>
internal static class Bounded
{
    /// <exception cref="TimeoutException">The deadline passed.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up, or the adapter did.</exception>
    public static async Task<T> CallAsync<T>(Func<CancellationToken, Task<T>> call, TimeSpan most, TimeProvider time, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var deadline = new CancellationTokenSource(most, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        var token = either.Token;
        var running = Task.Run(() => call(token), CancellationToken.None);
        // A failure that comes after the wait is observed here: providers put numbers and texts into their messages, and hosts log what nobody observes.
        _ = running.ContinueWith(static late => _ = late.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        try
        {
            return await running.WaitAsync(token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException();
        }
    }
}
