using LoginVerification.Sms.Tests.Sending;
using Microsoft.Extensions.Options;

namespace LoginVerification.Sms.Tests.Twilio;

/// <summary>What Twilio posts, read.</summary>
public sealed class TwilioCallbacksTests
{
    private const string Address = "https://example.com/sms/twilio?id=a%2Fb";

    private static readonly TwilioCallbacks Callbacks = new(Options.Create(Settings()));

    [Theory]
    [InlineData("accepted", DeliveryState.Queued)]
    [InlineData("scheduled", DeliveryState.Queued)]
    [InlineData("queued", DeliveryState.Queued)]
    [InlineData("sending", DeliveryState.Queued)]
    [InlineData("sent", DeliveryState.Sent)]
    public void A_message_under_way(string state, DeliveryState read) =>
        Assert.Equal(new SmsCallback.Delivery(new DeliveryReport.UnderWay("a/b", read)), Read(Address, Status(state)));

    [Theory]
    [InlineData("delivered")]
    [InlineData("read")]
    public void A_message_that_arrived(string state) => Assert.Equal(new SmsCallback.Delivery(new DeliveryReport.Delivered("a/b")), Read(Address, Status(state)));

    [Theory]
    [InlineData("30003", UndeliveredReason.Unreachable, 30003)]
    [InlineData("30005", UndeliveredReason.UnknownNumber, 30005)]
    [InlineData("30006", UndeliveredReason.UnknownNumber, 30006)]
    [InlineData("30007", UndeliveredReason.Refused, 30007)]
    [InlineData("30034", UndeliveredReason.Refused, 30034)]
    [InlineData("21610", UndeliveredReason.OptedOut, 21610)]
    [InlineData("21408", UndeliveredReason.NotServed, 21408)]
    [InlineData("30008", UndeliveredReason.Unknown, 30008)]
    [InlineData("99999", UndeliveredReason.Unknown, 99999)]
    [InlineData("-1", UndeliveredReason.Unknown, null)]
    [InlineData("9999999999", UndeliveredReason.Unknown, null)]
    [InlineData("none", UndeliveredReason.Unknown, null)]
    [InlineData(null, UndeliveredReason.Unknown, null)]
    public void A_message_that_does_not_arrive(string? code, UndeliveredReason reason, int? number)
    {
        foreach (var state in new[] { "undelivered", "failed", "canceled" })
            Assert.Equal(new SmsCallback.Delivery(new DeliveryReport.Failed("a/b", reason, number)), Read(Address, Status(state, code)));
    }

    [Theory]
    [InlineData("teleported", Address)]
    [InlineData("", Address)]
    [InlineData("Delivered", Address)]
    [InlineData("delivered", "https://example.com/sms/twilio")]
    [InlineData("delivered", "https://example.com/sms/twilio?id=")]
    [InlineData("delivered", "https://example.com/sms/twilio?id=a&id=b")]
    [InlineData("delivered", "https://example.com/sms/twilio?id=%FF")]
    public void A_report_that_says_nothing_known_is_unreadable(string state, string address) =>
        Assert.Equal(new SmsCallback.Refused(CallbackFault.Unreadable), Read(address, Status(state)));

    [Theory]
    [InlineData("STOP", null, InboundKeyword.Stop)]
    [InlineData("stop please", "STOP", InboundKeyword.Stop)]
    [InlineData("Guten Tag", "START", InboundKeyword.Start)]
    [InlineData("?", "HELP", InboundKeyword.Help)]
    [InlineData("הסר", null, InboundKeyword.Stop)]
    [InlineData("386153", null, InboundKeyword.None)]
    [InlineData("", null, InboundKeyword.None)]
    [InlineData("START", "something new", InboundKeyword.Start)]
    public void A_phone_answers(string text, string? optOutType, InboundKeyword keyword)
    {
        List<KeyValuePair<string, string>> form = [new("From", "+447700900123"), new("Body", text), new("SmsStatus", "received"), new("MessageSid", "SM1")];
        if (optOutType is not null)
            form.Add(new("OptOutType", optOutType));

        var inbound = Assert.IsType<SmsCallback.Inbound>(Read("https://example.com/sms/twilio", form)).Message;

        Assert.Equal(("+447700900123", text, keyword), (inbound.From.Text, inbound.Text, InboundKeywords.Default.ReadMessage(inbound)));
        Assert.Equal("Inbound { Message = inbound SMS (number and text hidden) }", Read("https://example.com/sms/twilio", form).ToString());
    }

    [Fact]
    public void A_message_without_sender_or_text_or_with_two_is_unreadable()
    {
        KeyValuePair<string, string>[][] forms =
        [
            [],
            [new("From", "+447700900123")],
            [new("Body", "STOP")],
            [new("From", ""), new("Body", "STOP")],
            [new("From", new string('1', 65)), new("Body", "STOP")],
            [new("From", "+447700900123"), new("Body", new string('x', 2001))],
            [new("From", "+447700900123"), new("From", "+447700900124"), new("Body", "STOP")],
        ];
        Assert.All(forms, form => Assert.Equal(new SmsCallback.Refused(CallbackFault.Unreadable), Read("https://example.com/sms/twilio", form)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("RSOYDt4T1cUTdK1PDd93/VVr8B8=")]
    public void What_Twilio_did_not_sign_is_unverified_and_unread(string? signature) =>
        Assert.Equal(new SmsCallback.Refused(CallbackFault.Unverified), Callbacks.Read(Address, Status("delivered"), signature));

    [Fact]
    public void Without_a_token_nothing_is_taken()
    {
        var none = new TwilioCallbacks(Options.Create(new TwilioOptions()));
        Assert.Equal(new SmsCallback.Refused(CallbackFault.Unverified), none.Read(Address, [], Signer.Sign(Address, [], "")));
    }

    /// <summary>The id is in the address, which the signature covers: nobody moves a report to another message.</summary>
    [Fact]
    public void A_report_cannot_be_moved_to_another_message() => Assert.Equal(
        new SmsCallback.Refused(CallbackFault.Unverified),
        Callbacks.Read(Address.Replace("a%2Fb", "other", StringComparison.Ordinal), Status("delivered"), Signer.Sign(Address, Status("delivered"), Senders.AuthToken)));

    private static SmsCallback Read(string address, IReadOnlyList<KeyValuePair<string, string>> form) => Callbacks.Read(address, form, Signer.Sign(address, form, Senders.AuthToken));

    private static List<KeyValuePair<string, string>> Status(string state, string? code = null) =>
        [new("MessageSid", "SM1"), new("MessageStatus", state), .. code is null ? Array.Empty<KeyValuePair<string, string>>() : [new("ErrorCode", code)]];

    private static TwilioOptions Settings()
    {
        var settings = new TwilioOptions();
        settings.AuthTokens.Add("the next token of the account");
        settings.AuthTokens.Add(Senders.AuthToken);
        return settings;
    }
}
