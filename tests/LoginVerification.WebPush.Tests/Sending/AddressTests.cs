using System.Net;
using LoginVerification.Sms.Tests.Sending;
using LoginVerification.WebPush.Tests.Service;
using Microsoft.Extensions.DependencyInjection;

namespace LoginVerification.WebPush.Tests.Sending;

/// <summary>An app says where it is reached. It can have nobody asked but a push service.</summary>
public sealed class AddressTests
{
    private const string Endpoint = "https://fcm.googleapis.com/fcm/send/x";

    public static TheoryData<string> Endpoints =>
    [
        "http://fcm.googleapis.com/x", "http://127.0.0.1/x", "https://127.0.0.1/x", "https://[::1]/x", "https://localhost/x", "https://10.0.0.1/x", "https://169.254.169.254/latest/meta-data",
        "https://142.250.75.138/x", "https://2130706433/x", "https://0x7f.1/x", "https://[::ffff:127.0.0.1]/x", "https://example.com/x", "https://fcm.googleapis.com.example.com/x",
        "https://examplefcm.googleapis.com/x", "https://x.fcm.googleapis.com/x", "https://push.apple.com/x", "https://.push.apple.com/x", "https://examplepush.apple.com/x", "https://fcm.googleapis.com./x",
        "https://fcm.googleapis.com:8443/x", "https://fcm.googleapis.com:22/x", "https://user@fcm.googleapis.com/x", "https://fcm.googleapis.com@example.com/x", "https://fcm.googleapis.com\\@example.com/x",
        "https://fcm.googleapis.com#@example.com/x", "https://example.com/?https://fcm.googleapis.com/x", "ftp://fcm.googleapis.com/x", "file:///etc/passwd", "unix:/run/x.sock", "javascript:alert(1)",
        "//fcm.googleapis.com/x", "/x", "x", "", " ", "https://", "https://fcm.googleapis.com:0x/", "https://ｆcm.googleapis.com.example.com/x", "https://fсm.googleapis.com/x",
    ];

    [Theory]
    [MemberData(nameof(Endpoints))]
    public async Task An_endpoint_that_is_no_push_service_is_gone_and_nobody_is_asked(string endpoint)
    {
        using var app = new Subscriber();
        await IsGoneAsync(app.At(endpoint));
    }

    [Theory]
    [InlineData("https://fcm.googleapis.com/fcm/send/x")]
    [InlineData("https://FCM.googleapis.com:443/fcm/send/x")]
    [InlineData("https://updates.push.services.mozilla.com/wpush/v2/x")]
    [InlineData("https://web.push.apple.com/x")]
    [InlineData("https://wns2-par02p.notify.windows.com/w/?token=x%2b")]
    public async Task Those_of_todays_browsers_are_asked(string endpoint)
    {
        using var app = new Subscriber();
        await using var service = await PushService.StartAsync();
        await using var host = Senders.Host(service);

        Assert.Equal(PushReceipt.Accepted, await host.WakeAsync(Senders.Message(app.At(endpoint))));

        var network = host.GetRequiredService<TestNetwork>();
        Assert.Equal([new Uri(endpoint).IdnHost], network.Asked);
        Assert.Equal([(TestNetwork.Public, 443)], network.Dialled);
        Assert.Equal(new Uri(endpoint).Host, Assert.Single(service.Pushes).Host);
    }

