using LoginVerification.Sms.Tests.Programs;
using LoginVerification.Sms.Tests.Sending;
using LoginVerification.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace LoginVerification.Sms.Tests.Kannel;

/// <summary>The sender beside a real Kannel.</summary>
public sealed class KannelTests(KannelGateway gateway) : IClassFixture<KannelGateway>
{
    [NeedsTheory(Needs.Kannel)]
    [InlineData("+447700900101", "386153 is your code.\n\n@example.com #386153")]
    [InlineData("+447700900102", "Ünïts {[x]} ~ € @ £ \\ 386153")]
    [InlineData("+447700900103", "386153 הוא קוד האימות שלך\n\n@example.com #386153")]
    [InlineData("+447700900104", "386153 رمز التحقق 你好 \U0001F44D")]
    public async Task A_text_arrives_as_it_is(string number, string text)
    {
        await using var host = Host();

        Assert.IsType<SmsReceipt.Accepted>(await host.SendAsync(new SmsMessage("id", PhoneNumber.Parse(number), text)));

        Assert.Equal(text, await gateway.Phones.WaitForTextAsync(number, got => got.Length >= text.Length));
    }

    [NeedsTheory(Needs.Kannel)]
    [InlineData("0123456789abcdef0123456789abcdef")]
    [InlineData("contract/1 & 100 %d=%p#?")]
    [InlineData("קוד")]
    public async Task Reports_come_back_with_the_id_of_the_message(string id)
    {
        await using var host = Host();
        var callbacks = host.GetRequiredService<KannelCallbacks>();

        Assert.IsType<SmsReceipt.Accepted>(await host.SendAsync(new SmsMessage(id, Senders.Number, "Hello.")));

        await gateway.Callbacks.WaitForAsync(call => callbacks.Read(call.Query) is SmsCallback.Delivery { Report: DeliveryReport.UnderWay { State: DeliveryState.Sent } sent } && sent.MessageId == id);
        await gateway.Callbacks.WaitForAsync(call => callbacks.Read(call.Query) is SmsCallback.Delivery { Report: DeliveryReport.Delivered delivered } && delivered.MessageId == id);
    }

    [NeedsFact(Needs.Kannel)]
    public async Task A_number_that_no_SMS_centre_takes_is_not_served()
    {
        await using var host = Host();
        Assert.Equal(
            new SmsReceipt.Rejected(RejectionReason.NotServed),
            await host.SendAsync(new SmsMessage("id", PhoneNumber.Parse($"{KannelGateway.NotRoutable}12345678"), "Hello.")));
    }

    [NeedsFact(Needs.Kannel)]
    public async Task A_number_on_a_black_list_is_refused()
    {
        await using var host = Host();
        Assert.Equal(
            new SmsReceipt.Rejected(RejectionReason.Refused),
            await host.SendAsync(new SmsMessage("id", PhoneNumber.Parse($"{KannelGateway.Denied}12345678"), "Hello.")));
    }

    [NeedsTheory(Needs.Kannel)]
    [InlineData("a wrong password")]
    [InlineData("an unknown user")]
    [InlineData("no sender")]
    [InlineData("another path")]
    public async Task Wrong_settings_are_no_message_s_fault(string what)
    {
        using var logs = new AllLogs();
        await using var host = Host(
            settings =>
            {
                (settings.Password, settings.Username, settings.From) = what switch
                {
                    "a wrong password" => ("wrong", "app", "12345"),
                    "an unknown user" => (Senders.Password, "other", "12345"),
                    "no sender" => (Senders.Password, "app", null),
                    _ => (Senders.Password, "app", "12345"),
                };
                if (what is "another path")
                    settings.SendSms = new Uri(gateway.SendSms, "/cgi-bin/other");
            },
            logs.AddTo);

        await Assert.ThrowsAsync<UnknownOutcomeException>(() => host.SendAsync());

        Assert.Contains(logs.Lines, line => line.StartsWith("Error Kannel answered HTTP 4", StringComparison.Ordinal));
    }

    [NeedsTheory(Needs.Kannel)]
    [MemberData(nameof(Clauses))]
    public Task It_keeps_what_the_port_promises(string clause) => new Contract(gateway).CheckAsync(clause);

    public static TheoryData<string> Clauses => [.. new Contract(null!).Clauses.Select(clause => clause.Name)];

    private ServiceProvider Host(Action<KannelOptions>? change = null, Action<IServiceCollection>? more = null) => Senders.Host(
        builder => builder.UseKannel(settings =>
        {
            gateway.Fill(settings);
            change?.Invoke(settings);
        }),
        more);

    private sealed class Contract(KannelGateway gateway) : SmsSenderContract
    {
        protected override ISmsSender Open() => Senders.Host(builder => builder.UseKannel(gateway.Fill)).GetRequiredService<ISmsSender>();
    }
}
