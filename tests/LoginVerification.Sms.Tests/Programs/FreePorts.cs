using System.Net;
using System.Net.Sockets;

namespace LoginVerification.Sms.Tests.Programs;

/// <summary>Ports of this machine that nobody uses at the moment.</summary>
internal static class FreePorts
{
    /// <summary>All held until all are found, so that they differ.</summary>
    public static int[] Take(int count)
    {
        var listeners = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToList();
        listeners.ForEach(listener => listener.Start());
        int[] ports = [.. listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port)];
        listeners.ForEach(listener => listener.Dispose());
        return ports;
    }

    public static async Task WaitForAsync(int port, Func<string> story)
    {
        await Loopback.Eventually.GetAsync(() => IsOpen(port) ? "open" : null, story);
    }

    private static bool IsOpen(int port)
    {
        using var client = new TcpClient();
        try
        {
            client.Connect(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
