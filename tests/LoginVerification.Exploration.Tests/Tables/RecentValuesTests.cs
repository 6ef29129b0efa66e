namespace LoginVerification.Exploration.Tests.Tables;

public sealed class RecentValuesTests
{
    private readonly RecentValues<string, object> values = new(2, value => value is not "large");
    private int made;

    [Fact]
    public async Task What_two_want_at_once_is_made_once()
    {
        using var begun = new ManualResetEventSlim();
        using var go = new ManualResetEventSlim();
        var first = Task.Run(() => values.GetOrMake("a", () => Make("a", begun, go), CancellationToken.None));
        begun.Wait();
        // Other values come and go meanwhile.
        foreach (var key in new[] { "b", "c", "d" })
            values.GetOrMake(key, () => key, CancellationToken.None);
        var second = Task.Run(() => values.GetOrMake("a", () => Make("a", begun, go), CancellationToken.None));
        go.Set();

        Assert.Same(await first, await second);
        Assert.Equal(1, made);
    }

    [Fact]
    public void What_was_not_asked_for_the_longest_gives_way()
    {
        var (oldest, newer) = (Ask("a"), Ask("b"));
        Assert.Same(oldest, Ask("a"));
        Ask("c");

        Assert.Same(oldest, Ask("a"));
        Assert.NotSame(newer, Ask("b"));

        object Ask(string key) => values.GetOrMake(key, () => new object(), CancellationToken.None);
    }

    [Fact]
    public void What_is_not_worth_keeping_takes_no_room()
    {
        var kept = values.GetOrMake("a", () => new object(), CancellationToken.None);
        for (var i = 0; i < 5; i++)
            values.GetOrMake($"large {i}", () => "large", CancellationToken.None);

        Assert.Same(kept, values.GetOrMake("a", () => new object(), CancellationToken.None));
    }

    [Fact]
    public void What_failed_is_made_again()
    {
        Assert.Throws<InvalidOperationException>(() => values.GetOrMake("a", () => throw new InvalidOperationException(), CancellationToken.None));
        Assert.Equal("made", values.GetOrMake("a", () => "made", CancellationToken.None));
    }

    [Fact]
    public async Task Who_is_cancelled_does_not_wait_for_another_one()
    {
        using var begun = new ManualResetEventSlim();
        using var go = new ManualResetEventSlim();
        using var cancelled = new CancellationTokenSource();
        var first = Task.Run(() => values.GetOrMake("a", () => Make("a", begun, go), CancellationToken.None));
        begun.Wait();
        await cancelled.CancelAsync();

        Assert.Equal("stopped", values.GetOrMake("a", () => "stopped", cancelled.Token));
        go.Set();
        Assert.Equal("a", await first);
    }

    private object Make(object value, ManualResetEventSlim begun, ManualResetEventSlim go)
    {
        Interlocked.Increment(ref made);
        begun.Set();
        go.Wait();
        return value;
    }
}
