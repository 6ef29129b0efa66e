using System.Buffers.Binary;
using System.Buffers.Text;
using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace LoginVerification.Docs.Tests;

/// <summary>What an app signs and how, written from <c>docs/app-protocol.md</c> and not from the library: if the two part, tests fail.</summary>
internal static class AppMessage
{
    public static readonly BigInteger Order = BigInteger.Parse("0FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551", NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private const int Coordinate = 32;

    /// <summary>Each field in UTF-8 with its length in front, four bytes, big-endian.</summary>
    public static byte[] Of(params string[] fields) =>
        [.. fields.SelectMany(field =>
        {
            var text = Encoding.UTF8.GetBytes(field);
            var length = new byte[4];
            BinaryPrimitives.WriteInt32BigEndian(length, text.Length);
            return length.Concat(text);
        })];

    /// <summary>r and s, with the lower of the two s that verify.</summary>
    public static byte[] Sign(ECDsa key, params string[] fields)
    {
        var signature = key.SignData(Of(fields), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        return SOf(signature) > Order / 2 ? WithOtherS(signature) : signature;
    }

    /// <summary>The other signature of the same message, which anybody can make of the first.</summary>
    public static byte[] WithOtherS(byte[] signature)
    {
        var other = (Order - SOf(signature)).ToByteArray(isUnsigned: true, isBigEndian: true);
        return [.. signature[..Coordinate], .. new byte[Coordinate - other.Length], .. other];
    }

    public static string PublicKeyOf(ECDsa key)
    {
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        return Base64Url.EncodeToString([4, .. point.X!, .. point.Y!]);
    }

    private static BigInteger SOf(byte[] signature) => new(signature.AsSpan(Coordinate), isUnsigned: true, isBigEndian: true);
}
