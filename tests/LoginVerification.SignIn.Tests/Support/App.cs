using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using LoginVerification.Docs.Tests;
using NodaTime;

namespace LoginVerification.Tests;

/// <summary>The app on a phone, written from the page on the protocol alone: a key of its own, and what it signs. It shares no code with the library.</summary>
internal sealed class App : IDisposable
{
    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public AccountId Account { get; set; } = SignInHost.Alice;

    public DeviceId Device { get; set; } = DeviceId.Parse(new string('0', 32));

    public PushAddress? Address { get; init; } = PushAddress.Parse("{\"endpoint\":\"https://push.example.com/1\"}");

    public string Key => AppMessage.PublicKeyOf(key);

    public BindDevice Binding(string token, string name = "Alice's phone") =>
        new(token, Key, name, Address, Sign("login-verification bind v1", Account.Value, token, Key, name, Address?.Text ?? ""));

    public async Task<DeviceResult> BindAsync(SignInHost host, string token, string name = "Alice's phone")
    {
        var result = await host.Devices.BindDeviceAsync(Binding(token, name));
        if (result.Device is { } device)
            Device = device;
        return result;
    }

    public Task<PromptResult> LookAsync(SignInHost host) => LookAsync(host.Devices, host.Now);

    public Task<PromptResult> LookAsync(IDeviceService devices, Instant at) =>
        devices.GetPromptAsync(Account, Device, at, Sign("login-verification prompt v1", Account.Value, Device.Hex, at.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture))).AsTask();

    public AnswerPrompt Approval(ChallengeId challenge, string number) =>
        new(Device, challenge, PromptDecision.Approve, number, Sign("login-verification answer v1", Account.Value, Device.Hex, challenge.Value, "approve", number));

    public AnswerPrompt Denial(ChallengeId challenge) =>
        new(Device, challenge, PromptDecision.Deny, "", Sign("login-verification answer v1", Account.Value, Device.Hex, challenge.Value, "deny", ""));

    public ChangeDeviceAddress Move(PushAddress? address, Instant at) =>
        new(Device, address, at, Sign("login-verification address v1", Account.Value, Device.Hex, at.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture), address?.Text ?? ""));

    public Task<DeviceResult> ApproveAsync(SignInHost host, ChallengeId challenge, string number) => host.Devices.AnswerAsync(Account, Approval(challenge, number)).AsTask();

    public Task<DeviceResult> DenyAsync(SignInHost host, ChallengeId challenge) => host.Devices.AnswerAsync(Account, Denial(challenge)).AsTask();

    public string Sign(params string[] parts) => Base64Url.EncodeToString(AppMessage.Sign(key, parts));

    public byte[] SignDer(params string[] parts) => key.SignData(AppMessage.Of(parts), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);

    public void Dispose() => key.Dispose();
}
