using System.Runtime.ExceptionServices;

namespace LoginVerification.Exploration;

/// <summary>Does pure work on all cores. What is thrown is what would have been thrown first, had it been done one by one.</summary>
internal static class SideBySide
{
    public static void For(int count, Action<int> work)
    {
        var door = new Lock();
        (int Index, ExceptionDispatchInfo Failure)? first = null;
        Parallel.For(0, count, (index, state) =>
        {
            try
            {
                work(index);
            }
#pragma warning disable CA1031 // It is thrown again below.
            catch (Exception failure)
#pragma warning restore CA1031
            {
                // What comes before it is done still.
                state.Break();
                lock (door)
                {
                    if (first is not { } known || index < known.Index)
                        first = (index, ExceptionDispatchInfo.Capture(failure));
                }
            }
        });
        first?.Failure.Throw();
    }

    /// <summary>What comes of each, in their order.</summary>
    public static TResult[] Select<T, TResult>(IReadOnlyList<T> items, Func<T, TResult> work)
    {
        var results = new TResult[items.Count];
        For(items.Count, index => results[index] = work(items[index]));
        return results;
    }
}
