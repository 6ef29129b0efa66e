using System.Text.Json.Serialization;

namespace LoginVerification.WebPush;

/// <summary>Who pushes, and where to. Checked at start, with every error at once.</summary>
public sealed class WebPushOptions
{
    /// <summary>The name of the HTTP client, for handlers of the host's own: <c>services.AddHttpClient(WebPushOptions.HttpClientName).AddHttpMessageHandler(…)</c>.</summary>
    public const string HttpClientName = "LoginVerification.WebPush";

    /// <summary>Where a push service reaches who runs the host, required: <c>mailto:operations@example.com</c>, or an https address.</summary>
    public string Subject { get; set; } = "";

    /// <summary>The public key of the host (VAPID, RFC 8292), required: an uncompressed point of P-256, 65 bytes as base64url without padding. Apps subscribe with it, so that it is no secret.</summary>
    public string PublicKey { get; set; } = "";

    /// <summary>The private key to <see cref="PublicKey"/>, required: 32 bytes as base64url without padding. From a vault.</summary>
    [JsonIgnore]
    public string PrivateKey { get; set; } = "";

    /// <summary>
    /// The push services that may be asked, by the names of their hosts; <c>*.example.com</c> is every host below <c>example.com</c>. Empty for those of
    /// today's browsers: <c>fcm.googleapis.com</c>, <c>updates.push.services.mozilla.com</c>, <c>*.push.apple.com</c>, <c>*.notify.windows.com</c>. Any entry
    /// takes the place of them all. An app says where it is reached, so that everything else is refused.
    /// </summary>
    public IList<string> AllowedHosts { get; } = [];

    /// <summary>How long a push service may take to answer: 1 s to less than two fifths of <see cref="LoginVerificationOptions.OutboxLease"/>; 10 s by default.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>What a configuration section said that no setting can hold; the start fails with it.</summary>
    internal IList<string> SectionErrors { get; } = [];
}
