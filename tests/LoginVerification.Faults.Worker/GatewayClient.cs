using System.Net;
using System.Net.Sockets;
using System.Text;

namespace LoginVerification.Faults.Worker;

/// <summary>Hands messages to the gateway of the test: a line there, a line back, over a connection of their own.</summary>
internal sealed class GatewayClient(string name, int port) : ISmsSender, INotifier
{
    public bool IsLive => true;

    public async Task<SmsReceipt> SendAsync(SmsMessage message, CancellationToken cancellationToken)
    {
        await HandOverAsync("SMS", message.Id, message.To.E164, message.Text, cancellationToken);
        return new SmsReceipt.Accepted();
    }

    public async Task<NoticeReceipt> NotifyAsync(Notice notice, CancellationToken cancellationToken)
    {
        await HandOverAsync("NOTICE", notice.Id, "-", notice.Kind.ToString(), cancellationToken);
        return NoticeReceipt.Sent;
    }

    /// <summary>The last code that came to a number; null where none did.</summary>
    public async Task<string?> ReadCodeAsync(string number) => await AskAsync($"CODE {number}", CancellationToken.None) is { Length: > 0 } code ? code : null;

    private async Task HandOverAsync(string kind, string id, string to, string text, CancellationToken cancellationToken)
    {
        var answer = await AskAsync($"{kind} {name} {id} {to} {Convert.ToBase64String(Encoding.UTF8.GetBytes(text))}", cancellationToken);
        if (answer != "200")
            throw new IOException($"The gateway answered {answer ?? "nothing"}.");
    }

    private async Task<string?> AskAsync(string line, CancellationToken cancellationToken)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, port, cancellationToken);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.UTF8.GetBytes($"{line}\n"), cancellationToken);
        using var reader = new StreamReader(stream);
        return await reader.ReadLineAsync(cancellationToken);
    }
}
