using System.Diagnostics;
using LoginVerification.WebPush.Tests.Service;
using Microsoft.Extensions.DependencyInjection;

namespace LoginVerification.WebPush.Tests.Sending;

/// <summary>What a push service answers, and what becomes of the push.</summary>
public sealed class PushAnswerTests
{
    [Theory]
    [InlineData(200, PushReceipt.Accepted)]
    [InlineData(201, PushReceipt.Accepted)]
    [InlineData(202, PushReceipt.Accepted)]
    [InlineData(404, PushReceipt.Gone)]
    [InlineData(410, PushReceipt.Gone)]
    [InlineData(400, PushReceipt.Rejected)]
    [InlineData(403, PushReceipt.Rejected)]
    [InlineData(413, PushReceipt.Rejected)]
    public async Task A_final_answer_is_a_receipt(int status, PushReceipt receipt)
    {
        using var app = new Subscriber();
        await using var service = await PushService.StartAsync(status);
        await using var host = Senders.Host(service);

        Assert.Equal(receipt, await host.WakeAsync(Senders.Message(app.Address)));

        Assert.Single(service.Pushes);
    }

    private static readonly Dictionary<string, Func<Subscriber, PushAnswering>> Trouble = new()
    {
        ["the host's signature is refused"] = _ => new(401),
        ["too many"] = _ => new(429),
        ["too many, and when to come again"] = _ => new(429) { Headers = new() { ["Retry-After"] = "0" } },
        ["too many, and when to come again, in the past"] = _ => new(429) { Headers = new() { ["Retry-After"] = "Wed, 21 Oct 2015 07:28:00 GMT" } },
        ["a server error"] = _ => new(500),
        ["a bad gateway"] = _ => new(502, "<html>Bad gateway</html>"),
        ["no service"] = _ => new(503) { Headers = new() { ["Retry-After"] = "0" } },
        ["a timeout of its own"] = _ => new(408),
        ["no content"] = _ => new(204),
        ["a redirect for good"] = app => new(308) { Headers = new() { ["Location"] = app.Path } },
        ["a redirect"] = app => new(307) { Headers = new() { ["Location"] = app.Path } },
        ["a redirect to this machine"] = _ => new(302) { Headers = new() { ["Location"] = "http://127.0.0.1/" } },
        ["the method is refused"] = _ => new(405),
        ["a status that nobody has"] = _ => new(599),
        ["a secret in what it answers"] = app => new(500, app.Path + app.Auth) { Headers = new() { ["X-Reason"] = app.Auth } },
        ["the connection dropped after the push was taken"] = _ => PushAnswering.Drop,
    };

    public static TheoryData<string> Cases => [.. Trouble.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Everything_else_is_unknown_and_went_out_once(string trouble)
    {
        using var app = new Subscriber();
        await using var service = await PushService.StartAsync();
        service.Answer = _ => Trouble[trouble](app);
        await using var host = Senders.Host(service);

        var thrown = await Assert.ThrowsAsync<UnknownOutcomeException>(() => host.WakeAsync(Senders.Message(app.Address)));

        Assert.Single(service.Pushes);
        Assert.Null(thrown.InnerException);
        Assert.All(SecretsOf(app), secret => Assert.DoesNotContain(secret, thrown.ToString(), StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_push_service_that_hangs_is_left_at_the_timeout()
    {
        using var app = new Subscriber();
        await using var service = await PushService.StartAsync();
        service.Answer = _ => PushAnswering.Hang;
        await using var host = Senders.Host(service, settings => settings.Timeout = TimeSpan.FromSeconds(1));
        var watch = Stopwatch.StartNew();

        var thrown = await Assert.ThrowsAsync<TimeoutException>(() => host.WakeAsync(Senders.Message(app.Address)));

        Assert.InRange(watch.Elapsed, TimeSpan.FromSeconds(0.9), TimeSpan.FromSeconds(6));
        Assert.Single(service.Pushes);
        Assert.All(SecretsOf(app), secret => Assert.DoesNotContain(secret, thrown.ToString(), StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The library reads the body of a refusal to its end, without a timeout: it finds none.</summary>
    [Theory]
    [InlineData(201)]
    [InlineData(410)]
    public async Task A_push_service_that_never_ends_its_answer_is_not_waited_for(int status)
    {
        using var app = new Subscriber();
        await using var service = await PushService.StartAsync();
        service.Answer = _ => new PushAnswering(status, "…") { Trickles = true };
        await using var host = Senders.Host(service, settings => settings.Timeout = TimeSpan.FromSeconds(5));

        var receipt = await host.WakeAsync(Senders.Message(app.Address)).WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Equal(PushAnswers.Find(status)!.Receipt, receipt);
    }

    [Fact]
    public async Task A_caller_that_gives_up_is_told_so()
    {
        using var app = new Subscriber();
        await using var service = await PushService.StartAsync();
        service.Answer = _ => PushAnswering.Hang;
        await using var host = Senders.Host(service);
        using var gaveUp = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));

        var thrown = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => host.WakeAsync(Senders.Message(app.Address), gaveUp.Token));

        Assert.Equal(gaveUp.Token, thrown.CancellationToken);
    }

    [Fact]
    public async Task A_push_service_with_another_certificate_gets_nothing()
    {
        using var app = new Subscriber();
        await using var service = await PushService.StartAsync();
        await using var host = Senders.Host(service, use: builder =>
            builder.Services.AddHttpClient(WebPushOptions.HttpClientName).ConfigurePrimaryHttpMessageHandler((handler, _) =>
                ((SocketsHttpHandler)((DelegatingHandler)handler).InnerHandler!).SslOptions.RemoteCertificateValidationCallback = null));

        var thrown = await Assert.ThrowsAsync<UnknownOutcomeException>(() => host.WakeAsync(Senders.Message(app.Address)));

        Assert.Contains("SecureConnectionError", thrown.Message, StringComparison.Ordinal);
        Assert.Empty(service.Pushes);
    }

    [Fact]
    public async Task A_push_service_that_is_not_there_is_unknown()
    {
        using var app = new Subscriber();
        var service = await PushService.StartAsync();
        await using var host = Senders.Host(service);
        await service.DisposeAsync();

        var thrown = await Assert.ThrowsAsync<UnknownOutcomeException>(() => host.WakeAsync(Senders.Message(app.Address)));

        Assert.Contains("ConnectionError", thrown.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(PushService.Host, thrown.ToString(), StringComparison.Ordinal);
    }

    internal static IEnumerable<string> SecretsOf(Subscriber app) => [app.Path, app.Auth, app.PublicKey, Senders.Keys.PrivateKey];
}
