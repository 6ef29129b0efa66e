using System.Net.Sockets;
using System.Text;
using LoginVerification.Docs.Tests;
using Microsoft.Extensions.Logging;

namespace LoginVerification.AspNetCore.Tests;

/// <summary>Clients that go away.</summary>
public sealed class ConnectionTests
{
    private const string Body = "{\"number\":\"+972502345678\"}";

    [Fact]
    public async Task A_body_that_breaks_off_is_no_command()
    {
        using var host = new HttpHost();
        using var owner = Browser.SignedIn(host);
        foreach (var chunked in new[] { false, true })
        {
            await SendAndLeaveAsync(host, chunked ? $"Transfer-Encoding: chunked\r\n\r\n{Body.Length:x}\r\n{Body}\r\n" : $"Content-Length: {Body.Length}\r\n\r\n{Body[..^1]}");
            await Task.Delay(200);
        }

        Assert.Equal("NoPhone", (await owner.GetAsync("/")).State);
        Assert.Empty(host.Phone.Messages);
        Assert.DoesNotContain(host.Log.Entries, entry => entry.Level >= LogLevel.Error);
    }

    [Fact]
    public async Task A_command_that_came_whole_is_carried_out_though_its_client_is_gone()
    {
        using var host = new HttpHost();
        using var owner = Browser.SignedIn(host);
        var (asked, goOn) = (new TaskCompletionSource(), new TaskCompletionSource());
        host.Phone.Hang = (_, _) =>
        {
            asked.TrySetResult();
            return goOn.Task;
        };
        await SendAndLeaveAsync(host, $"Content-Length: {Body.Length}\r\n\r\n{Body}", asked.Task);
        await Task.Delay(200);
        goOn.SetResult();
        for (var i = 0; i < 100 && host.Phone.Messages.Count == 0; i++)
            await Task.Delay(50);

        Assert.Single(host.Phone.Messages);
        Assert.Equal("PhonePending", (await owner.GetAsync("/")).State);
        // The client comes back with the same key, and is told what it missed.
        var again = await owner.PutAsync("/phone", new { number = TestHost.Israeli }, "left");
        Assert.True((bool)again.Yes(202)["replayed"]!);
        Assert.Single(host.Phone.Messages);
        Assert.DoesNotContain(host.Log.Entries, entry => entry.Level >= LogLevel.Error);
    }

    [Fact]
    public async Task What_a_client_writes_into_a_value_becomes_no_header()
    {
        using var host = new HttpHost();
        using var owner = Browser.SignedIn(host);
        using var device = await App.BoundAsync(host, owner, TestHost.Account);
        var named = await owner.PutAsync($"/devices/{device.Id}", new { name = "a\r\nX-Injected: 1" });
        named.No(422, "DeviceNameInvalid");
        Assert.DoesNotContain("X-Injected", named.Headers.Keys);
        var unknown = await owner.SendTextAsync(HttpMethod.Put, "/phone", "{\"a\\r\\nX-Injected: 1\":1}");
        unknown.No(400, "BodyInvalid");
        Assert.DoesNotContain("X-Injected", unknown.Headers.Keys);
        Assert.DoesNotContain('\n', unknown.Text);
    }

    private static async Task SendAndLeaveAsync(HttpHost host, string rest, Task? until = null)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(host.Address.Host, host.Address.Port);
        var token = TestBearer.TokenOf(TestHost.Account, host.Time.GetInstant().ToUnixTimeSeconds(), mfa: true);
        await socket.GetStream().WriteAsync(Encoding.UTF8.GetBytes(
            $"PUT {HttpHost.Prefix}/phone HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {token}\r\nIdempotency-Key: left\r\nContent-Type: application/json\r\n{rest}"));
        await (until ?? Task.Delay(200)).WaitAsync(TimeSpan.FromSeconds(20));
        socket.Client.LingerState = new LingerOption(true, 0); // the hard way
    }
}
