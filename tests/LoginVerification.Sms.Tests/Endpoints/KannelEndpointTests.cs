using LoginVerification.Sms.Tests.Kannel;
using LoginVerification.Sms.Tests.Loopback;
using LoginVerification.Sms.Tests.Programs;
using NodaTime;

namespace LoginVerification.Sms.Tests.Endpoints;

/// <summary>A real Kannel calls the mapped address itself: its receipt is logged, and its STOP opts out.</summary>
public sealed class KannelEndpointTests
{
    [NeedsTheory(Needs.Kannel)]
    [InlineData("+447700900121", "STOP")]
    [InlineData("+447700900122", "הסר")]
    public async Task A_receipt_and_a_STOP_come_from_Kannel_to_the_mapped_address(string number, string stop)
    {
        var address = new Uri($"http://127.0.0.1:{FreePorts.Take(1)[0]}/");
        var gateway = new KannelGateway { Host = address };
        await gateway.InitializeAsync();
        try
        {
            await using var host = await CallbackHost.StartAsync(verification => verification.UseKannel(gateway.Fill), address: address);
            var user = host.Enrolments.ForUser(CallbackHost.Account, Surface.Parse("web"), SystemClock.Instance.GetCurrentInstant());
            Assert.Equal(CodeDelivery.Sent, (await user.SubmitPhoneAsync(number)).CodeDelivery);
            await Eventually.GetAsync(() => host.Logs.Lines.FirstOrDefault(line => line.EndsWith("is delivered. ", StringComparison.Ordinal)));

            gateway.Phones.Send(number, stop);
            await Eventually.GetAsync(() => host.Logs.Lines.FirstOrDefault(line => line.Contains("A phone answered Stop; 1 accounts have its number.", StringComparison.Ordinal)));
            Assert.Contains(await host.HistoryAsync(), happened => happened is DeliveryOptedOut);
            Assert.DoesNotContain(host.Logs.Lines, line => line.Contains(number[1..], StringComparison.Ordinal));
        }
        finally
        {
            await gateway.DisposeAsync();
        }
    }
}
