using System.Collections.Concurrent;
using System.Diagnostics;
using LoginVerification.Sms.Tests.Sending;
using LoginVerification.WebPush.Tests.Service;
using Microsoft.Extensions.DependencyInjection;

namespace LoginVerification.WebPush.Tests.Sending;

/// <summary>What a host does to its HTTP clients, all of them or this one: it neither repeats a push nor shows one.</summary>
public sealed class HostsClientTests
{
    [Fact]
    public async Task A_handler_that_repeats_requests_sends_no_push_twice()
    {
        using var app = new Subscriber();
        await using var service = await PushService.StartAsync(503);
        await using var host = Senders.Host(service, more: services => services.ConfigureHttpClientDefaults(all => all.AddHttpMessageHandler(() => new Repeating())));

        await Assert.ThrowsAsync<UnknownOutcomeException>(() => host.WakeAsync(Senders.Message(app.Address)));

        Assert.Single(service.Pushes);
    }

    [Fact]
    public async Task A_handler_of_the_host_goes_around_the_client()
    {
        using var app = new Subscriber();
        await using var service = await PushService.StartAsync();
        await using var host = Senders.Host(service, more: services => services.AddHttpClient(WebPushOptions.HttpClientName).AddHttpMessageHandler(() => new Marking()));

        Assert.Equal(PushReceipt.Accepted, await host.WakeAsync(Senders.Message(app.Address)));

        Assert.Equal("yes", service.Pushes[0].Headers["X-Host"]);
    }

    /// <summary>A proxy would resolve the name itself, and nobody here would look at the address.</summary>
    [Fact]
    public async Task The_proxy_of_the_machine_is_not_used()
    {
        using var app = new Subscriber();
        await using var service = await PushService.StartAsync();
        await using var host = Senders.Host(service);
        var before = HttpClient.DefaultProxy;
        HttpClient.DefaultProxy = new System.Net.WebProxy("http://127.0.0.1:9/");
        try
        {
            Assert.Equal(PushReceipt.Accepted, await host.WakeAsync(Senders.Message(app.Address)));
        }
        finally
        {
            HttpClient.DefaultProxy = before;
        }

        Assert.Equal([PushService.Host], host.GetRequiredService<TestNetwork>().Asked);
    }

    [Fact]
    public async Task What_a_handler_of_the_host_throws_does_not_go_on()
    {
        using var app = new Subscriber();
        await using var service = await PushService.StartAsync();
        await using var host = Senders.Host(service, more: services => services.AddHttpClient(WebPushOptions.HttpClientName).AddHttpMessageHandler(() => new Throwing()));

        var thrown = await Assert.ThrowsAsync<UnknownOutcomeException>(() => host.WakeAsync(Senders.Message(app.Address)));

        Assert.DoesNotContain(app.Path, thrown.ToString(), StringComparison.Ordinal);
        Assert.Contains(nameof(InvalidOperationException), thrown.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(201)]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(410)]
    [InlineData(429)]
    [InlineData(500)]
    public async Task No_log_of_any_level_and_no_trace_shows_the_device_or_a_key(int status)
    {
        using var app = new Subscriber();
        using var logs = new AllLogs();
        using var traces = new AllTraces();
        await using var service = await PushService.StartAsync(status);
        await using var host = Senders.Host(service, more: logs.AddTo);

        _ = await Record.ExceptionAsync(() => host.WakeAsync(Senders.Message(app.Address)));
        Assert.Single(service.Pushes);
        // The host's own client logs and traces as ever, so that there is something to find.
        using var other = host.GetRequiredService<IHttpClientFactory>().CreateClient("other");
        _ = await Record.ExceptionAsync(() => other.GetAsync(new Uri($"http://127.0.0.1:{service.Port}/other")));

        Assert.Contains(logs.Lines, line => line.Contains("/other", StringComparison.Ordinal));
        Assert.Contains(traces.Lines, line => line.Contains("/other", StringComparison.Ordinal));
        Assert.All(PushAnswerTests.SecretsOf(app), secret => Assert.DoesNotContain(logs.Lines.Concat(traces.Lines), line => line.Contains(secret, StringComparison.OrdinalIgnoreCase)));
        Assert.Equal(status is 400 or 401 or 403, logs.Lines.Any(line => line.StartsWith("Error", StringComparison.Ordinal)));
        Assert.DoesNotContain("traceparent", service.Pushes[0].Headers.Keys, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>As a host's tracing listens to all HTTP clients.</summary>
    private sealed class AllTraces : IDisposable
    {
        private readonly ConcurrentQueue<string> lines = new();
        private readonly ActivityListener listener;

        public AllTraces()
        {
            listener = new ActivityListener
            {
                // Not those of the push service, which is a host of its own.
                ShouldListenTo = source => source.Name.StartsWith("System.Net", StringComparison.Ordinal),
                Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
                ActivityStopped = activity => lines.Enqueue($"{activity.DisplayName} {string.Join(' ', activity.TagObjects)}"),
            };
            ActivitySource.AddActivityListener(listener);
        }

        public IReadOnlyList<string> Lines => [.. lines];

        public void Dispose() => listener.Dispose();
    }

    private sealed class Throwing : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            throw new InvalidOperationException($"{request.RequestUri}");
    }
}
