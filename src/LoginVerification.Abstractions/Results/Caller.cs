using NodaTime;

namespace LoginVerification;

/// <summary>
/// Who gives a command, as the host knows it (never as a header says it). Immutable and thread-safe.
/// </summary>
public sealed record Caller
{
    /// <summary>The longest language tag: what RFC 5646, section 4.4.1, asks every reader to hold.</summary>
    public const int MaxLanguageLength = 35;

    /// <summary>The longest idempotency key, in UTF-16 code units.</summary>
    public const int MaxIdempotencyKeyLength = 255;

    /// <summary>The longest id of a member of the staff, in UTF-16 code units.</summary>
    public const int MaxStaffIdLength = 128;

    /// <summary>The longest correlation id, in UTF-16 code units.</summary>
    public const int MaxCorrelationIdLength = 128;

    private Caller(AccountId account, Initiator initiator)
    {
        ArgumentNullException.ThrowIfNull(account);
        Account = account;
        Initiator = initiator;
    }

    /// <summary>Whose enrolment is meant.</summary>
    public AccountId Account { get; }

    /// <summary>Who speaks.</summary>
    public Initiator Initiator { get; }

    /// <summary>Where the user acts, or signs in; null for everybody else.</summary>
    public Surface? Surface { get; private init; }

    /// <summary>When the user last authenticated in this session (NIST SP 800-63B-4, section 4.1.2.1); null for not at all.</summary>
    [JsonConverter(typeof(InstantJsonConverter))]
    public Instant? AuthenticatedAt { get; private init; }

    /// <summary>What the host saw at that authentication.</summary>
    public AuthenticationFactors Factors { get; private init; }

    /// <summary>Which member of the staff acts; null for everybody else.</summary>
    public string? StaffId { get; private init; }

    /// <summary>
    /// What the host calls the request by in its own logs, for the audit trail: 1 to <see cref="MaxCorrelationIdLength"/> characters of
    /// well-formed Unicode, or null for none. <c>LoginVerification.AspNetCore</c> gives the id of the trace, which ASP.NET Core takes from the header
    /// <c>traceparent</c> of whoever asks: it names a request, and proves nothing.
    /// </summary>
    /// <exception cref="ArgumentException">The id is empty, too long, or holds half a surrogate pair.</exception>
    public string? CorrelationId
    {
        get;
        init => field = EnsureCorrelationId(value);
    }

    /// <summary>
    /// The language for messages to the user, as a BCP 47 tag of at most <see cref="MaxLanguageLength"/> characters, or null for the host's default.
    /// </summary>
    /// <exception cref="ArgumentException">The tag is too long, or holds half a surrogate pair.</exception>
    [JsonIgnore]
    public string? Language
    {
        get;
        init => field = value is null or "" || Fits(value, MaxLanguageLength)
            ? value
            : throw new ArgumentException($"A language tag has at most {MaxLanguageLength} characters of well-formed Unicode, none of them U+0000. Match the user's languages to those of your texts before.", nameof(value));
    }

    /// <summary>
    /// Names this request, so that its repetition is answered as it was and not carried out again; null for none. 1 to
    /// <see cref="MaxIdempotencyKeyLength"/> characters of well-formed Unicode, none of them U+0000. The newest <see cref="Enrolment.MaxRequests"/> of an account are
    /// remembered.
    /// </summary>
    /// <exception cref="ArgumentException">The key is empty, too long, or holds half a surrogate pair.</exception>
    [JsonIgnore]
    public string? IdempotencyKey
    {
        get;
        init => field = value is null || Fits(value, MaxIdempotencyKeyLength)
            ? value
            : throw new ArgumentException($"An idempotency key has 1 to {MaxIdempotencyKeyLength} characters of well-formed Unicode, none of them U+0000. Refuse any other header before it comes here.", nameof(value));
    }

    /// <summary>The caller without the idempotency key, which the client chose and may have filled with anything.</summary>
    public override string ToString() => $"{Initiator} of {Account}{(Surface is null ? "" : $" on {Surface}")}";

    /// <summary>The account's owner at a surface.</summary>
    /// <param name="account">Whose enrolment is meant.</param>
    /// <param name="surface">Where the user acts; a name that the policy declares.</param>
    /// <param name="authenticatedAt">When the user last authenticated in this session; null for not at all; cut to whole milliseconds. An instant further in the future than the policy's window counts as not at all.</param>
    /// <param name="factors">What the host saw at that authentication.</param>
    public static Caller User(AccountId account, Surface surface, Instant? authenticatedAt, AuthenticationFactors factors = AuthenticationFactors.SingleFactor)
    {
        ArgumentNullException.ThrowIfNull(surface);
        return new(account, Initiator.User) { Surface = surface, AuthenticatedAt = WholeMilliseconds.Of(authenticatedAt), Factors = factors };
    }

    /// <summary>The host's staff, whom the host has authorized.</summary>
    /// <param name="account">Whose enrolment is meant.</param>
    /// <param name="staffId">Which member of the staff, as the host names them: 1 to <see cref="MaxStaffIdLength"/> characters of well-formed Unicode, none of them U+0000. It stays in the audit trail. A job of the host has a name, too: <c>import-2026-11</c>.</param>
    /// <exception cref="ArgumentException">The staff id is empty, too long, or holds half a surrogate pair.</exception>
    public static Caller Operator(AccountId account, string staffId)
    {
        ArgumentNullException.ThrowIfNull(staffId);
        return Fits(staffId, MaxStaffIdLength)
            ? new(account, Initiator.Operator) { StaffId = staffId }
            : throw new ArgumentException($"A staff id has 1 to {MaxStaffIdLength} characters of well-formed Unicode, none of them U+0000. Pass who of your staff acts, or the name of the job.", nameof(staffId));
    }

    /// <summary>The phone network: a STOP message, a report on a number.</summary>
    /// <param name="account">Whose enrolment is meant.</param>
    public static Caller Carrier(AccountId account) => new(account, Initiator.Carrier);

    /// <summary>The passage of time: the host's own sweep for what has lapsed.</summary>
    /// <param name="account">Whose enrolment is meant.</param>
    public static Caller Time(AccountId account) => new(account, Initiator.Time);

    /// <summary>Somebody whose password the host has checked, and nothing else yet.</summary>
    /// <param name="account">Whose password it was.</param>
    /// <param name="surface">Where they sign in; a name that the policy declares.</param>
    public static Caller SigningIn(AccountId account, Surface surface)
    {
        ArgumentNullException.ThrowIfNull(surface);
        return new(account, Initiator.SignIn) { Surface = surface };
    }

    /// <summary>A device of the account's. Its signature proves it, so that the request needs no session.</summary>
    /// <param name="account">The account that the device was bound to, or with whose token it is to be bound.</param>
    public static Caller Device(AccountId account) => new(account, Initiator.Device);

    internal static string? EnsureCorrelationId(string? value) => value is null || Fits(value, MaxCorrelationIdLength)
        ? value
        : throw new ArgumentException($"A correlation id has 1 to {MaxCorrelationIdLength} characters of well-formed Unicode, none of them U+0000. Write your own, for example Activity.Current?.TraceId.ToString(), and none that a client sends unread.", nameof(value));

    private static bool Fits(string text, int most) => text.Length >= 1 && text.Length <= most && WellFormed.Is(text);
}
