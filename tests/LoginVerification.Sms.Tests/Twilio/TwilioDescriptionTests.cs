using LoginVerification.Sms.Tests.Programs;
using LoginVerification.Sms.Tests.Sending;
using LoginVerification.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace LoginVerification.Sms.Tests.Twilio;

/// <summary>The sender beside a server that knows Twilio's API by its description.</summary>
public sealed class TwilioDescriptionTests(PrismServer twilio) : IClassFixture<PrismServer>
{
    [NeedsTheory(Needs.Prism)]
    [InlineData("a number and reports")]
    [InlineData("a messaging service")]
    [InlineData("an API key")]
    [InlineData("Hebrew")]
    public async Task A_message_fits_the_description_of_the_API(string what)
    {
        await using var host = Senders.TwilioHost(twilio.Address, settings =>
        {
            settings.ReportTo = new Uri("https://example.com/sms/twilio?tenant=1");
            if (what is "a messaging service")
                (settings.From, settings.MessagingServiceSid) = (null, "MGaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa");
            if (what is "an API key")
                (settings.ApiKeySid, settings.ApiKeySecret) = ("SKaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "secret");
        });
        var text = what is "Hebrew" ? "386153 הוא קוד האימות שלך\n\n@example.com #386153" : null;

        Assert.Equal(new SmsReceipt.Accepted(), await host.SendAsync(Senders.Message(text: text)));
    }

    /// <summary>The server is no yes-man: what the start check would refuse, it refuses as well.</summary>
    [NeedsFact(Needs.Prism)]
    public async Task A_message_that_does_not_fit_is_refused_by_the_server()
    {
        await using var host = Senders.Host(builder => builder.UseTwilio(settings => Senders.Twilio(settings, twilio.Address)).Services.PostConfigure<TwilioOptions>(settings => settings.AccountSid = "ACnone"));

        await Assert.ThrowsAsync<UnknownOutcomeException>(() => host.SendAsync());

        Assert.Contains(twilio.Lines, line => line.Contains("422", StringComparison.Ordinal) || line.Contains("VALIDATOR", StringComparison.Ordinal));
    }

    [NeedsTheory(Needs.Prism)]
    [MemberData(nameof(Clauses))]
    public Task It_keeps_what_the_port_promises(string clause) => new Contract(twilio).CheckAsync(clause);

    public static TheoryData<string> Clauses => [.. new Contract(null!).Clauses.Select(clause => clause.Name)];

    private sealed class Contract(PrismServer twilio) : SmsSenderContract
    {
        protected override ISmsSender Open() => Senders.TwilioHost(twilio?.Address ?? new Uri("http://127.0.0.1:9/")).GetRequiredService<ISmsSender>();
    }
}
