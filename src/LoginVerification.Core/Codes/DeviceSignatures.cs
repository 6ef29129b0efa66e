using System.Buffers.Text;
using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using NodaTime;

namespace LoginVerification.Engine;

/// <summary>
/// What devices sign, and whether they did: ECDSA over P-256 with SHA-256 (FIPS 186-5), r and s of 32 bytes each, s at most half the order, so that one
/// message has one signature at a time and nobody makes another from it. A message is a list of texts, written as <see cref="LengthPrefixed"/> does; the first
/// says what kind of message it is.
/// </summary>
internal static class DeviceSignatures
{
    private const int Length = 64;

    /// <summary>How far the clock of a device may be from the host's: what somebody took down is of no use after that.</summary>
    private static readonly Duration ClockSkew = Duration.FromMinutes(5);

    private static readonly BigInteger HalfOrder =
        BigInteger.Parse("0FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551", NumberStyles.HexNumber, CultureInfo.InvariantCulture) >> 1;

    public static bool IsBinding(AccountId account, BindDevice binding, DeviceKey key) =>
        Verify(key, binding.Signature, "login-verification bind v1", account.Value, binding.Token, binding.Key, binding.Name, binding.Address?.Text ?? "");

    public static bool IsAnswer(AccountId account, AnswerPrompt answer, DeviceKey key) =>
        Verify(key, answer.Signature, "login-verification answer v1", account.Value, answer.Device.Hex, answer.Challenge.Value, WordOf(answer.Decision), answer.Number.Text);

    public static bool IsQuestion(AccountId account, DeviceId device, Instant at, string signature, DeviceKey key, Instant now) =>
        IsPresent(at, now) && Verify(key, signature, "login-verification prompt v1", account.Value, device.Hex, Milliseconds(at));

    public static bool IsAddress(AccountId account, ChangeDeviceAddress change, DeviceKey key, Instant now) =>
        IsPresent(change.At, now) && Verify(key, change.Signature, "login-verification address v1", account.Value, change.Device.Hex, Milliseconds(change.At), change.Address?.Text ?? "");

    private static bool IsPresent(Instant at, Instant now) => at >= now - ClockSkew && at <= now + ClockSkew;

    private static string Milliseconds(Instant at) => at.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);

    /// <summary>The words are part of what is signed: they stay when the members are renamed.</summary>
    private static string WordOf(PromptDecision decision) => decision switch
    {
        PromptDecision.Approve => "approve",
        PromptDecision.Deny => "deny",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static bool Verify(DeviceKey key, string signature, params ReadOnlySpan<string> parts)
    {
        Span<byte> bytes = stackalloc byte[Length];
        // The length of the text first: with padding or blanks in it a text can be valid, and the decoder throws at it all the same.
        if (signature.Length != Base64Url.GetEncodedLength(Length) || !Base64Url.IsValid(signature, out var length) || length != Length || Base64Url.DecodeFromChars(signature, bytes) != Length || Base64Url.EncodeToString(bytes) != signature)
            return false;
        if (new BigInteger(bytes[(Length / 2)..], isUnsigned: true, isBigEndian: true) > HalfOrder)
            return false;
        var message = new byte[LengthPrefixed.SizeOf(parts)];
        LengthPrefixed.Write(parts, message);
        using var verifier = ECDsa.Create(key.ToParameters());
        return verifier.VerifyData(message, bytes, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
    }
}
