using System.Net;
using System.Net.Sockets;

namespace LoginVerification.WebPush;

/// <summary>Names and connections, as the system gives them. Tests have a push service of their own answer to a public name.</summary>
internal class PushNetwork
{
    public virtual Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellationToken) => Dns.GetHostAddressesAsync(host, cancellationToken);

    public virtual async Task<Stream> DialAsync(IPAddress[] addresses, int port, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, port, cancellationToken).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Connects to the very addresses that were looked at: a name that is asked for twice can answer otherwise the second time.</summary>
    public async ValueTask<Stream> ConnectAsync(DnsEndPoint to, CancellationToken cancellationToken)
    {
        IPAddress[] addresses = [.. (await ResolveAsync(to.Host, cancellationToken).ConfigureAwait(false)).Where(PublicAddresses.Contains)];
        return addresses.Length > 0
            ? await DialAsync(addresses, to.Port, cancellationToken).ConfigureAwait(false)
            : throw new NotPublicException();
    }
}

/// <summary>The name of an allowed push service leads to no public address.</summary>
internal sealed class NotPublicException() : Exception("The name of a push service leads to no public address.");
