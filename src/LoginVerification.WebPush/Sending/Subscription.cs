using System.Text.Json;

namespace LoginVerification.WebPush;

/// <summary>What an app or browser subscribed to: the JSON of its <c>PushSubscription</c>. The endpoint is a secret: who has it can ask for pushes.</summary>
/// <param name="Endpoint">Where the push service takes pushes for it.</param>
/// <param name="PublicKey">Its public key, <c>p256dh</c>.</param>
/// <param name="AuthSecret">Its secret, <c>auth</c>.</param>
internal sealed record Subscription(Uri Endpoint, string PublicKey, string AuthSecret)
{
    private const int AuthLength = 16;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 8, AllowDuplicateProperties = false };

    /// <summary>Reads an address, if it is a subscription and its push service may be asked.</summary>
    public static Subscription? Read(PushAddress address, PushHosts hosts)
    {
        try
        {
            using var document = JsonDocument.Parse(address.Text, Strict);
            return document.RootElement is { ValueKind: JsonValueKind.Object } root
                && root.TryGetProperty("keys", out var keys) && keys.ValueKind is JsonValueKind.Object
                && EndpointOf(TextOf(root, "endpoint"), hosts) is { } endpoint
                && TextOf(keys, "p256dh") is { } publicKey && P256.IsPublicKey(publicKey)
                && TextOf(keys, "auth") is { } auth && P256.TryRead(auth, AuthLength, out _)
                ? new Subscription(endpoint, publicKey, auth)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public override string ToString() => "(push subscription)";

    /// <summary>An app says where it is reached, so that it could have the host ask any server: none but a push service, by its name, by https, at its port.</summary>
    private static Uri? EndpointOf(string? text, PushHosts hosts) =>
        Uri.TryCreate(text, UriKind.Absolute, out var endpoint)
        && endpoint is { HostNameType: UriHostNameType.Dns, IsDefaultPort: true, UserInfo: "", Fragment: "" } && endpoint.Scheme == Uri.UriSchemeHttps
        && hosts.Allows(endpoint.IdnHost)
            ? endpoint
            : null;

    private static string? TextOf(JsonElement parent, string name)
    {
        if (!parent.TryGetProperty(name, out var value) || value.ValueKind is not JsonValueKind.String)
            return null;
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, as \ud800.
            return null;
        }
    }
}
