using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;

namespace LoginVerification.Docs.Tests;

/// <summary>An app with a real key, on a phone of the account's.</summary>
internal sealed class TestDevice(TestHost host, string account = TestHost.Account) : IDisposable
{
    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public AccountId Account { get; } = AccountId.Parse(account);

    /// <summary>Its id, once it is bound.</summary>
    public DeviceId Id { get; private set; } = DeviceId.Parse(new string('0', 2 * DeviceId.Length));

    public string PublicKey => AppMessage.PublicKeyOf(key);

    /// <summary>A device that its owner has bound.</summary>
    public static async Task<TestDevice> BoundAsync(TestHost host, PushAddress? address = null)
    {
        var device = new TestDevice(host);
        var bound = await device.BindAsync(await host.TokenAsync(), address: address);
        Assert.Null(bound.Refusal);
        return device;
    }

    public string Sign(params string[] fields) => Base64Url.EncodeToString(AppMessage.Sign(key, fields));

    public BindDevice Binding(string token, string name = "My phone", PushAddress? address = null, string? publicKey = null) =>
        new(token, publicKey ?? PublicKey, name, address, Sign("login-verification bind v1", Account.Value, token, publicKey ?? PublicKey, name, address?.Text ?? ""));

    public async Task<DeviceResult> BindAsync(string token, string name = "My phone", PushAddress? address = null)
    {
        var result = await host.Devices.BindDeviceAsync(Binding(token, name, address));
        Id = result.Device ?? Id;
        return result;
    }

    public async Task<SignInPrompt?> PromptAsync()
    {
        var at = host.Now;
        var result = await host.Devices.GetPromptAsync(Account, Id, at, Sign("login-verification prompt v1", Account.Value, Id.Hex, at.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)));
        Assert.Null(result.Refusal);
        return result.Prompt;
    }

    public AnswerPrompt Answer(ChallengeId challenge, PromptDecision decision, string number) => new(
        Id, challenge, decision, number, Sign("login-verification answer v1", Account.Value, Id.Hex, challenge.Value, decision is PromptDecision.Approve ? "approve" : "deny", number));

    public async Task<DeviceResult> ApproveAsync(ChallengeId challenge, string number) => await GiveAsync(Answer(challenge, PromptDecision.Approve, number));

    public async Task<DeviceResult> DenyAsync(ChallengeId challenge) => await GiveAsync(Answer(challenge, PromptDecision.Deny, ""));

    public async Task<DeviceResult> ChangeAddressAsync(PushAddress? address) => await host.Devices.ChangeAddressAsync(Account, new ChangeDeviceAddress(
        Id, address, host.Now, Sign("login-verification address v1", Account.Value, Id.Hex, host.Now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture), address?.Text ?? "")));

    public void Dispose() => key.Dispose();

    private async Task<DeviceResult> GiveAsync(AnswerPrompt answer) => await host.Devices.AnswerAsync(Account, answer);
}
