using NodaTime;

namespace LoginVerification.Tests;

/// <summary>A gateway that comes back is not met by all messages at once.</summary>
public sealed class RetryWaitTests
{
    private const int Messages = 200;

    [Fact]
    public async Task Messages_that_failed_together_are_tried_again_apart()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent) { LoopRuns = false };
        host.Phone.Hang = (_, _) => Task.FromException(new HttpRequestException("the gateway is down"));
        for (var number = 0; number < Messages; number++)
            await host.As("mobileWeb", new SubmitPhone("+972502345678"), $"account {number}");

        foreach (var wait in new[] { 5_000, 10_000, 20_000 })
        {
            var waits = new List<long>();
            for (var number = 0; number < Messages; number++)
                waits.Add((long)(Assert.Single(await host.WaitingAsync($"account {number}")).DueAt - host.Now).TotalMilliseconds);
            Assert.All(waits, one => Assert.InRange(one, wait / 2, wait * 3 / 2));
            Assert.InRange(waits.Average(), wait * 0.85, wait * 1.15);
            // A tenth of them at most comes in any twentieth of the time.
            Assert.All(waits.GroupBy(one => (one - (wait / 2)) * 20 / wait), slot => Assert.InRange(slot.Count(), 1, Messages / 8));
            host.Time.Advance(TimeSpan.FromMilliseconds(wait * 3 / 2));
            while (await host.Dispatcher.DispatchDueAsync() > 0)
                await host.Dispatcher.DrainAsync();
        }
    }

    [Fact]
    public void A_wait_is_a_whole_number_of_milliseconds_and_the_same_for_the_same_attempt_of_a_message()
    {
        var timing = new DispatchTiming(Duration.FromSeconds(30), Duration.FromSeconds(5), Duration.FromMinutes(5), 20, TimeSpan.Zero, 8);
        const string Id = "0000ffff80001234567890abcdef0123";
        Assert.Equal([7499, 10_000, 11_422], new[] { 1, 2, 3 }.Select(attempts => (long)timing.WaitAfter(attempts, Id).TotalMilliseconds));
        Assert.Equal(Duration.FromMilliseconds(150_000), timing.WaitAfter(8, Id));
        Assert.All(Enumerable.Range(1, 40), attempts => Assert.Equal(0, timing.WaitAfter(attempts, Id).SubsecondNanoseconds % 1_000_000));
        Assert.Equal(timing.WaitAfter(19, Id), timing.WaitAfter(19, Id));
    }
}
