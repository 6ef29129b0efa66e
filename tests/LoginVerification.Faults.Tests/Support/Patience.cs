namespace LoginVerification.Faults.Tests;

/// <summary>Waits for what has to come, as long as a slow machine may need.</summary>
internal static class Patience
{
    private static readonly TimeSpan Most = TimeSpan.FromMinutes(4);
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Whether it comes to that soon.</summary>
    public static async Task<bool> IsSoonAsync(Func<bool> isSo)
    {
        for (var start = TimeProvider.System.GetTimestamp(); TimeProvider.System.GetElapsedTime(start) < Soon;)
        {
            if (isSo())
                return true;
            await Task.Delay(Pause);
        }

        return false;
    }

    public static Task UntilAsync(string what, Func<bool> isSo) => UntilAsync(what, () => Task.FromResult(isSo()));

    public static async Task UntilAsync(string what, Func<Task<bool>> isSo)
    {
        for (var start = TimeProvider.System.GetTimestamp(); TimeProvider.System.GetElapsedTime(start) < Most;)
        {
            if (await isSo())
                return;
            await Task.Delay(Pause);
        }

        Assert.Fail($"It did not come to that: {what}.");
    }
}
