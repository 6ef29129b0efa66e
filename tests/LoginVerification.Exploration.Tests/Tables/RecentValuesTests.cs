namespace LoginVerification.Exploration.Tests.Tables;

public class RecentValuesTests
{
    [Fact]
    public void What_many_want_at_once_is_made_once()
    {
        var cache = new RecentValues<int, string>(room: 2, _ => true);
        var made = 0;

        var values = new string[4];
        Parallel.For(0, values.Length, index => values[index] = cache.GetOrMake(1, Make, CancellationToken.None));

        Assert.Equal(1, made);
        Assert.All(values, value => Assert.Same(values[0], value));

        string Make()
        {
            Thread.Sleep(50);
            return $"made {Interlocked.Increment(ref made)}";
        }
    }

    [Fact]
    public void The_value_that_was_not_asked_for_the_longest_is_forgotten()
    {
        var cache = new RecentValues<int, string>(room: 2, _ => true);
        var made = new List<int>();

        foreach (var key in new[] { 1, 2, 1, 3, 1, 2 })
            cache.GetOrMake(key, () => Make(key), CancellationToken.None);

        Assert.Equal([1, 2, 3, 2], made);

        string Make(int key)
        {
            made.Add(key);
            return $"{key}";
        }
    }

    [Fact]
    public void What_is_not_worth_keeping_is_made_again()
    {
        var cache = new RecentValues<int, string>(room: 2, value => value != "1");
        var made = 0;

        Assert.Equal(["1", "2", "2"], Enumerable.Range(0, 3).Select(_ => cache.GetOrMake(1, () => $"{++made}", CancellationToken.None)));
    }

    [Fact]
    public async Task Who_is_stopped_does_not_wait_for_another()
    {
        var cache = new RecentValues<int, string>(room: 2, _ => true);
        using var begun = new ManualResetEventSlim();
        using var goOn = new ManualResetEventSlim();
        var slow = Task.Run(() => cache.GetOrMake(1, MakeSlowly, CancellationToken.None));
        begun.Wait();

        var own = cache.GetOrMake(1, () => "own", new CancellationToken(canceled: true));
        goOn.Set();

        Assert.Equal(("own", "slow"), (own, await slow));

        string MakeSlowly()
        {
            begun.Set();
            goOn.Wait();
            return "slow";
        }
    }
}
