using System.Buffers.Text;
using System.Security.Cryptography;

namespace Example;

public static class VapidKeys
{
    /// <summary>Once, for all times: apps subscribe with the public key, and a new one makes each of them subscribe again.</summary>
    public static (string PublicKey, string PrivateKey) Make()
    {
        using var pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var key = pair.ExportParameters(includePrivateParameters: true);
        return (Base64Url.EncodeToString([4, .. key.Q.X!, .. key.Q.Y!]), Base64Url.EncodeToString(key.D!));
    }
}
