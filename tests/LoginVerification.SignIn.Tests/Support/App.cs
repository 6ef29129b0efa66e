using System.Buffers.Binary;
using System.Buffers.Text;
using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace LoginVerification.Tests;

/// <summary>
/// The app on a phone, written from the page on the protocol alone: a key of its own, signatures over length-prefixed texts, low s. It shares no code with
/// the library.
/// </summary>
internal sealed class App : IDisposable
{
    private static readonly BigInteger Order = BigInteger.Parse("0FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551", NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public AccountId Account { get; set; } = SignInHost.Alice;

    public DeviceId Device { get; private set; } = DeviceId.Parse(new string('0', 32));

    public PushAddress? Address { get; init; } = PushAddress.Parse("{\"endpoint\":\"https://push.example.com/1\"}");

    public string Key
    {
        get
        {
            var point = key.ExportParameters(includePrivateParameters: false).Q;
            return Base64Url.EncodeToString((byte[])[4, .. point.X!, .. point.Y!]);
        }
    }

    public BindDevice Binding(string token, string name = "Alice's phone") =>
        new(token, Key, name, Address, Sign("login-verification bind v1", Account.Value, token, Key, name, Address?.Text ?? ""));

    public async Task<DeviceResult> BindAsync(SignInHost host, string token, string name = "Alice's phone")
    {
        var result = await host.Devices.BindDeviceAsync(Binding(token, name));
        if (result.Device is { } device)
            Device = device;
        return result;
    }

    public async Task<PromptResult> LookAsync(SignInHost host)
    {
        var at = host.Now;
        return await host.Devices.GetPromptAsync(Account, Device, at, Sign("login-verification prompt v1", Account.Value, Device.Hex, at.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)));
    }

    public AnswerPrompt Approval(ChallengeId challenge, string number) =>
        new(Device, challenge, PromptDecision.Approve, number, Sign("login-verification answer v1", Account.Value, Device.Hex, challenge.Value, "approve", number));

    public AnswerPrompt Denial(ChallengeId challenge) =>
        new(Device, challenge, PromptDecision.Deny, "", Sign("login-verification answer v1", Account.Value, Device.Hex, challenge.Value, "deny", ""));

    public ChangeDeviceAddress Move(PushAddress? address, Instant at) =>
        new(Device, address, at, Sign("login-verification address v1", Account.Value, Device.Hex, at.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture), address?.Text ?? ""));

    public Task<DeviceResult> ApproveAsync(SignInHost host, ChallengeId challenge, string number) => host.Devices.AnswerAsync(Account, Approval(challenge, number)).AsTask();

    public Task<DeviceResult> DenyAsync(SignInHost host, ChallengeId challenge) => host.Devices.AnswerAsync(Account, Denial(challenge)).AsTask();

    public string Sign(params string[] parts) => Base64Url.EncodeToString(LowS(SignRaw(parts)));

    /// <summary>r and s as the key gives them: s may be the higher one of its two.</summary>
    public byte[] SignRaw(params string[] parts) => key.SignData(Message(parts), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);

    public byte[] SignDer(params string[] parts) => key.SignData(Message(parts), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);

    public static byte[] LowS(byte[] signature) => S(signature) > Order / 2 ? WithOtherS(signature) : signature;

    /// <summary>The other signature of the same message, which anybody can make from one.</summary>
    public static byte[] WithOtherS(byte[] signature) => [.. signature[..32], .. (Order - S(signature)).ToByteArray(isUnsigned: true, isBigEndian: true) is var s ? [.. new byte[32 - s.Length], .. s] : Array.Empty<byte>()];

    public void Dispose() => key.Dispose();

    private static BigInteger S(byte[] signature) => new(signature.AsSpan(32), isUnsigned: true, isBigEndian: true);

    private static byte[] Message(string[] parts) => [.. parts.SelectMany(part =>
    {
        var text = Encoding.UTF8.GetBytes(part);
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, text.Length);
        return length.Concat(text);
    })];
}
