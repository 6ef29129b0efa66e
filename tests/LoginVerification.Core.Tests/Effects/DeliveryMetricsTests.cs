using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace LoginVerification.Tests;

/// <summary>Every end of a message is counted under its name, and with nothing that leads to a person.</summary>
public sealed class DeliveryMetricsTests : IDisposable
{
    private const string Number = "+972502345678";
    private readonly ConcurrentBag<string> counted = [];
    private readonly MeterListener listener = new();

    public DeliveryMetricsTests()
    {
        listener.InstrumentPublished = (instrument, all) =>
        {
            if (instrument.Meter.Name == "LoginVerification")
                all.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((instrument, _, tags, _) => counted.Add($"{instrument.Name} {string.Join(" ", tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"))}"));
        listener.Start();
    }

    [Fact]
    public async Task What_was_sent_is_counted()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        await host.VerifyAsync("web", Number);
        AssertCounted("code", "sent");
        AssertCounted("notice", "sent");
    }

    [Fact]
    public async Task What_a_gateway_rejects_is_counted()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        host.Phone.Answer = _ => new SmsReceipt.Rejected(RejectionReason.UnknownNumber);
        await host.As("web", new SubmitPhone(Number));
        AssertCounted("code", "rejected");
    }

    [Fact]
    public async Task What_the_holder_of_a_number_does_not_want_is_counted()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        host.Phone.Answer = _ => new SmsReceipt.OptedOut();
        await host.As("web", new SubmitPhone(Number));
        AssertCounted("code", "opted_out");
    }

    [Fact]
    public async Task What_fails_and_is_given_up_is_counted()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        host.Phone.Fault = () => new HttpRequestException("the gateway is down");
        await host.As("web", new SubmitPhone(Number));
        AssertCounted("code", "failed");
        await host.RunLoopAsync(TimeSpan.FromMinutes(18));
        AssertCounted("code", "given_up");
    }

    [Fact]
    public async Task What_has_no_address_or_nobody_needs_is_counted()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        host.Owner.Receipt = NoticeReceipt.NoIndependentAddress;
        await host.VerifyAsync("web", Number);
        AssertCounted("notice", "no_address");
        AssertCounted("second_notice", "moot");
    }

    public void Dispose() => listener.Dispose();

    // Other tests of this process are counted, too: what is there, and what is never there, can be told, and no sum.
    private void AssertCounted(string effect, string outcome)
    {
        Assert.Contains($"login_verification.delivery.attempts login_verification.effect={effect} login_verification.outcome={outcome}", counted);
        Assert.DoesNotContain(counted, text => text.Contains("97250", StringComparison.Ordinal) || text.Contains(ServiceHost.Account, StringComparison.Ordinal));
    }
}
