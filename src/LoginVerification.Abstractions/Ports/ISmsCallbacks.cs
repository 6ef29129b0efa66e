namespace LoginVerification.Ports;

/// <summary>
/// Optional port, as often as there are providers: reads what an SMS provider calls back, how far a message came and what a phone answered. Asks nobody and
/// changes nothing. Default: nothing is read. Thread-safe, and one instance for the whole process.
/// </summary>
public interface ISmsCallbacks
{
    /// <summary>The provider, as the last part of its address: 1 to 32 characters <c>a-z 0-9 -</c>, no other provider's.</summary>
    string Provider { get; }

    /// <summary>Whether the provider posts a form; otherwise it gets an address with a query.</summary>
    bool IsPosted { get; }

    /// <summary>What the provider is answered by, once its request is taken.</summary>
    CallbackReply Taken { get; }

    /// <summary>Reads a request. Whoever sent it has to prove to be the provider before anything else of it counts.</summary>
    /// <param name="request">The request.</param>
    /// <returns>What it turned out to be. Never throws for what anybody can send.</returns>
    SmsCallback Read(CallbackRequest request);
}

/// <summary>What a provider wants to be told. Immutable; compares by value.</summary>
/// <param name="ContentType">The media type of the answer.</param>
/// <param name="Text">The answer.</param>
public sealed record CallbackReply(string ContentType, string Text);

/// <summary>A request to a callback address, as it came. It has secrets, numbers and texts, so that <see cref="ToString"/> shows nothing of it. Immutable and thread-safe.</summary>
/// <param name="address">The whole address that the provider called, query included, escaped as it was: behind a proxy, as it is from outside.</param>
/// <param name="query">The query alone, byte for byte as it was sent, percent signs and all; null for none.</param>
/// <param name="form">Every field of the form, as it was posted; empty where nothing was.</param>
/// <param name="header">The value of a header by its name; null where there was none.</param>
public sealed class CallbackRequest(string address, string? query, IEnumerable<KeyValuePair<string, string>> form, Func<string, string?> header)
{
    /// <summary>The whole address, letter by letter: signatures are of it.</summary>
    [JsonIgnore]
    public string Address { get; } = address ?? throw new ArgumentNullException(nameof(address));

    /// <summary>The query as it was sent. Decoded as UTF-8, a Hebrew text in UTF-16 would be lost.</summary>
    [JsonIgnore]
    public string? Query { get; } = query;

    /// <summary>The form.</summary>
    [JsonIgnore]
    public ValueList<KeyValuePair<string, string>> Form { get; } = [.. form ?? throw new ArgumentNullException(nameof(form))];

    private readonly Func<string, string?> header = header ?? throw new ArgumentNullException(nameof(header));

    /// <summary>A header's value, or null.</summary>
    /// <param name="name">Its name, in any case.</param>
    public string? Header(string name) => header(name);

    /// <summary>A fixed text.</summary>
    public override string ToString() => "callback (address, form and headers hidden)";
}
