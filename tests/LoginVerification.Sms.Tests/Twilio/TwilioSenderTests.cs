using System.Text;
using LoginVerification.Sms.Tests.Loopback;
using LoginVerification.Sms.Tests.Sending;

namespace LoginVerification.Sms.Tests.Twilio;

/// <summary>What the sender asks of Twilio, and what it makes of each error.</summary>
public sealed class TwilioSenderTests
{
    private static readonly LoopbackAnswer Made = new(201, """{"sid":"SMaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","status":"queued","error_code":null}""");

    /// <summary>Written by hand, from Twilio's pages. What is not final is null: the outbox tries again.</summary>
    private static readonly Dictionary<int, SmsReceipt?> Foreseen = new()
    {
        [20003] = null,
        [20429] = null,
        [21211] = new SmsReceipt.Rejected(RejectionReason.UnknownNumber),
        [21214] = new SmsReceipt.Rejected(RejectionReason.UnknownNumber),
        [21217] = new SmsReceipt.Rejected(RejectionReason.UnknownNumber),
        [21265] = new SmsReceipt.Rejected(RejectionReason.UnknownNumber),
        [21266] = new SmsReceipt.Rejected(RejectionReason.Refused),
        [21408] = new SmsReceipt.Rejected(RejectionReason.NotServed),
        [21606] = null,
        [21608] = new SmsReceipt.Rejected(RejectionReason.Refused),
        [21610] = new SmsReceipt.OptedOut(),
        [21611] = null,
        [21612] = new SmsReceipt.Rejected(RejectionReason.NotServed),
        [21614] = new SmsReceipt.Rejected(RejectionReason.UnknownNumber),
        [21617] = new SmsReceipt.Rejected(RejectionReason.Refused),
        [21635] = new SmsReceipt.Rejected(RejectionReason.UnknownNumber),
        [21659] = null,
        [21660] = null,
        [21701] = null,
        [21703] = null,
        [21705] = null,
        [21730] = null,
        [30001] = null,
        [30002] = null,
        [30003] = null,
        [30004] = new SmsReceipt.Rejected(RejectionReason.Refused),
        [30005] = new SmsReceipt.Rejected(RejectionReason.UnknownNumber),
        [30006] = new SmsReceipt.Rejected(RejectionReason.UnknownNumber),
        [30007] = new SmsReceipt.Rejected(RejectionReason.Refused),
        [30008] = null,
        [30034] = null,
    };

    public static TheoryData<int> Codes => [.. Foreseen.Keys];

    [Fact]
    public void Every_code_is_foreseen() => Assert.Equal(Foreseen.Keys.Order(), TwilioErrors.Known.Select(error => error.Code));

    [Theory]
    [MemberData(nameof(Codes))]
    public Task An_error_is_what_was_foreseen(int code) =>
        CheckAsync(new LoopbackAnswer(code is 20003 ? 401 : 400, $$"""{"code":{{code}},"message":"+447700900123 …","more_info":"https://www.twilio.com/docs/errors/{{code}}","status":400}"""), Foreseen[code]);

    /// <summary>With a messaging service Twilio may answer with a message that has failed already.</summary>
    [Theory]
    [MemberData(nameof(Codes))]
    public Task A_message_that_failed_at_once_is_the_same(int code) =>
        CheckAsync(new LoopbackAnswer(201, $$"""{"sid":"SMaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","status":"failed","error_code":{{code}}}"""), Foreseen[code]);

    [Fact]
    public async Task It_posts_the_message_and_who_sends_it()
    {
        await using var server = new LoopbackServer(Made);
        await using var host = Senders.TwilioHost(server.Address, settings => settings.ReportTo = new Uri("https://example.com/sms?tenant=1"));

        Assert.Equal(new SmsReceipt.Accepted(), await host.SendAsync(Senders.Message("a/b", "קוד & 1+1")));

        var request = Assert.Single(server.Requests);
        Assert.Equal(("POST", $"/2010-04-01/Accounts/{Senders.AccountSid}/Messages.json"), (request.Method, request.Target));
        Assert.Equal($"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Senders.AccountSid}:{Senders.AuthToken}"))}", request.Headers["Authorization"]);
        Assert.Equal("קוד & 1+1", QueryText.SingleText(request.Body, "Body"));
        Assert.Equal("+447700900123", QueryText.SingleText(request.Body, "To"));
        Assert.Equal("+15005550006", QueryText.SingleText(request.Body, "From"));
        Assert.Equal("https://example.com/sms?tenant=1&id=a%2Fb", QueryText.SingleText(request.Body, "StatusCallback"));
        Assert.Null(QueryText.SingleText(request.Body, "MessagingServiceSid"));
    }

    [Fact]
    public async Task It_sends_with_an_API_key_where_there_is_one()
    {
        await using var server = new LoopbackServer(Made);
        await using var host = Senders.TwilioHost(server.Address, settings =>
        {
            (settings.ApiKeySid, settings.ApiKeySecret) = ("SKaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "secret");
            (settings.From, settings.MessagingServiceSid) = (null, "MGaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa");
        });

        await host.SendAsync();

        var request = Assert.Single(server.Requests);
        Assert.Equal($"Basic {Convert.ToBase64String("SKaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa:secret"u8)}", request.Headers["Authorization"]);
        Assert.Equal("MGaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", QueryText.SingleText(request.Body, "MessagingServiceSid"));
        Assert.Null(QueryText.SingleText(request.Body, "From"));
    }

    private static async Task CheckAsync(LoopbackAnswer answer, SmsReceipt? foreseen)
    {
        await using var server = new LoopbackServer(answer);
        await using var host = Senders.TwilioHost(server.Address);
        if (foreseen is not null)
        {
            Assert.Equal(foreseen, await host.SendAsync());
            return;
        }

        var thrown = await Assert.ThrowsAsync<UnknownOutcomeException>(() => host.SendAsync());
        Assert.DoesNotContain("447700900123", thrown.ToString(), StringComparison.Ordinal);
    }
}
