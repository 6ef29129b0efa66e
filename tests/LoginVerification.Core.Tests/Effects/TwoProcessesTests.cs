using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace LoginVerification.Tests;

/// <summary>Two processes work off one outbox, and every message goes out once, however slow the gateway is.</summary>
public sealed class TwoProcessesTests(ITestOutputHelper output)
{
    private const int Messages = 100;

    public static TheoryData<int, int> Gateways => new() { { 500, 1000 }, { 1000, 1000 }, { 5000, 11_000 } };

    [Theory]
    [MemberData(nameof(Gateways))]
    public async Task Of_100_due_messages_two_processes_send_100(int shortest, int longest)
    {
        using var one = new ServiceHost(ShippedPolicies.Consistent) { LoopRuns = false };
        using var two = new ServiceHost(ShippedPolicies.Consistent, beside: one) { LoopRuns = false };
        one.Phone.Fault = () => new HttpRequestException("the gateway is down");
        for (var account = 0; account < Messages; account++)
            await one.As("web", new SubmitPhone($"+9725023{account:00000}"), $"account {account}");
        one.Phone.Fault = () => null;
        one.Time.Advance(TimeSpan.FromSeconds(8));

        var before = one.Phone.Attempts;
        var gateway = new SlowGateway(one.Time, number => TimeSpan.FromMilliseconds(shortest + (number * 37 % (longest - shortest + 1))));
        one.Phone.Hang = gateway.TakeAsync;
        var began = one.Now;
        await gateway.RunUntilAsync(Task.WhenAll(WorkOffAsync(one), WorkOffAsync(two)), TimeSpan.FromMilliseconds(shortest / 5));

        output.WriteLine($"{Messages} due, {shortest} to {longest} ms each: {one.Phone.Messages.Count} SMS in {one.Phone.Attempts - before} attempts, {(one.Now - began).TotalSeconds:0} s, at most {gateway.MostAtOnce} at once.");
        Assert.Equal(Messages, one.Phone.Attempts - before);
        Assert.Equal(Messages, one.Phone.Messages.Select(message => message.To).Distinct().Count());
        Assert.InRange(gateway.MostAtOnce, 2, 16);
    }

    [Fact]
    public async Task So_many_are_sent_at_once_as_the_options_say_and_no_more()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent, builder => builder.Services.Configure<LoginVerificationOptions>(o => o.SendsSideBySide = 3)) { LoopRuns = false };
        host.Phone.Fault = () => new HttpRequestException("the gateway is down");
        for (var account = 0; account < 20; account++)
            await host.As("web", new SubmitPhone($"+9725023{account:00000}"), $"account {account}");
        host.Phone.Fault = () => null;
        host.Time.Advance(TimeSpan.FromSeconds(8));

        var gateway = new SlowGateway(host.Time, _ => TimeSpan.FromSeconds(1));
        host.Phone.Hang = gateway.TakeAsync;
        await gateway.RunUntilAsync(host.Dispatcher.DispatchDueAsync(), TimeSpan.FromMilliseconds(200));
        Assert.Equal(3, gateway.MostAtOnce);
        Assert.Equal(20, host.Phone.Messages.Count);
    }

    [Fact]
    public async Task A_message_whose_lease_is_half_over_is_given_back_to_who_claims_it_next()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent, builder => builder.Services.Configure<LoginVerificationOptions>(o => o.SendsSideBySide = 1)) { LoopRuns = false };
        host.Phone.Fault = () => new HttpRequestException("the gateway is down");
        for (var account = 0; account < 4; account++)
            await host.As("web", new SubmitPhone($"+9725023{account:00000}"), $"account {account}");
        host.Phone.Fault = () => null;
        host.Time.Advance(TimeSpan.FromSeconds(8));

        // At 0, 8 and 16 s: the third would have 14 of its 30 s left.
        var gateway = new SlowGateway(host.Time, _ => TimeSpan.FromSeconds(8));
        host.Phone.Hang = gateway.TakeAsync;
        await gateway.RunUntilAsync(host.Dispatcher.DispatchDueAsync(), TimeSpan.FromSeconds(1));
        Assert.Equal(2, host.Phone.Messages.Count);
        Assert.Equal(2, await WaitingAsync(host));

        await gateway.RunUntilAsync(host.Dispatcher.DispatchDueAsync(), TimeSpan.FromSeconds(1));
        Assert.Equal(4, host.Phone.Messages.Count);
    }

    /// <summary>What the loop of a process does until nothing waits any more.</summary>
    private static async Task WorkOffAsync(ServiceHost host)
    {
        while (await WaitingAsync(host) > 0)
        {
            if (await host.Dispatcher.DispatchDueAsync() == 0)
                await Task.Delay(TimeSpan.FromSeconds(1), host.Time);
        }
    }

    private static async Task<int> WaitingAsync(ServiceHost host)
    {
        var waiting = 0;
        for (var account = 0; account < Messages; account++)
            waiting += (await host.WaitingAsync($"account {account}")).Count;
        return waiting;
    }
}
