using System.Text.Json.Serialization;

namespace LoginVerification.Sms;

/// <summary>The Twilio account that sends. Checked at start, with every error at once.</summary>
public sealed class TwilioOptions
{
    /// <summary>The name of the HTTP client, for handlers of the host's own: <c>services.AddHttpClient(TwilioOptions.HttpClientName).AddHttpMessageHandler(…)</c>.</summary>
    public const string HttpClientName = "LoginVerification.Twilio";

    /// <summary>The account's SID, required: AC and 32 hexadecimal digits.</summary>
    public string AccountSid { get; set; } = "";

    /// <summary>
    /// The account's auth tokens, the current one first; required where callbacks are read or there is no API key. Twilio signs callbacks with the
    /// primary one; all count, so that one can be replaced.
    /// </summary>
    [JsonIgnore]
    public IList<string> AuthTokens { get; } = [];

    /// <summary>The SID of an API key to send with, SK and 32 hexadecimal digits; null sends with the first auth token.</summary>
    public string? ApiKeySid { get; set; }

    /// <summary>The secret of the API key; required with <see cref="ApiKeySid"/>.</summary>
    [JsonIgnore]
    public string? ApiKeySecret { get; set; }

    /// <summary>The sender: a number of the account in E.164 form, a short code, or a name of up to 11 characters. Either this or <see cref="MessagingServiceSid"/>.</summary>
    public string? From { get; set; }

    /// <summary>The messaging service that chooses the sender: MG and 32 hexadecimal digits.</summary>
    public string? MessagingServiceSid { get; set; }

    /// <summary>
    /// Where Twilio reports how far a message came, an address of the host as Twilio sees it; null for no reports. It gets the message's id, as
    /// <c>id</c> of its query.
    /// </summary>
    public Uri? ReportTo { get; set; }

    /// <summary>Where the API is: <c>https://api.twilio.com/</c> by default; that of a region, or of a stand-in for tests.</summary>
    public Uri? Api { get; set; } = new("https://api.twilio.com/");

    /// <summary>Whether <see cref="Api"/> may be http to another machine; false by default.</summary>
    public bool AllowUnencrypted { get; set; }

    /// <summary>Whether real phones ring; true by default. False with Twilio's test credentials: reserved numbers are sent to them, too.</summary>
    public bool IsLive { get; set; } = true;

    /// <summary>How long Twilio may take to answer: 1 s to less than two fifths of <see cref="LoginVerificationOptions.OutboxLease"/>; 10 s by default.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>What a configuration section said that no setting can hold; the start fails with it.</summary>
    internal IList<string> SectionErrors { get; } = [];
}
