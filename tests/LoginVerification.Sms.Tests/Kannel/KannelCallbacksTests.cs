using LoginVerification.Sms.Tests.Sending;
using Microsoft.Extensions.Options;

namespace LoginVerification.Sms.Tests.Kannel;

/// <summary>What Kannel calls, read from the query as it was sent.</summary>
public sealed class KannelCallbacksTests
{
    private const string Older = "the-older-secret-that-still-counts";

    private static readonly KannelCallbacks Callbacks = new(Options.Create(Settings()));

    [Fact]
    public void Reports_are_read()
    {
        Assert.Equal(new SmsCallback.Delivery(new DeliveryReport.Delivered("a/b")), Read("id=a%2Fb&dlr=1"));
        Assert.Equal(new SmsCallback.Delivery(new DeliveryReport.Failed("a", UndeliveredReason.Unknown, null)), Read("id=a&dlr=2"));
        Assert.Equal(new SmsCallback.Delivery(new DeliveryReport.UnderWay("a", DeliveryState.Queued)), Read("id=a&dlr=4"));
        Assert.Equal(new SmsCallback.Delivery(new DeliveryReport.UnderWay("a", DeliveryState.Sent)), Read("id=a&dlr=8"));
        Assert.Equal(new SmsCallback.Delivery(new DeliveryReport.Failed("a", UndeliveredReason.Refused, null)), Read("id=a&dlr=16"));
        Assert.Equal(new SmsCallback.Delivery(new DeliveryReport.UnderWay("a", DeliveryState.Queued)), Read("id=a&dlr=32"));
    }

    [Theory]
    [InlineData("from=%2B447700900123&text=STOP&charset=UTF-8", "STOP")]
    [InlineData("from=%2B447700900123&text=STOP", "STOP")]
    [InlineData("from=%2B447700900123&text=caf%C3%A9+1%2B1&charset=utf-8", "café 1+1")]
    [InlineData("from=%2B447700900123&text=caf%E9&charset=ISO-8859-1", "café")]
    [InlineData("from=%2B447700900123&text=%05%D4%05%E1%05%E8&charset=UTF-16BE", "הסר")]
    [InlineData("from=%2B447700900123&text=&charset=UTF-8", "")]
    [InlineData("from=%2B447700900123&text=a%26secret%3Dx%23&charset=UTF-8", "a&secret=x#")]
    public void Messages_are_read(string query, string text)
    {
        var inbound = Assert.IsType<SmsCallback.Inbound>(Read(query)).Message;
        Assert.Equal(("+447700900123", text), (inbound.From.Text, inbound.Text));
    }

    [Theory]
    [InlineData("")]
    [InlineData("id=a&dlr=3")]
    [InlineData("id=a&dlr=")]
    [InlineData("id=a&dlr=%25d")]
    [InlineData("dlr=1")]
    [InlineData("id=&dlr=1")]
    [InlineData("id=a&id=b&dlr=1")]
    [InlineData("from=1")]
    [InlineData("text=STOP")]
    [InlineData("from=&text=STOP")]
    [InlineData("from=1&text=%FF&charset=UTF-8")]
    [InlineData("from=1&text=%05&charset=UTF-16BE")]
    [InlineData("from=1&text=x&charset=8-BIT")]
    [InlineData("from=1&text=x&charset=klingon")]
    public void What_says_nothing_known_is_unreadable(string query) => Assert.Equal(new SmsCallback.Refused(CallbackFault.Unreadable), Read(query));

    [Theory]
    [InlineData(Senders.CallbackSecret)]
    [InlineData(Older)]
    public void Every_secret_counts(string secret) => Assert.IsType<SmsCallback.Delivery>(Callbacks.Read($"?id=a&dlr=1&secret={secret}"));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("?id=a&dlr=1")]
    [InlineData("?id=a&dlr=1&secret=")]
    [InlineData("?id=a&dlr=1&secret=wrong")]
    [InlineData("?id=a&dlr=1&secret=the-older-secret-that-still-count")]
    [InlineData("?id=a&dlr=1&secret=the-older-secret-that-still-counts+")]
    [InlineData("?id=a&dlr=1&secret=THE-OLDER-SECRET-THAT-STILL-COUNTS")]
    [InlineData("?id=a&dlr=1&secret=the-older-secret-that-still-counts&secret=wrong")]
    [InlineData("?id=a&dlr=1&secret=%FF")]
    [InlineData("?id=a&dlr=1#&secret=the-older-secret-that-still-counts")]
    public void Without_a_secret_it_is_unverified_and_unread(string? query) => Assert.Equal(new SmsCallback.Refused(CallbackFault.Unverified), Callbacks.Read(query));

    [Fact]
    public void A_query_longer_than_any_callback_is_not_looked_at() =>
        Assert.Equal(new SmsCallback.Refused(CallbackFault.Unverified), Callbacks.Read($"?secret={Older}&text={new string('x', 20_000)}"));

    [Fact]
    public void Without_secrets_nothing_is_taken() =>
        Assert.Equal(new SmsCallback.Refused(CallbackFault.Unverified), new KannelCallbacks(Options.Create(new KannelOptions())).Read("?id=a&dlr=1&secret="));

    [Theory]
    [InlineData("https://example.com/sms", "https://example.com/sms?secret=s&id=a%%2Fb&dlr=%d")]
    [InlineData("https://example.com/sms?x=%20", "https://example.com/sms?x=%%20&secret=s&id=a%%2Fb&dlr=%d")]
    public void Kannel_is_told_where_to_report(string reportTo, string address) => Assert.Equal(address, KannelCallbacks.ReportAddress(new Uri(reportTo), "s", "a/b"));

    private static SmsCallback Read(string query) => Callbacks.Read($"?secret={Senders.CallbackSecret}&{query}");

    private static KannelOptions Settings()
    {
        var settings = new KannelOptions();
        settings.CallbackSecrets.Add(Senders.CallbackSecret);
        settings.CallbackSecrets.Add(Older);
        return settings;
    }
}
