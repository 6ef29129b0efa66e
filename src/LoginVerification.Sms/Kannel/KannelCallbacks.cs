using System.Globalization;
using System.Text;
using Microsoft.Extensions.Options;

namespace LoginVerification.Sms;

/// <summary>
/// Reads what Kannel calls: delivery reports, whose address the sender made, and inbound messages, whose address is <c>get-url</c> of an
/// <c>sms-service</c> group: <c>get-url = "https://example.com/sms/kannel?secret=…&amp;from=%p&amp;text=%b&amp;charset=%C"</c>. One address can serve
/// both. Registered by <c>UseKannel</c>. Asks nobody and changes nothing. Thread-safe.
/// </summary>
public sealed class KannelCallbacks : ISmsCallbacks
{
    private const string SecretName = "secret";
    private const string IdName = "id";
    private const string ReportName = "dlr";

    private readonly KannelOptions settings;

    /// <summary>Reads with the secrets of the settings.</summary>
    /// <param name="options">The settings.</param>
    public KannelCallbacks(IOptions<KannelOptions> options)
    {
        ArgumentNullException.ThrowIfNull(options);
        settings = options.Value;
    }

    /// <inheritdoc/>
    public string Provider => "kannel";

    /// <inheritdoc/>
    public bool IsPosted => false;

    /// <summary>Nothing: Kannel sends what it is answered to the phone.</summary>
    public CallbackReply Taken { get; } = new("text/plain", "");

    /// <inheritdoc/>
    public SmsCallback Read(CallbackRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Read(request.Query);
    }

    /// <summary>Reads a request. Never throws for what anybody can send.</summary>
    /// <param name="query">
    /// The query as it was sent, percent signs and all (<c>http.Request.QueryString.Value</c> of ASP.NET Core): Kannel sends a Hebrew text as UTF-16, which
    /// does not survive where it is decoded as UTF-8.
    /// </param>
    public SmsCallback Read(string? query)
    {
        if (!Secret.IsAmong(settings.CallbackSecrets, QueryText.SingleText(query, SecretName)))
            return new SmsCallback.Refused(CallbackFault.Unverified);
        if (QueryText.SingleText(query, ReportName) is { } state)
            return Report(QueryText.SingleText(query, IdName), state) is { } report ? new SmsCallback.Delivery(report) : new SmsCallback.Refused(CallbackFault.Unreadable);
        return Message(query) is { } message ? new SmsCallback.Inbound(message) : new SmsCallback.Refused(CallbackFault.Unreadable);
    }

    /// <summary>The address that Kannel calls with the state of a message. Kannel replaces <c>%d</c> by the state, and a doubled percent sign by one.</summary>
    internal static string ReportAddress(Uri reportTo, string secret, string id)
    {
        var address = $"{reportTo.AbsoluteUri}{(reportTo.Query.Length > 0 ? '&' : '?')}{SecretName}={secret}&{IdName}={Uri.EscapeDataString(id)}&{ReportName}=";
        return $"{address.Replace("%", "%%", StringComparison.Ordinal)}%d";
    }

    /// <summary>The values of <c>%d</c>: user guide of Kannel 1.4.5, "Delivery reports"; 32 is for what is under way (<c>gw/dlr.h</c>).</summary>
    private static DeliveryReport? Report(string? id, string state) => id is not { Length: > 0 and <= DeliveryReport.MaxMessageIdLength } ? null : state switch
    {
        "1" => new DeliveryReport.Delivered(id),
        "2" => new DeliveryReport.Failed(id, UndeliveredReason.Unknown, null),
        "4" or "32" => new DeliveryReport.UnderWay(id, DeliveryState.Queued),
        "8" => new DeliveryReport.UnderWay(id, DeliveryState.Sent),
        "16" => new DeliveryReport.Failed(id, UndeliveredReason.Refused, null),
        _ => null,
    };

    private static InboundSms? Message(string? query)
    {
        if (QueryText.SingleText(query, "from") is not { Length: > 0 and <= InboundSms.MaxFromLength } from || QueryText.Single(query, "text") is not { } bytes)
            return null;
        // Without a charset it is the one that Kannel writes 7-bit messages in.
        Encoding? encoding = QueryText.SingleText(query, "charset")?.ToUpper(CultureInfo.InvariantCulture) switch
        {
            null or "" or "UTF-8" => Encoding.UTF8,
            "UTF-16BE" => Encoding.BigEndianUnicode,
            "ISO-8859-1" => Encoding.Latin1,
            _ => null,
        };
        return encoding is not null && QueryText.Strict(encoding, bytes) is { Length: <= InboundSms.MaxTextLength } text ? new InboundSms(from, text) : null;
    }
}
