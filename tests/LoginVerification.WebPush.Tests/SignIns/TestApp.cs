using System.Buffers.Binary;
using System.Buffers.Text;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using LoginVerification.WebPush.Tests.Service;
using NodaTime;

namespace LoginVerification.WebPush.Tests.SignIns;

/// <summary>The host's app on a phone: a key of its own, a subscription, and the four things that it asks. What it signs is written here from the protocol, beside the library's own.</summary>
internal sealed class TestApp(IDeviceService devices, AccountId account) : IDisposable
{
    private static readonly BigInteger Order = BigInteger.Parse("0FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551", System.Globalization.NumberStyles.HexNumber, System.Globalization.CultureInfo.InvariantCulture);

    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public Subscriber Subscription { get; } = new();

    public DeviceId Id { get; private set; } = null!;

    public string Key => Base64Url.EncodeToString(WebPushCipher.Point(key));

    public async Task BindAsync(string token)
    {
        var address = Subscription.Address;
        var bound = await devices.BindDeviceAsync(new BindDevice(token, Key, "Phone", address, Sign("login-verification bind v1", account.Value, token, Key, "Phone", address.Text)));
        Assert.Null(bound.Refusal);
        Id = bound.Device!;
    }

    public async Task<SignInPrompt?> AskForPromptAsync(Instant at)
    {
        var asked = await devices.GetPromptAsync(account, Id, at, Sign("login-verification prompt v1", account.Value, Id.Hex, $"{at.ToUnixTimeMilliseconds()}"));
        Assert.Null(asked.Refusal);
        return asked.Prompt;
    }

    public ValueTask<DeviceResult> ApproveAsync(SignInPrompt prompt, string typed) => devices.AnswerAsync(account, new AnswerPrompt(
        Id, prompt.Challenge, PromptDecision.Approve, typed, Sign("login-verification answer v1", account.Value, Id.Hex, prompt.Challenge.Value, "approve", typed)));

    public ValueTask<DeviceResult> ChangeAddressAsync(PushAddress address, Instant at) => devices.ChangeAddressAsync(account, new ChangeDeviceAddress(
        Id, address, at, Sign("login-verification address v1", account.Value, Id.Hex, $"{at.ToUnixTimeMilliseconds()}", address.Text)));

    public void Dispose()
    {
        key.Dispose();
        Subscription.Dispose();
    }

    private string Sign(params string[] parts)
    {
        using var message = new MemoryStream();
        foreach (var part in parts)
        {
            var text = Encoding.UTF8.GetBytes(part);
            var length = new byte[4];
            BinaryPrimitives.WriteInt32BigEndian(length, text.Length);
            message.Write(length);
            message.Write(text);
        }

        var signature = key.SignData(message.ToArray(), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        // Of the two that fit a message, the one whose s is the lower.
        var s = new BigInteger(signature.AsSpan(32), isUnsigned: true, isBigEndian: true);
        if (s > Order / 2)
        {
            var lower = (Order - s).ToByteArray(isUnsigned: true, isBigEndian: true);
            signature.AsSpan(32).Clear();
            lower.CopyTo(signature, 64 - lower.Length);
        }

        return Base64Url.EncodeToString(signature);
    }
}
