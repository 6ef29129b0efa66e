using System.Diagnostics;
using LoginVerification.Sms.Tests.Loopback;
using Microsoft.Extensions.DependencyInjection;

namespace LoginVerification.Sms.Tests.Sending;

/// <summary>A gateway that is in trouble, asked by either sender: nobody knows, the outbox tries again, and the message went out once at most.</summary>
public sealed class GatewayFailureTests
{
    private static readonly Dictionary<string, Func<Uri, TimeSpan, ServiceProvider>> Hosts = new()
    {
        ["Kannel"] = (server, timeout) => Senders.KannelHost(server, settings => settings.Timeout = timeout),
        ["Twilio"] = (server, timeout) => Senders.TwilioHost(server, settings => settings.Timeout = timeout),
    };

    private static readonly Dictionary<string, LoopbackAnswer> Trouble = new()
    {
        ["a server error"] = new(500, """{"code":21211,"message":"Internal","status":500}"""),
        ["no service"] = new(503, "Temporal failure, try again later."),
        ["a bad gateway"] = new(502, "<html>Bad gateway</html>", "text/html"),
        ["throttled"] = new(429, """{"code":20429,"message":"Too Many Requests","status":429}"""),
        ["throttled, with a final code"] = new(429, """{"code":21610,"message":"Too Many Requests","status":429}"""),
        ["a timeout of its own"] = new(408),
        ["the connection dropped after the message was taken"] = LoopbackAnswer.Drop,
        ["a redirect"] = new(307, "", Headers: "Location: http://127.0.0.1:9/elsewhere\r\n"),
        ["nothing"] = new(201),
        ["nothing, with Kannel's status"] = new(202),
        ["a success that is none of theirs"] = new(200, "OK"),
        ["no content"] = new(204),
        ["null"] = new(201, "null"),
        ["a list"] = new(201, "[]"),
        ["JSON cut off"] = new(201, """{"sid":"SMaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","status":"que"""),
        ["a message without a SID"] = new(201, """{"status":"queued"}"""),
        ["a message with half a SID"] = new(201, """{"sid":"SMaaaa","status":"queued"}"""),
        ["a message without a state"] = new(201, """{"sid":"SMaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}"""),
        ["a message in a new state"] = new(201, """{"sid":"SMaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","status":"teleported"}"""),
        ["a message that failed for no known reason"] = new(201, """{"sid":"SMaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","status":"failed","error_code":99999}"""),
        ["a page of a proxy"] = new(202, "<html>Welcome</html>", "text/html"),
        ["an error of nobody's"] = new(400, """{"code":99999,"message":"?","status":400}"""),
        ["an error without a number"] = new(400, "{}"),
        ["an error whose number is text"] = new(400, """{"code":"21211"}"""),
        ["deep JSON"] = new(201, new string('[', 500)),
        ["a charset that nobody has"] = new(202, "0: Accepted for delivery", "text/html; charset=klingon"),
        ["more than a gateway says"] = new(202, "0: Accepted for delivery" + new string(' ', 100_000)),
    };

    public static TheoryData<string, string> Cases
    {
        get
        {
            var rows = new TheoryData<string, string>();
            foreach (var gateway in Hosts.Keys)
            {
                foreach (var trouble in Trouble.Keys)
                    rows.Add(gateway, trouble);
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task It_is_unknown_and_went_out_once(string gateway, string trouble)
    {
        await using var server = new LoopbackServer(Trouble[trouble]);
        await using var host = Hosts[gateway](server.Address, TimeSpan.FromSeconds(5));

        var thrown = await Assert.ThrowsAnyAsync<Exception>(() => host.SendAsync());

        Assert.Single(server.Requests);
        Assert.All(Secrets, secret => Assert.DoesNotContain(secret, thrown.ToString(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Kannel")]
    [InlineData("Twilio")]
    public async Task A_gateway_that_hangs_is_left_at_the_timeout(string gateway)
    {
        await using var server = new LoopbackServer(LoopbackAnswer.Hang);
        await using var host = Hosts[gateway](server.Address, TimeSpan.FromSeconds(1));
        var watch = Stopwatch.StartNew();

        await Assert.ThrowsAsync<TimeoutException>(() => host.SendAsync());

        Assert.InRange(watch.Elapsed, TimeSpan.FromSeconds(0.9), TimeSpan.FromSeconds(5));
        Assert.Single(server.Requests);
    }

    /// <summary>Whoever answers in a gateway's place gets neither code nor credentials sent on.</summary>
    [Theory]
    [InlineData("Kannel")]
    [InlineData("Twilio")]
    public async Task A_redirect_is_not_followed(string gateway)
    {
        var taken = gateway is "Kannel" ? new LoopbackAnswer(202, "0: Accepted for delivery") : new LoopbackAnswer(201, """{"sid":"SMaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","status":"queued"}""");
        await using var server = new LoopbackServer(request => request.Target is "/elsewhere" ? taken : new LoopbackAnswer(307, Headers: "Location: /elsewhere\r\n"));
        await using var host = Hosts[gateway](server.Address, TimeSpan.FromSeconds(5));

        await Assert.ThrowsAsync<UnknownOutcomeException>(() => host.SendAsync());

        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData("Kannel")]
    [InlineData("Twilio")]
    public async Task A_caller_that_gives_up_is_told_so(string gateway)
    {
        await using var server = new LoopbackServer(LoopbackAnswer.Hang);
        await using var host = Hosts[gateway](server.Address, TimeSpan.FromSeconds(5));
        using var gaveUp = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => host.SendAsync(cancellationToken: gaveUp.Token));
    }

    [Theory]
    [InlineData("Kannel")]
    [InlineData("Twilio")]
    public async Task A_gateway_that_is_not_there_is_unknown(string gateway)
    {
        var port = Programs.FreePorts.Take(1)[0];
        await using var host = Hosts[gateway](new Uri($"http://127.0.0.1:{port}/"), TimeSpan.FromSeconds(5));

        await Assert.ThrowsAsync<HttpRequestException>(() => host.SendAsync());
    }

    internal static readonly string[] Secrets =
    [
        Senders.Code, Senders.Password, Uri.EscapeDataString(Senders.Password), Senders.CallbackSecret, Senders.AuthToken, Senders.Number.E164[1..],
        Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"{Senders.AccountSid}:{Senders.AuthToken}")),
    ];
}
