namespace LoginVerification.Testing;

/// <summary>Ends a clause with a sentence when a promise is not kept.</summary>
internal static class Demand
{
    public static void That(bool kept, string broken)
    {
        if (!kept)
            throw new ContractViolationException(broken);
    }

    public static void Same<T>(T expected, T actual, string what) =>
        That(EqualityComparer<T>.Default.Equals(expected, actual), $"{what}: expected {Show(expected)}, got {Show(actual)}.");

    public static void SameItems<T>(IEnumerable<T> expected, IEnumerable<T> actual, string what) =>
        Same(expected.ToValueList(), actual.ToValueList(), what);

    public static T Present<T>(T? value, string what)
        where T : class => value ?? throw new ContractViolationException($"{what}: expected an answer, got null.");

    /// <summary>A cancelled call may still be carried out, and may say that it was cancelled; it does nothing else.</summary>
    /// <returns>Whether it was carried out.</returns>
    public static async Task<bool> DoneOrCancelledAsync(Func<CancellationToken, Task> call)
    {
        try
        {
            await call(new CancellationToken(canceled: true)).ConfigureAwait(false);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    /// <summary>Calls at once from so many threads, which all start together.</summary>
    public static async Task<IReadOnlyList<T>> AtOnceAsync<T>(int callers, Func<int, Task<T>> call)
    {
        using var start = new Barrier(callers);
        return await Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Task.Factory.StartNew(
            () =>
            {
                start.SignalAndWait();
                return call(caller);
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default).Unwrap())).ConfigureAwait(false);
    }

    private static string Show<T>(T value) => value is null ? "null" : value.ToString()!;
}
