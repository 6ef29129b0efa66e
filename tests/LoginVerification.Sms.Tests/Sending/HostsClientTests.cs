using LoginVerification.Sms.Tests.Loopback;
using Microsoft.Extensions.DependencyInjection;

namespace LoginVerification.Sms.Tests.Sending;

/// <summary>What a host does to its HTTP clients, all of them or these: it neither repeats a message nor shows one.</summary>
public sealed class HostsClientTests
{
    private static readonly LoopbackAnswer Taken = new(202, "0: Accepted for delivery", "text/html");
    private static readonly LoopbackAnswer Made = new(201, """{"sid":"SMaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","status":"queued"}""");

    [Theory]
    [InlineData(KannelOptions.HttpClientName)]
    [InlineData(TwilioOptions.HttpClientName)]
    public async Task A_handler_that_repeats_requests_sends_no_message_twice(string client)
    {
        await using var server = new LoopbackServer(new LoopbackAnswer(503));
        await using var host = Host(client, server.Address, services => services.ConfigureHttpClientDefaults(all => all.AddHttpMessageHandler(() => new Repeating())));

        await Assert.ThrowsAnyAsync<Exception>(() => host.SendAsync());

        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData(KannelOptions.HttpClientName)]
    [InlineData(TwilioOptions.HttpClientName)]
    public async Task A_handler_of_the_host_goes_around_the_client(string client)
    {
        await using var server = new LoopbackServer(client is KannelOptions.HttpClientName ? Taken : Made);
        await using var host = Host(client, server.Address, services => services.AddHttpClient(client).AddHttpMessageHandler(() => new Marking()));

        Assert.IsType<SmsReceipt.Accepted>(await host.SendAsync());

        Assert.Equal("yes", server.Requests[0].Headers["X-Host"]);
    }

    [Theory]
    [InlineData(KannelOptions.HttpClientName, 202)]
    [InlineData(KannelOptions.HttpClientName, 403)]
    [InlineData(KannelOptions.HttpClientName, 500)]
    [InlineData(TwilioOptions.HttpClientName, 201)]
    [InlineData(TwilioOptions.HttpClientName, 401)]
    [InlineData(TwilioOptions.HttpClientName, 500)]
    public async Task No_log_of_any_level_shows_the_message_or_a_secret(string client, int status)
    {
        using var logs = new AllLogs();
        var answer = (client is KannelOptions.HttpClientName ? Taken : Made) with { Status = status };
        await using var server = new LoopbackServer(answer);
        await using var host = Host(client, server.Address, logs.AddTo);

        _ = await Record.ExceptionAsync(() => host.SendAsync());
        // The host's own client logs as ever, so that there is something to find.
        using var other = host.GetRequiredService<IHttpClientFactory>().CreateClient("other");
        await other.GetStringAsync(new Uri(server.Address, $"?text={Senders.Code}")).ContinueWith(_ => { }, TaskScheduler.Default);

        Assert.Contains(logs.Lines, line => line.Contains("127.0.0.1", StringComparison.Ordinal));
        Assert.DoesNotContain(logs.Lines, line => line.Contains("sendsms", StringComparison.Ordinal) || line.Contains("Messages.json", StringComparison.Ordinal));
        Assert.All(GatewayFailureTests.Secrets, secret => Assert.DoesNotContain(logs.Lines, line => line.Contains(secret, StringComparison.Ordinal)));
        Assert.Equal(status is 401 or 403, logs.Lines.Any(line => line.StartsWith("Error", StringComparison.Ordinal)));
    }

    private static ServiceProvider Host(string client, Uri server, Action<IServiceCollection> more) =>
        client is KannelOptions.HttpClientName ? Senders.KannelHost(server, more: more) : Senders.TwilioHost(server, more: more);
}
