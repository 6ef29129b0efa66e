using System.Net;

namespace LoginVerification.WebPush.Tests.Service;

/// <summary>A network in which the names of push services lead to public addresses, and whoever dials one of them reaches the test's own.</summary>
internal sealed class TestNetwork(int port) : PushNetwork
{
    public static IPAddress Public { get; } = IPAddress.Parse("142.250.75.138");

    /// <summary>What a name leads to.</summary>
    public IPAddress[] Addresses { get; set; } = [Public];

    public List<string> Asked { get; } = [];

    public List<(IPAddress Address, int Port)> Dialled { get; } = [];

    public override Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellationToken)
    {
        Asked.Add(host);
        return Task.FromResult(Addresses);
    }

    public override Task<Stream> DialAsync(IPAddress[] addresses, int wanted, CancellationToken cancellationToken)
    {
        Dialled.AddRange(addresses.Select(address => (address, wanted)));
        return base.DialAsync([IPAddress.Loopback], port, cancellationToken);
    }
}
