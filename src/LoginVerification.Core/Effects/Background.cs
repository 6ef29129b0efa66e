using System.Collections.Concurrent;

namespace LoginVerification.Engine;

/// <summary>Keeps hold of what goes on behind commands, until it ends, so that nothing of it is lost silently.</summary>
internal sealed class Background
{
    private readonly ConcurrentDictionary<Task, byte> running = [];

    public void Follow(Task task)
    {
        if (task.IsCompleted)
            return;
        running.TryAdd(task, 0);
        _ = task.ContinueWith(ended => running.TryRemove(ended, out _), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    /// <summary>Waits until nothing is under way.</summary>
    public async Task DrainAsync(CancellationToken cancellationToken)
    {
        while (running.Keys is { Count: > 0 } tasks)
            await Task.WhenAll(tasks).WaitAsync(cancellationToken).ConfigureAwait(false);
    }
}