    public static TheoryData<string> Texts
    {
        get
        {
            using var app = new Subscriber();
            var (key, auth) = (app.PublicKey, app.Auth);
            var endpoint = $"\"endpoint\":\"{Endpoint}\"";
            var keys = $"\"keys\":{{\"p256dh\":\"{key}\",\"auth\":\"{auth}\"}}";
            return
            [
                "x", "null", "[]", $"\"{Endpoint}\"", Endpoint, "{}", "{", new string('[', 1000), $"{{{endpoint}}}", $"{{{keys}}}", $"{{{endpoint},{keys}}} x", $"[{{{endpoint},{keys}}}]",
                $"{{{endpoint},\"keys\":null}}", $"{{{endpoint},\"keys\":[]}}", $"{{\"endpoint\":null,{keys}}}", $"{{\"endpoint\":1,{keys}}}", $"{{\"endpoint\":\"\\ud800\",{keys}}}",
                $"{{\"endpoint\":\"https://example.com\",{endpoint},{keys}}}",
                With(key, null), With(null, auth), With(key, auth[..^1]), With(key, auth + "=="), With(key, key), With(auth, auth), With(auth, key), With(key, "\\ud800"),
                // No point of the curve; the right length, and compressed; another length; standard base64.
                With("BA" + new string('A', 85), auth), With("A" + key[1..], auth), With(key + "AAAA", auth), With(key[..^1] + "+", auth), With(key, auth[..^2] + "//"),
            ];
        }
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public Task An_address_that_is_no_subscription_is_gone_and_nobody_is_asked(string text) => IsGoneAsync(PushAddress.Parse(text));

    private static string With(string? key, string? auth) =>
        $"{{\"endpoint\":\"{Endpoint}\",\"keys\":{{\"p256dh\":{(key is null ? "null" : $"\"{key}\"")},\"auth\":{(auth is null ? "null" : $"\"{auth}\"")}}}}}";

    [Fact]
    public async Task What_a_subscription_says_beside_is_no_matter()
    {
        using var app = new Subscriber();
        await using var service = await PushService.StartAsync();
        await using var host = Senders.Host(service);
        var text = $" {{\"keys\":{{\"auth\":\"{app.Auth}\",\"more\":{{}},\"p256dh\":\"{app.PublicKey}\"}},\"expirationTime\":1,\"more\":[1],\"endpoint\":\"{Endpoint}\"}} ";

        Assert.Equal(PushReceipt.Accepted, await host.WakeAsync(Senders.Message(PushAddress.Parse(text))));
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.8.9.1")]
    [InlineData("0.0.0.0")]
    [InlineData("10.1.2.3")]
    [InlineData("100.64.0.1")]
    [InlineData("169.254.169.254")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.1.1")]
    [InlineData("192.0.2.1")]
    [InlineData("198.18.0.1")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("::10.0.0.1")]
    [InlineData("64:ff9b::a00:1")]
    [InlineData("64:ff9b:1::1")]
    [InlineData("fe80::1")]
    [InlineData("fc00::1")]
    [InlineData("fd12:3456::1")]
    [InlineData("ff02::1")]
    [InlineData("2001::1")]
    [InlineData("2001:db8::1")]
    [InlineData("2002:a00:1::1")]
    public async Task A_name_that_leads_to_an_address_that_is_not_public_is_not_asked(string address)
    {
        using var app = new Subscriber();
        using var logs = new AllLogs();
        await using var service = await PushService.StartAsync();
        await using var host = Senders.Host(service, more: logs.AddTo);
        host.GetRequiredService<TestNetwork>().Addresses = [IPAddress.Parse(address)];

        // The app cannot make it so, and the name server of the host may be mended: tried again.
        var thrown = await Assert.ThrowsAsync<NotPublicException>(() => host.WakeAsync(Senders.Message(app.Address)));

        Assert.Empty(service.Pushes);
        Assert.Empty(host.GetRequiredService<TestNetwork>().Dialled);
        Assert.Contains(logs.Lines, line => line.StartsWith("Error", StringComparison.Ordinal) && line.Contains("AllowedHosts", StringComparison.Ordinal));
        Assert.DoesNotContain(address, thrown.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("142.250.75.138")]
    [InlineData("172.15.0.1")]
    [InlineData("172.32.0.1")]
    [InlineData("100.128.0.1")]
    [InlineData("2a00:1450:4028:809::200a")]
    [InlineData("2606:4700::1")]
    [InlineData("::ffff:142.250.75.138")]
    [InlineData("64:ff9b::8efa:4b8a")]
    public void A_public_address_is_one(string address) => Assert.True(PublicAddresses.Contains(IPAddress.Parse(address)));

    [Fact]
    public async Task Of_several_addresses_the_public_ones_alone_are_dialled()
    {
        using var app = new Subscriber();
        await using var service = await PushService.StartAsync();
        await using var host = Senders.Host(service);
        var network = host.GetRequiredService<TestNetwork>();
        network.Addresses = [IPAddress.Loopback, TestNetwork.Public, IPAddress.IPv6Loopback];

        Assert.Equal(PushReceipt.Accepted, await host.WakeAsync(Senders.Message(app.Address)));

        Assert.Equal([(TestNetwork.Public, 443)], network.Dialled);
    }

    /// <summary>What connects in production, once: where the test's network dials, it is the same code.</summary>
    [Fact]
    public async Task By_itself_a_name_of_this_machine_is_not_dialled() =>
        await Assert.ThrowsAsync<NotPublicException>(async () => await new PushNetwork().ConnectAsync(new DnsEndPoint("localhost", 443), CancellationToken.None));

    [Fact]
    public async Task A_host_says_itself_which_push_services_may_be_asked()
    {
        using var app = new Subscriber();
        await using var service = await PushService.StartAsync();
        await using var host = Senders.Host(service, settings =>
        {
            settings.AllowedHosts.Add("Push.Example.com");
            settings.AllowedHosts.Add("*.push.example.org");
        });

        Assert.Equal(PushReceipt.Accepted, await host.WakeAsync(Senders.Message(app.At("https://push.example.com/x"))));
        Assert.Equal(PushReceipt.Accepted, await host.WakeAsync(Senders.Message(app.At("https://a.b.push.example.org/x"))));
        Assert.Equal(PushReceipt.Gone, await host.WakeAsync(Senders.Message(app.At("https://push.example.org/x"))));
        Assert.Equal(PushReceipt.Gone, await host.WakeAsync(Senders.Message(app.At(Endpoint))));
    }

    private static async Task IsGoneAsync(PushAddress address)
    {
        await using var service = await PushService.StartAsync();
        await using var host = Senders.Host(service);

        Assert.Equal(PushReceipt.Gone, await host.WakeAsync(Senders.Message(address)));

        Assert.Empty(service.Pushes);
        Assert.Empty(host.GetRequiredService<TestNetwork>().Asked);
    }
}
