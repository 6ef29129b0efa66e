using System.Text.Json.Serialization;

namespace LoginVerification;

/// <summary>
/// The wiring. What changes a decision is in the <see cref="EnrolmentPolicy"/> instead. Checked once, at start, with every error at once.
/// </summary>
public sealed class LoginVerificationOptions
{
    /// <summary>The fewest bytes of a key: as many as the hash has (RFC 2104, section 3).</summary>
    public const int MinKeyBytes = 32;

    /// <summary>
    /// The host name of the site where codes are typed, for the last line of the SMS; required, without scheme or path: <c>example.com</c>.
    /// A name that is not ASCII is written as its A-label: <c>bücher.example</c> as <c>xn--bcher-kva.example</c>.
    /// </summary>
    public string SmsHost { get; set; } = "";

    /// <summary>
    /// The keys of the codes by id: at least one, each of at least <see cref="MinKeyBytes"/> bytes from a cryptographic random source,
    /// kept outside the store. To rotate, add a key and make it current; remove the old one when the life of a code has passed.
    /// </summary>
    [JsonIgnore]
    public IDictionary<string, byte[]> CodeKeys { get; } = new Dictionary<string, byte[]>(StringComparer.Ordinal);

    /// <summary>The id of the key for new codes; may be left empty while there is one key.</summary>
    public string CurrentCodeKey { get; set; } = "";

    /// <summary>
    /// Texts of messages by BCP 47 language, each language once. The caller's is looked up in its canonical form (<c>iw-IL</c> is
    /// <c>he-IL</c>, RFC 5646, section 4.5) and then shortened (<c>he</c>, RFC 4647, section 3.4); English where nothing is found.
    /// </summary>
    public IDictionary<string, SmsTexts> SmsTexts { get; } = new Dictionary<string, SmsTexts>(StringComparer.OrdinalIgnoreCase);

    /// <summary>How often the background loop looks for messages that are due: 100 ms to 1 min; 2 s by default. The actual waits are half to one and a half times as long.</summary>
    public TimeSpan OutboxInterval { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Whether this process works the outbox off while its host (<c>IHost</c>) runs: true by default. At least one process has to; one without a host calls <see cref="OutboxDispatcher.DispatchDueAsync"/>.</summary>
    public bool RunsOutbox { get; set; } = true;

    /// <summary>
    /// How long the process that saved or took a message has to send it before another may: 1 s to 10 min, in whole milliseconds; 30 s by default. An attempt gets two fifths
    /// of it, so that it ends before the lease does.
    /// </summary>
    public TimeSpan OutboxLease { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The wait after the first failed attempt to send, doubled after each further one: 1 s to <see cref="LongestRetry"/>, in whole milliseconds; 5 s by default. The actual waits are half to one and a half times as long, each message's another, so that a gateway that comes back does not meet them all at once.</summary>
    public TimeSpan FirstRetry { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>The longest wait between attempts: up to 1 h, in whole milliseconds; 5 min by default. The actual waits are half to one and a half times as long.</summary>
    public TimeSpan LongestRetry { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How often sending is tried in all: 1 to 100; 20 by default.</summary>
    public int SendAttempts { get; set; } = 20;

    /// <summary>
    /// How long a command waits for the gateway to take its code: 0 s to 30 s; 3 s by default. The attempt itself goes on for two fifths of
    /// <see cref="OutboxLease"/>; whoever waits no longer is told that the code has not gone out yet.
    /// </summary>
    public TimeSpan SendWait { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>How many messages of a batch are sent at once over the SMS sender, and as many over the notifier: 1 to 64; 8 by default.</summary>
    public int SendsSideBySide { get; set; } = 8;

    /// <summary>How long an optional port may take to answer, after which it has not answered: 100 ms to 1 min; 5 s by default.</summary>
    public TimeSpan PortDeadline { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>What a configuration section said that no option can hold; the start fails with it.</summary>
    internal IList<string> SectionErrors { get; } = [];
}
