using LoginVerification.Sms.Tests.Loopback;
using LoginVerification.Sms.Tests.Sending;

namespace LoginVerification.Sms.Tests.Kannel;

/// <summary>What the sender asks of Kannel, and what it makes of each answer that a Kannel of the test's would not give.</summary>
public sealed class KannelSenderTests
{
    [Fact]
    public async Task Nothing_of_the_message_and_no_secret_is_in_the_address()
    {
        await using var server = new LoopbackServer(new LoopbackAnswer(202, "0: Accepted for delivery"));
        await using var host = Senders.KannelHost(server.Address, settings =>
        {
            settings.Smsc = "centre";
            settings.ReportTo = new Uri("https://example.com/sms");
        });

        await host.SendAsync();

        var request = Assert.Single(server.Requests);
        Assert.Equal(("POST", "/cgi-bin/sendsms"), (request.Method, request.Target));
        Assert.Equal("text/plain; charset=UTF-8", request.Headers["Content-Type"]);
        Assert.Equal(Senders.Password, request.Headers["X-Kannel-Password"]);
        Assert.Equal("centre", request.Headers["X-Kannel-SMSC"]);
        Assert.Equal("31", request.Headers["X-Kannel-DLR-Mask"]);
    }

    [Theory]
    [InlineData(202, "0: Accepted for delivery")]
    [InlineData(202, "3: Queued for later delivery")]
    [InlineData(202, "0: Accepted for delivery Message splits: 2")]
    [InlineData(202, "Sent.")]
    [InlineData(202, "Sent. Message splits: 2")]
    public async Task It_took_the_message(int status, string text)
    {
        await using var server = new LoopbackServer(new LoopbackAnswer(status, text, "text/html"));
        await using var host = Senders.KannelHost(server.Address);
        Assert.Equal(new SmsReceipt.Accepted(), await host.SendAsync());
    }

    /// <summary>Neither number nor text of an answer makes more of it than its status allows.</summary>
    [Theory]
    [InlineData(200, "0: Accepted for delivery")]
    [InlineData(500, "0: Accepted for delivery")]
    [InlineData(503, "Not routable. Do not try again.")]
    [InlineData(202, "Not routable. Do not try again.")]
    [InlineData(403, "Temporal failure")]
    [InlineData(410, "Gone")]
    public async Task An_answer_that_Kannel_does_not_give_is_unknown(int status, string text)
    {
        await using var server = new LoopbackServer(new LoopbackAnswer(status, text, "text/html"));
        await using var host = Senders.KannelHost(server.Address);
        await Assert.ThrowsAsync<UnknownOutcomeException>(() => host.SendAsync());
    }
}
