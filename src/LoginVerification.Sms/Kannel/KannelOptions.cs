using System.Text.Json.Serialization;

namespace LoginVerification.Sms;

/// <summary>How Kannel's smsbox is reached. Checked at start, with every error at once.</summary>
public sealed class KannelOptions
{
    /// <summary>The name of the HTTP client, for handlers of the host's own: <c>services.AddHttpClient(KannelOptions.HttpClientName).AddHttpMessageHandler(…)</c>.</summary>
    public const string HttpClientName = "LoginVerification.Kannel";

    /// <summary>The address of smsbox's sendsms, required: <c>https://sms.internal:13013/cgi-bin/sendsms</c>.</summary>
    public Uri? SendSms { get; set; }

    /// <summary>Whether <see cref="SendSms"/> may be http to another machine, because nobody else can listen in between; false by default.</summary>
    public bool AllowUnencrypted { get; set; }

    /// <summary>The username of the <c>sendsms-user</c> group, required; printable ASCII.</summary>
    public string Username { get; set; } = "";

    /// <summary>The password of the <c>sendsms-user</c> group, required; printable ASCII.</summary>
    [JsonIgnore]
    public string Password { get; set; } = "";

    /// <summary>The sender that phones show, up to 20 characters of printable ASCII; null for the one that Kannel has for all (<c>global-sender</c>).</summary>
    public string? From { get; set; }

    /// <summary>The id of the SMS centre that sends; null leaves the choice to Kannel.</summary>
    public string? Smsc { get; set; }

    /// <summary>Whether real phones ring; true by default. False for a Kannel with a fake SMS centre: reserved numbers are sent to it, too.</summary>
    public bool IsLive { get; set; } = true;

    /// <summary>
    /// Where Kannel reports how far a message came, an address of the host; null for no reports. Kannel signs nothing: the address gets one of
    /// <see cref="CallbackSecrets"/>, the message's id and the state, as <c>secret</c>, <c>id</c> and <c>dlr</c> of its query.
    /// </summary>
    public Uri? ReportTo { get; set; }

    /// <summary>
    /// What callbacks prove themselves by, as <c>secret</c> of their query: each 22 or more of the characters A-Z a-z 0-9 - . _ ~, drawn at random. The
    /// first goes into new reports' addresses; all count, so that one can be replaced. Required with <see cref="ReportTo"/>; without any, no callback is taken.
    /// </summary>
    [JsonIgnore]
    public IList<string> CallbackSecrets { get; } = [];

    /// <summary>How long Kannel may take to answer: 1 s to less than two fifths of <see cref="LoginVerificationOptions.OutboxLease"/>; 10 s by default.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>What a configuration section said that no setting can hold; the start fails with it.</summary>
    internal IList<string> SectionErrors { get; } = [];
}
