using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Lib.Net.Http.WebPush;
using Lib.Net.Http.WebPush.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using NodaTime;
using LibraryMessage = Lib.Net.Http.WebPush.PushMessage;

namespace LoginVerification.WebPush;

/// <summary>Wakes an app or a browser over its push service. What is sent says that somebody signs in, and nothing of who or where.</summary>
internal sealed partial class WebPushSender(IHttpClientFactory clients, IOptions<WebPushOptions> options, TimeProvider time, ILogger<WebPushSender>? logger = null) : IPushSender
{
    /// <summary>What the app gets: it then asks for the prompt, with a signature.</summary>
    public const string Payload = """{"type":"signIn"}""";

    // A push service keeps what it cannot deliver for four weeks at most.
    private static readonly Duration LongestLife = Duration.FromDays(28);

    // RFC 8030, section 5.4: at most 32 characters of base64url.
    private const int MaxTopicLength = 32;

    private readonly WebPushOptions settings = options.Value;
    private readonly PushHosts hosts = new([.. options.Value.AllowedHosts]);
    private readonly ILogger log = logger ?? NullLogger<WebPushSender>.Instance;

    public async Task<PushReceipt> WakeAsync(Ports.PushMessage push, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(push);
        if (Subscription.Read(push.Address, hosts) is not { } subscription)
            return PushReceipt.Gone;
        var left = push.ExpiresAt - Instant.FromDateTimeOffset(time.GetUtcNow());
        if (left <= Duration.Zero)
            return PushReceipt.Rejected;

        var message = new LibraryMessage(Payload)
        {
            TimeToLive = Math.Max(1, (int)Duration.Min(left, LongestLife).TotalSeconds),
            Topic = TopicOf(push.Id),
            Urgency = PushMessageUrgency.High,
        };
        // One for each push: a signer is not said to bear being shared.
        using var vapid = new VapidAuthentication(settings.PublicKey, settings.PrivateKey) { Subject = settings.Subject };
        return ReceiptOf(await AskAsync(subscription, message, vapid, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>The same for each attempt, so that an attempt takes the place of one before it that still waits for the device.</summary>
    internal static string TopicOf(string id) => id.Length is > 0 and <= MaxTopicLength && id.All(unit => char.IsAsciiLetterOrDigit(unit) || unit is '-' or '_')
        ? id
        : Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(id)))[..MaxTopicLength];

    private async Task<int> AskAsync(Subscription subscription, LibraryMessage message, VapidAuthentication vapid, CancellationToken cancellationToken)
    {
        try
        {
            return await PushClient.PushAsync(clients, subscription, message, vapid, cancellationToken).ConfigureAwait(false);
        }
        catch (NotPublicException)
        {
            LogNotPublic(log);
            throw;
        }
    }

    private PushReceipt ReceiptOf(int status)
    {
        var answer = PushAnswers.Find(status);
        if (answer is { IsTheHosts: true })
            LogRefused(log, status, answer.Meaning);
        return answer?.Receipt ?? throw new UnknownOutcomeException($"The push service answered HTTP {status}, which does not say that it took the push.");
    }

    [LoggerMessage(1, LogLevel.Error, "A push service answered HTTP {Status}: {Meaning}. Look at Subject, PublicKey and PrivateKey of WebPush, and at the clock.")]
    private static partial void LogRefused(ILogger logger, int status, string meaning);

    [LoggerMessage(2, LogLevel.Error, "The name of a push service that AllowedHosts of WebPush allows leads to no public address, and is not asked. Look at the name server of this machine; the outbox tries on.")]
    private static partial void LogNotPublic(ILogger logger);
}
