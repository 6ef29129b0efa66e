using System.Globalization;
using Microsoft.Extensions.Options;

namespace LoginVerification.Sms;

/// <summary>
/// Reads what Twilio posts: delivery reports (status callbacks), whose address the sender made, and inbound messages, whose address is set at the number
/// or the messaging service. One address can serve both. Registered by <c>UseTwilio</c>. Asks nobody and changes nothing. Thread-safe.
/// </summary>
public sealed class TwilioCallbacks : ISmsCallbacks
{
    /// <summary>The header that has the signature.</summary>
    public const string SignatureHeader = "X-Twilio-Signature";

    private const string IdName = "id";

    private readonly TwilioOptions settings;

    /// <summary>Verifies with the auth tokens of the settings.</summary>
    /// <param name="options">The settings.</param>
    public TwilioCallbacks(IOptions<TwilioOptions> options)
    {
        ArgumentNullException.ThrowIfNull(options);
        settings = options.Value;
    }

    /// <inheritdoc/>
    public string Provider => "twilio";

    /// <inheritdoc/>
    public bool IsPosted => true;

    /// <summary>No instruction: Twilio sends nothing to the phone.</summary>
    public CallbackReply Taken { get; } = new("text/xml", "<Response/>");

    /// <inheritdoc/>
    public SmsCallback Read(CallbackRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Read(request.Address, request.Form, request.Header(SignatureHeader));
    }

    /// <summary>Reads a request. Never throws for what anybody can send.</summary>
    /// <param name="address">The whole address that Twilio called, query included; behind a proxy, as it is from outside.</param>
    /// <param name="form">Every field of the form, as it was posted.</param>
    /// <param name="signature">The value of <see cref="SignatureHeader"/>; null if there was none.</param>
    public SmsCallback Read(string address, IEnumerable<KeyValuePair<string, string>> form, string? signature)
    {
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(form);
        var fields = form.ToList();
        if (!TwilioSignature.IsOfForm(settings.AuthTokens, address, fields, signature))
            return new SmsCallback.Refused(CallbackFault.Unverified);
        // An inbound message has a state, too: "received".
        SmsCallback? read = Single(fields, "MessageStatus") is { } state
            ? Report(address, state, Single(fields, "ErrorCode")) is { } report ? new SmsCallback.Delivery(report) : null
            : Message(fields) is { } message ? new SmsCallback.Inbound(message) : null;
        return read ?? new SmsCallback.Refused(CallbackFault.Unreadable);
    }

    /// <summary>The address that Twilio calls with the states of a message. The query is signed with the rest.</summary>
    internal static string ReportAddress(Uri reportTo, string id) =>
        $"{reportTo.AbsoluteUri}{(reportTo.Query.Length > 0 ? '&' : '?')}{IdName}={Uri.EscapeDataString(id)}";

    /// <summary>The values of <c>MessageStatus</c>: Twilio, "Message resource", "Message status values".</summary>
    private static DeliveryReport? Report(string address, string state, string? code)
    {
        var at = address.IndexOf('?', StringComparison.Ordinal);
        if (at < 0 || QueryText.SingleText(address[(at + 1)..], IdName) is not { Length: > 0 and <= DeliveryReport.MaxMessageIdLength } id)
            return null;
        return state switch
        {
            "accepted" or "scheduled" or "queued" or "sending" => new DeliveryReport.UnderWay(id, DeliveryState.Queued),
            "sent" => new DeliveryReport.UnderWay(id, DeliveryState.Sent),
            "delivered" or "read" => new DeliveryReport.Delivered(id),
            "undelivered" or "failed" or "canceled" => Failed(id, code),
            _ => null,
        };
    }

    private static DeliveryReport.Failed Failed(string id, string? code)
    {
        int? number = int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var read) && read < 1_000_000 ? read : null;
        return new DeliveryReport.Failed(id, TwilioErrors.Find(number)?.Reported ?? UndeliveredReason.Unknown, number);
    }

    private static InboundSms? Message(List<KeyValuePair<string, string>> fields) =>
        Single(fields, "From") is { Length: > 0 and <= InboundSms.MaxFromLength } from && Single(fields, "Body") is { Length: <= InboundSms.MaxTextLength } text
            ? new InboundSms(from, text, Keyword(Single(fields, "OptOutType")))
            : null;

    /// <summary>What Twilio has read and acted on itself (Twilio, "Advanced Opt-Out", <c>OptOutType</c>).</summary>
    private static InboundKeyword? Keyword(string? optOutType) => optOutType switch
    {
        "STOP" => InboundKeyword.Stop,
        "START" => InboundKeyword.Start,
        "HELP" => InboundKeyword.Help,
        _ => null,
    };

    private static string? Single(List<KeyValuePair<string, string>> fields, string name) =>
        fields.Where(field => field.Key == name).Take(2).ToList() is [var only] ? only.Value : null;
}
