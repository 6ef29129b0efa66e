using NodaTime;
using NodaTime.Text;

namespace LoginVerification.AspNetCore.Tests;

/// <summary>An app: no session, no cookie, no token.</summary>
internal sealed class RemoteDevices(HttpHost host)
{
    public Task<DeviceResult> BindDeviceAsync(BindDevice binding) => SendAsync(HttpMethod.Post, "/app/devices", new
    {
        token = binding.Token,
        key = binding.Key,
        name = binding.Name,
        address = binding.Address?.Text,
        signature = binding.Signature,
    });

    public Task<DeviceResult> AnswerAsync(AccountId account, AnswerPrompt answer) => SendAsync(HttpMethod.Post, $"/app/{account}/answer", new
    {
        device = answer.Device.Hex,
        challenge = answer.Challenge.Value,
        decision = answer.Decision is PromptDecision.Approve ? "approve" : "deny",
        number = answer.Number.Text,
        signature = answer.Signature,
    });

    public Task<DeviceResult> ChangeAddressAsync(AccountId account, ChangeDeviceAddress change) => SendAsync(HttpMethod.Put, $"/app/{account}/address", new
    {
        device = change.Device.Hex,
        address = change.Address?.Text,
        at = InstantPattern.ExtendedIso.Format(change.At),
        signature = change.Signature,
    });

    public async Task<PromptResult> GetPromptAsync(AccountId account, DeviceId device, Instant at, string signature)
    {
        using var app = new Browser(host);
        var answer = await app.PostAsync($"/app/{account}/prompt", new { device = device.Hex, at = InstantPattern.ExtendedIso.Format(at), signature });
        if (answer.Number >= 300)
            return new PromptResult(null, Problems.RefusalIn(answer));
        return answer.Body!["prompt"] is not { } prompt
            ? new PromptResult(null, null)
            : new PromptResult(
                new SignInPrompt(new ChallengeId((string)prompt["challenge"]!), InstantIn(prompt["begunAt"]), InstantIn(prompt["expiresAt"]), Surface.Parse((string)prompt["surface"]!))
                {
                    Place = (string?)prompt["place"],
                    Browser = (string?)prompt["browser"],
                },
                null);
    }

    private static Instant InstantIn(System.Text.Json.Nodes.JsonNode? node) => InstantPattern.ExtendedIso.Parse((string)node!).Value;

    private async Task<DeviceResult> SendAsync(HttpMethod method, string path, object body)
    {
        using var app = new Browser(host);
        var answer = await app.SendAsync(method, path, body);
        return answer.Number < 300 ? new DeviceResult(DeviceId.Parse((string)answer.Body!["device"]!), null) : new DeviceResult(null, Problems.RefusalIn(answer));
    }
}
