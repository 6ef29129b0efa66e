using System.Net.Http.Headers;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace LoginVerification.Sms;

/// <summary>
/// Sends over Kannel's smsbox. By POST, with the text as body and everything else as headers: a query would show number, code and password to every
/// log on the way.
/// </summary>
internal sealed partial class KannelSender(IHttpClientFactory clients, IOptions<KannelOptions> options, ILogger<KannelSender>? logger = null) : ISmsSender
{
    // Kannel's numbers: 0 sends in 7 bits, 2 in UCS-2.
    private const string SevenBit = "0";
    private const string Ucs2 = "2";

    // Delivered, not delivered, queued at the SMS centre, taken by it, rejected by it.
    private const string EveryReport = "31";

    private readonly KannelOptions settings = options.Value;
    private readonly ILogger log = logger ?? NullLogger<KannelSender>.Instance;

    public bool IsLive => settings.IsLive;

    public async Task<SmsReceipt> SendAsync(SmsMessage message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        using var request = Request(message);
        var answer = await GatewayClient.AskAsync(clients, KannelOptions.HttpClientName, request, cancellationToken).ConfigureAwait(false);
        var outcome = KannelAnswers.Read(answer);
        if (outcome is SendOutcome.Misconfigured)
            LogMisconfigured(log, answer.Status);
        return outcome.Receipt() ?? throw new UnknownOutcomeException($"Kannel answered {answer}, which does not say that it took the message.");
    }

    private HttpRequestMessage Request(SmsMessage message)
    {
        var content = new StringContent(message.Text);
        content.Headers.ContentType = new MediaTypeHeaderValue("text/plain", "UTF-8");
        var request = new HttpRequestMessage(HttpMethod.Post, settings.SendSms) { Content = content };
        foreach (var (name, value) in Parameters(message))
            request.Headers.TryAddWithoutValidation($"X-Kannel-{name}", value);
        return request;
    }

    private IEnumerable<(string Name, string Value)> Parameters(SmsMessage message)
    {
        yield return ("Username", settings.Username);
        yield return ("Password", settings.Password);
        yield return ("To", message.To.E164);
        yield return ("Coding", SmsSegment.IsGsm7(message.Text) ? SevenBit : Ucs2);
        if (settings.From is { } from)
            yield return ("From", from);
        if (settings.Smsc is { } smsc)
            yield return ("SMSC", smsc);
        if (settings.ReportTo is { } reportTo)
        {
            yield return ("DLR-Mask", EveryReport);
            yield return ("DLR-Url", KannelCallbacks.ReportAddress(reportTo, settings.CallbackSecrets[0], message.Id));
        }
    }

    [LoggerMessage(1, LogLevel.Error, "Kannel answered HTTP {Status}: its configuration and the settings here do not agree. No message goes out until that is mended; the outbox tries on.")]
    private static partial void LogMisconfigured(ILogger logger, int status);
}
