using System.Buffers.Binary;
using System.Buffers.Text;
using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace LoginVerification.Cli;

/// <summary>The app on the person's phone: a key that never leaves it, and signatures as docs/app-protocol.md wants them.</summary>
internal sealed class AppInHand : IDisposable
{
    private const int HalfLength = 32;

    private static readonly BigInteger Order = BigInteger.Parse("0FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551", NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public BindDevice Bind(AccountId account, string token, string name)
    {
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        var text = Base64Url.EncodeToString([4, .. point.X!, .. point.Y!]);
        return new BindDevice(token, text, name, null, Sign("login-verification bind v1", account.Value, token, text, name, ""));
    }

    public AnswerPrompt Approve(AccountId account, DeviceId device, ChallengeId challenge, MatchingNumber number) => new(
        device,
        challenge,
        PromptDecision.Approve,
        number.Text,
        Sign("login-verification answer v1", account.Value, device.Hex, challenge.Value, "approve", number.Text));

    public void Dispose() => key.Dispose();

    private string Sign(params string[] parts)
    {
        using var message = new MemoryStream();
        var length = new byte[sizeof(int)];
        foreach (var part in parts)
        {
            var text = Encoding.UTF8.GetBytes(part);
            BinaryPrimitives.WriteInt32BigEndian(length, text.Length);
            message.Write(length);
            message.Write(text);
        }

        var signature = key.SignData(message.ToArray(), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        return Base64Url.EncodeToString(WithLowS(signature));
    }

    /// <summary>Of the two values of s that are right the lower one is taken: nobody then makes another signature from one.</summary>
    private static byte[] WithLowS(byte[] signature)
    {
        var s = new BigInteger(signature.AsSpan(HalfLength), isUnsigned: true, isBigEndian: true);
        if (s <= Order / 2)
            return signature;
        var low = (Order - s).ToByteArray(isUnsigned: true, isBigEndian: true);
        return [.. signature[..HalfLength], .. new byte[HalfLength - low.Length], .. low];
    }
}
