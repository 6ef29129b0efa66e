using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace LoginVerification.WebPush.Tests.Service;

/// <summary>An app's side of a subscription: its keys, which never leave it.</summary>
internal sealed class Subscriber : IDisposable
{
    private readonly ECDiffieHellman key = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] auth = RandomNumberGenerator.GetBytes(16);

    /// <summary>The path that names the subscription: who has it can ask for pushes.</summary>
    public string Path { get; } = $"/fcm/send/{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24))}";

    public string PublicKey => Base64Url.EncodeToString(WebPushCipher.Point(key));

    public string Auth => Base64Url.EncodeToString(auth);

    public PushAddress Address => At($"https://{PushService.Host}{Path}");

    /// <summary>As <c>JSON.stringify(subscription)</c> writes it.</summary>
    public PushAddress At(string? endpoint) =>
        PushAddress.Parse(JsonSerializer.Serialize(new { endpoint, expirationTime = (long?)null, keys = new { p256dh = PublicKey, auth = Auth } }));

    public string Read(Push push) => Encoding.UTF8.GetString(WebPushCipher.Decrypt(push.Body, key, auth));

    public void Dispose() => key.Dispose();
}
