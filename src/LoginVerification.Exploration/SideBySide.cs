using System.Runtime.ExceptionServices;

namespace LoginVerification.Exploration;

/// <summary>Does pure work on all cores. What is thrown is thrown as if it had been done one by one.</summary>
internal static class SideBySide
{
    public static void For(int count, Action<int> work)
    {
        try
        {
            Parallel.For(0, count, work);
        }
        catch (AggregateException several)
        {
            ExceptionDispatchInfo.Throw(several.InnerExceptions[0]);
        }
    }

    /// <summary>What comes of each, in their order.</summary>
    public static TResult[] Select<T, TResult>(IReadOnlyList<T> items, Func<T, TResult> work)
    {
        var results = new TResult[items.Count];
        For(items.Count, index => results[index] = work(items[index]));
        return results;
    }
}
