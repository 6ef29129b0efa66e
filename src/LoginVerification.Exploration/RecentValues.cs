namespace LoginVerification.Exploration;

/// <summary>
/// A bounded cache: the values that were asked for last, by key. What two want at once is made once, and the second waits for it; what is not
/// worth keeping takes no room, and whoever wants it makes it. Thread-safe.
/// </summary>
/// <param name="room">How many values are kept.</param>
/// <param name="keeps">Whether a value is worth keeping.</param>
internal sealed class RecentValues<TKey, TValue>(int room, Func<TValue, bool> keeps)
    where TKey : notnull
    where TValue : class
{
    private readonly Lock door = new();

    /// <summary>The newest last.</summary>
    private readonly List<(TKey Key, TValue Value)> kept = [];

    /// <summary>What is being made, with null for what came of it and is not kept.</summary>
    private readonly Dictionary<TKey, Task<TValue?>> making = [];

    /// <summary>The value of a key, made if nobody did. A caller who is cancelled while waiting calls <paramref name="make"/>, which sees the same token.</summary>
    public TValue GetOrMake(TKey key, Func<TValue> make, CancellationToken cancellationToken)
    {
        var mine = new TaskCompletionSource<TValue?>(TaskCreationOptions.RunContinuationsAsynchronously);
        Task<TValue?>? made;
        lock (door)
        {
            if (Find(key) is { } known)
                return known;
            if (!making.TryGetValue(key, out made))
                making.Add(key, mine.Task);
        }

        return made is null ? Make(key, make, mine) : Wait(made, cancellationToken) ?? make();
    }

    private TValue Make(TKey key, Func<TValue> make, TaskCompletionSource<TValue?> done)
    {
        TValue? worthKeeping = null;
        try
        {
            var value = make();
            worthKeeping = keeps(value) ? value : null;
            return value;
        }
        finally
        {
            lock (door)
            {
                making.Remove(key);
                if (worthKeeping is not null)
                    Keep(key, worthKeeping);
            }

            done.SetResult(worthKeeping);
        }
    }

    private static TValue? Wait(Task<TValue?> made, CancellationToken cancellationToken)
    {
        try
        {
            made.Wait(cancellationToken);
            return made.Result;
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    private TValue? Find(TKey key)
    {
        var index = kept.FindIndex(entry => entry.Key.Equals(key));
        if (index < 0)
            return null;
        var entry = kept[index];
        kept.RemoveAt(index);
        kept.Add(entry);
        return entry.Value;
    }

    private void Keep(TKey key, TValue value)
    {
        kept.Add((key, value));
        if (kept.Count > room)
            kept.RemoveAt(0);
    }
}
