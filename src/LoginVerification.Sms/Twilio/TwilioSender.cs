using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace LoginVerification.Sms;

/// <summary>Sends over Twilio's Messages API, <c>POST /2010-04-01/Accounts/{AccountSid}/Messages.json</c>.</summary>
internal sealed partial class TwilioSender(IHttpClientFactory clients, IOptions<TwilioOptions> options, ILogger<TwilioSender>? logger = null) : ISmsSender
{
    private readonly TwilioOptions settings = options.Value;
    private readonly ILogger log = logger ?? NullLogger<TwilioSender>.Instance;

    public bool IsLive => settings.IsLive;

    public async Task<SmsReceipt> SendAsync(SmsMessage message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        using var request = Request(message);
        var answer = await GatewayClient.AskAsync(clients, TwilioOptions.HttpClientName, request, cancellationToken).ConfigureAwait(false);
        var (outcome, code) = TwilioAnswers.Read(answer);
        if (outcome is SendOutcome.Misconfigured)
            LogMisconfigured(log, answer.Status, code);
        return outcome.Receipt() ?? throw new UnknownOutcomeException($"Twilio answered {answer}, error {code?.ToString() ?? "none"}, which does not say that it took the message.");
    }

    private HttpRequestMessage Request(SmsMessage message)
    {
        var (user, password) = settings.ApiKeySid is { } key ? (key, settings.ApiKeySecret) : (settings.AccountSid, settings.AuthTokens[0]);
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(settings.Api!, $"/2010-04-01/Accounts/{settings.AccountSid}/Messages.json"))
        {
            Content = new FormUrlEncodedContent(Form(message)),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}")));
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        return request;
    }

    private IEnumerable<KeyValuePair<string, string>> Form(SmsMessage message)
    {
        yield return new("To", message.To.E164);
        yield return new("Body", message.Text);
        yield return settings.MessagingServiceSid is { } service ? new("MessagingServiceSid", service) : new("From", settings.From!);
        if (settings.ReportTo is { } reportTo)
            yield return new("StatusCallback", TwilioCallbacks.ReportAddress(reportTo, message.Id));
    }

    [LoggerMessage(1, LogLevel.Error, "Twilio answered HTTP {Status}, error {Code}: its account and the settings here do not agree. No message goes out until that is mended; the outbox tries on.")]
    private static partial void LogMisconfigured(ILogger logger, int status, int? code);
}
