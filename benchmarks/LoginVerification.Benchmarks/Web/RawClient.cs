using System.Net;
using System.Net.Sockets;
using System.Text;

namespace LoginVerification.Benchmarks.Web;

/// <summary>One connection that is kept, over a bare socket: a client that takes as little as can be from what it measures, and allocates nothing.</summary>
internal sealed class RawClient : IDisposable
{
    private readonly Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] buffer = new byte[64 * 1024];

    public RawClient(int port) => socket.Connect(IPAddress.Loopback, port);

    /// <summary>A request in full.</summary>
    public static byte[] Write(string method, string path, string account, string body = "") => Encoding.ASCII.GetBytes(
        $"{method} {path} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {account}\r\n{(body.Length > 0 ? $"Content-Type: application/json\r\nContent-Length: {body.Length}\r\n" : "")}\r\n{body}");

    /// <summary>Sends a request and reads the whole answer.</summary>
    /// <returns>The body, until the next request.</returns>
    public ReadOnlySpan<byte> Ask(byte[] request)
    {
        for (var sent = 0; sent < request.Length;)
            sent += socket.Send(request.AsSpan(sent));
        var (read, end) = (0, -1);
        while (end < 0)
        {
            read += Receive(read);
            end = buffer.AsSpan(0, read).IndexOf("\r\n\r\n"u8);
        }

        var head = buffer.AsSpan(0, end);
        if (!head.StartsWith("HTTP/1.1 20"u8))
            throw new InvalidOperationException(Encoding.ASCII.GetString(buffer, 0, read));
        var length = LengthIn(head);
        while (read < end + 4 + length)
            read += Receive(read);
        return buffer.AsSpan(end + 4, length);
    }

    public void Dispose() => socket.Dispose();

    private int Receive(int at) => socket.Receive(buffer.AsSpan(at)) is > 0 and var count ? count : throw new InvalidOperationException("The connection was closed.");

    private static int LengthIn(ReadOnlySpan<byte> head)
    {
        var field = "Content-Length: "u8;
        var digits = head[(head.IndexOf(field) + field.Length)..];
        var length = 0;
        foreach (var digit in digits[..(digits.IndexOf((byte)'\r') is >= 0 and var end ? end : digits.Length)])
            length = (length * 10) + digit - '0';
        return length;
    }
}
