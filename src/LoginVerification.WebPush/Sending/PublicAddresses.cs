using System.Net;
using System.Net.Sockets;

namespace LoginVerification.WebPush;

/// <summary>Which addresses are of the public internet: not the host's own machine, its network, or an address that stands for another (IANA's special-purpose registries).</summary>
internal static class PublicAddresses
{
    private static readonly IPNetwork GlobalUnicast = IPNetwork.Parse("2000::/3");
    private static readonly IPNetwork TranslatedIPv4 = IPNetwork.Parse("64:ff9b::/96");

    private static readonly IPNetwork[] Special =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24",
            "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20",
        }.Select(IPNetwork.Parse),
    ];

    public static bool Contains(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            return Contains(address.MapToIPv4());
        // What a network without IPv4 makes of an IPv4 address (RFC 6052) is as public as that.
        if (TranslatedIPv4.Contains(address))
            return Contains(new IPAddress(address.GetAddressBytes()[^4..]));
        return (address.AddressFamily is AddressFamily.InterNetwork || GlobalUnicast.Contains(address)) && !Special.Any(network => network.Contains(address));
    }
}
