using System.Diagnostics;

namespace LoginVerification.Benchmarks.Stores;

/// <summary>Operations, so many at once, for so long.</summary>
internal static class Load
{
    /// <summary>Does one piece of work after another; each operation of a piece is measured.</summary>
    /// <param name="atOnce">How many pieces at once.</param>
    /// <param name="howLong">When no further piece begins.</param>
    /// <param name="work">The operations of a piece, by its number; none where there is no more work.</param>
    public static async Task<Measured> RunAsync(int atOnce, TimeSpan howLong, Func<int, IReadOnlyList<Func<Task>>> work)
    {
        var (next, allocated, watch) = (-1, GC.GetTotalAllocatedBytes(), Stopwatch.StartNew());
        var times = await Task.WhenAll(Enumerable.Range(0, atOnce).Select(_ => Task.Run(async () =>
        {
            var each = new List<double>();
            while (watch.Elapsed < howLong && work(Interlocked.Increment(ref next)) is { Count: > 0 } operations)
            {
                foreach (var operation in operations)
                {
                    var began = Stopwatch.GetTimestamp();
                    await operation();
                    each.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
                }
            }

            return each;
        })));
        return new Measured([.. times.SelectMany(each => each).Order()], watch.Elapsed, GC.GetTotalAllocatedBytes() - allocated);
    }
}

/// <summary>What a load took.</summary>
/// <param name="Milliseconds">Of each operation, the fastest first.</param>
/// <param name="Elapsed">How long all took.</param>
/// <param name="Allocated">Bytes of this process.</param>
internal sealed record Measured(double[] Milliseconds, TimeSpan Elapsed, long Allocated)
{
    public double PerSecond => Milliseconds.Length / Elapsed.TotalSeconds;

    public double Median => Milliseconds[Milliseconds.Length / 2];

    public double Slow => Milliseconds[Milliseconds.Length * 99 / 100];

    public double Kilobytes => Allocated / 1024.0 / Milliseconds.Length;
}
