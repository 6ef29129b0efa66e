namespace LoginVerification.Exploration;

/// <summary>
/// A bounded cache: the values that were asked for last, by key. What two want at once is made once, and the second waits. Thread-safe.
/// </summary>
/// <param name="room">How many values are kept.</param>
/// <param name="keeps">Whether a value is worth keeping.</param>
internal sealed class RecentValues<TKey, TValue>(int room, Func<TValue, bool> keeps)
    where TKey : notnull
    where TValue : class
{
    private static readonly TimeSpan Nap = TimeSpan.FromMilliseconds(20);

    private readonly Lock door = new();

    /// <summary>The newest last.</summary>
    private readonly List<Entry> entries = [];

    /// <summary>The value of a key, made if nobody did. Who is stopped while another one makes it makes its own, and is stopped at that.</summary>
    public TValue GetOrMake(TKey key, Func<TValue> make, CancellationToken cancellationToken)
    {
        var entry = EntryOf(key);
        while (!entry.Turn.TryEnter(Nap))
        {
            if (cancellationToken.IsCancellationRequested)
                return make();
        }

        try
        {
            if (entry.Value is { } known)
                return known;
            var value = make();
            if (keeps(value))
                entry.Value = value;
            return value;
        }
        finally
        {
            entry.Turn.Exit();
        }
    }

    private Entry EntryOf(TKey key)
    {
        lock (door)
        {
            var entry = entries.Find(known => known.Key.Equals(key)) ?? new Entry(key);
            entries.Remove(entry);
            entries.Add(entry);
            if (entries.Count > room)
                entries.RemoveAt(0);
            return entry;
        }
    }

    private sealed class Entry(TKey key)
    {
        public TKey Key => key;

        public Lock Turn { get; } = new();

        public TValue? Value { get; set; }
    }
}
