using System.Diagnostics;

namespace LoginVerification.Sms.Tests.Loopback;

/// <summary>Waits for what another process or thread is about to do.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    public static async Task<T> GetAsync<T>(Func<T?> find, Func<string>? story = null)
        where T : class
    {
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < Patience; await Task.Delay(Pause))
        {
            if (find() is { } found)
                return found;
        }

        throw new TimeoutException($"It did not come in {Patience}. {story?.Invoke()}");
    }
}
