using System.Buffers.Text;
using System.Security.Cryptography;
using LoginVerification.Docs.Tests;
using LoginVerification.WebPush.Tests.Service;
using NodaTime;

namespace LoginVerification.WebPush.Tests.SignIns;

/// <summary>The host's app on a phone: a key of its own, a subscription, and the four things that it asks.</summary>
internal sealed class TestApp(IDeviceService devices, AccountId account) : IDisposable
{
    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public Subscriber Subscription { get; } = new();

    public DeviceId Id { get; private set; } = null!;

    public string Key => AppMessage.PublicKeyOf(key);

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

    private string Sign(params string[] parts) => Base64Url.EncodeToString(AppMessage.Sign(key, parts));
}
