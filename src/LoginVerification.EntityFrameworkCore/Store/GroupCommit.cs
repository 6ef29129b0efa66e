namespace LoginVerification.EntityFrameworkCore;

/// <summary>
/// Group commit: what is handed in while a commit is under way goes together with the next one, so that many who end at once cost few transactions, and
/// one alone waits for nobody. Thread-safe.
/// </summary>
/// <param name="commit">Commits a group, and tells of each whether it was carried out. Those of a group that fails are committed each by itself.</param>
/// <param name="most">How many go together at most.</param>
internal sealed class GroupCommit<T>(Func<IReadOnlyList<T>, Task<IReadOnlyList<bool>>> commit, int most)
{
    private readonly Lock gate = new();
    private readonly Queue<(T Item, TaskCompletionSource<bool> Outcome)> waiting = [];
    private bool isCommitting;

    public Task<bool> AddAsync(T item)
    {
        var outcome = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate)
        {
            waiting.Enqueue((item, outcome));
            if (isCommitting)
                return outcome.Task;
            isCommitting = true;
        }

        // Nobody's transaction, and nobody's trace: it is done for several.
        ThreadPool.UnsafeQueueUserWorkItem(static commits => _ = commits.CommitAllAsync(), this, preferLocal: false);
        return outcome.Task;
    }

    private async Task CommitAllAsync()
    {
        while (TakeGroup() is { Count: > 0 } group)
        {
            // What one of them fails of, such as a server that holds a part of the rows, need not be the others' trouble.
            if (!await TryCommitAsync(group, isLast: group.Count == 1).ConfigureAwait(false))
                await Task.WhenAll(group.Select(one => TryCommitAsync([one], isLast: true))).ConfigureAwait(false);
        }
    }

    /// <returns>Whether everybody was told.</returns>
    private async Task<bool> TryCommitAsync(List<(T Item, TaskCompletionSource<bool> Outcome)> group, bool isLast)
    {
        try
        {
            var outcomes = await commit(group.ConvertAll(one => one.Item)).ConfigureAwait(false);
            foreach (var (one, carriedOut) in group.Zip(outcomes))
                one.Outcome.SetResult(carriedOut);
            return true;
        }
#pragma warning disable CA1031 // It is thrown to who handed it in.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            if (isLast)
                group.ForEach(one => one.Outcome.SetException(failure));
            return isLast;
        }
    }

    private List<(T Item, TaskCompletionSource<bool> Outcome)> TakeGroup()
    {
        var group = new List<(T, TaskCompletionSource<bool>)>();
        lock (gate)
        {
            while (group.Count < most && waiting.TryDequeue(out var next))
                group.Add(next);
            isCommitting = group.Count > 0;
        }

        return group;
    }
}
