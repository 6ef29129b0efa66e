using System.Security.Cryptography;
using System.Text;

namespace LoginVerification.Tests;

/// <summary>The names of messages never repeat, give no account away, and outlive the attempts.</summary>
public sealed class MessageIdTests
{
    private const string Number = "+972502345678";

    [Fact]
    public async Task After_an_erasure_no_id_comes_again()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        for (var enrolment = 0; enrolment < 20; enrolment++)
        {
            await host.VerifyAsync("web", Number);
            await host.EraseAsync();
        }

        Assert.Equal(20, host.Phone.Messages.Select(message => message.Id).Distinct().Count());
        Assert.Equal(20, host.Owner.Letters.Select(letter => letter.Id).Distinct().Count());
    }

    [Fact]
    public async Task An_id_stays_the_same_for_each_attempt_and_in_each_process()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        var ids = new List<string>();
        host.Phone.Hang = (message, _) =>
        {
            ids.Add(message.Id);
            return Task.FromException(new HttpRequestException("the gateway is down"));
        };
        await host.As("web", new SubmitPhone(Number));
        await host.RunLoopAsync(TimeSpan.FromSeconds(30));
        using var other = new ServiceHost(ShippedPolicies.Consistent, beside: host);
        await other.RunLoopAsync(TimeSpan.FromSeconds(60));
        Assert.InRange(ids.Count, 4, 6);
        Assert.Single(ids.Distinct());
    }

    /// <summary>Whoever knows the ids and guesses the account finds nothing to compare with: neither by a plain hash, nor under another key.</summary>
    [Fact]
    public async Task An_id_tells_nobody_the_account()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent) { LoopRuns = false };
        await host.VerifyAsync("web", Number);
        var id = host.Phone.Messages[0].Id;
        Assert.Matches("^[0-9a-f]{32}$", id);
        var enrolment = (await host.StoredAsync()).Id!.Hex;
        string[] guesses = [$"{ServiceHost.Account}/1/SendCode", $"{enrolment}/1/SendCode", ServiceHost.Account, enrolment];
        Assert.All(guesses, guess => Assert.NotEqual(id, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(guess)).AsSpan(0, 16))));
        Assert.All(await host.WaitingAsync(), message => Assert.Matches("^[0-9a-f]{32}$", message.Id));
    }

    [Fact]
    public void The_same_event_is_named_otherwise_under_another_key()
    {
        var (before, events) = (new Enrolment(Given.Alice), (ValueList<EnrolmentEvent>)[Submitted()]);
        string NameUnder(byte key) => new OutboxMessages(new CodeKeys([new("key", [.. Enumerable.Repeat(key, 32)])], "key")).For(before, events, Given.Now, Given.Now)[0].Id;
        Assert.Equal(NameUnder(1), NameUnder(1));
        Assert.NotEqual(NameUnder(1), NameUnder(2));
    }

    private static PhoneSubmitted Submitted() =>
        new(Given.Israeli, Given.Challenge(Given.Israeli.Number, "challenge", Given.Now), Given.Now + NodaTime.Duration.FromHours(1), Given.Now - NodaTime.Duration.FromHours(24))
        {
            Origin = Given.ByUser,
            Begins = EnrolmentId.Parse(new string('a', 32)),
        };
}
