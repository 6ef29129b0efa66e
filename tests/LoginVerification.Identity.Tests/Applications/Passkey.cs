using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Identity;

namespace LoginVerification.Identity.Tests.Applications;

/// <summary>A passkey in software (WebAuthn Level 3): a P-256 key that signs what Identity's page asks for, with or without having verified its user.</summary>
internal sealed class Passkey : IDisposable
{
    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private uint counter;

    public byte[] Id { get; } = RandomNumberGenerator.GetBytes(16);

    /// <summary>As Identity keeps it: the public key in COSE's form.</summary>
    public UserPasskeyInfo Kept
    {
        get
        {
            var point = key.ExportParameters(includePrivateParameters: false).Q;
            byte[] cose = [0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20, .. point.X!, 0x22, 0x58, 0x20, .. point.Y!];
            return new UserPasskeyInfo(Id, cose, DateTimeOffset.UnixEpoch, signCount: 0, transports: null, isUserVerified: true, isBackupEligible: false, isBackedUp: false, attestationObject: [], clientDataJson: []);
        }
    }

    /// <summary>What the browser answers to the page's options.</summary>
    public string Answer(string options, Uri site, string userId, bool verifiesUser)
    {
        var challenge = JsonDocument.Parse(options).RootElement.GetProperty("challenge").GetString();
        var client = Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new { type = "webauthn.get", challenge, origin = site.GetLeftPart(UriPartial.Authority), crossOrigin = false }));
        var data = new byte[37];
        SHA256.HashData(Encoding.UTF8.GetBytes(site.Host)).CopyTo(data, 0);
        data[32] = (byte)(verifiesUser ? 0b101 : 0b001);
        BinaryPrimitives.WriteUInt32BigEndian(data.AsSpan(33), ++counter);
        var signature = key.SignData([.. data, .. SHA256.HashData(client)], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return JsonSerializer.Serialize(new
        {
            id = Base64Url.EncodeToString(Id),
            rawId = Base64Url.EncodeToString(Id),
            type = "public-key",
            clientExtensionResults = new { },
            response = new
            {
                authenticatorData = Base64Url.EncodeToString(data),
                clientDataJSON = Base64Url.EncodeToString(client),
                signature = Base64Url.EncodeToString(signature),
                userHandle = Base64Url.EncodeToString(Encoding.UTF8.GetBytes(userId)),
            },
        });
    }

    public void Dispose() => key.Dispose();
}
