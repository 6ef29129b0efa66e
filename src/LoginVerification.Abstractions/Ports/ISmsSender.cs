namespace LoginVerification.Ports;

/// <summary>Port: hands a message to the phone network. Thread-safe.</summary>
public interface ISmsSender
{
    /// <summary>Whether real phones ring. A live sender never gets a reserved number.</summary>
    bool IsLive { get; }

    /// <summary>Sends one message, once: retries are the outbox's, because each may be paid for.</summary>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">Gives up waiting; the message may still go out.</param>
    /// <exception cref="Exception">The message was not taken; the outbox tries again later.</exception>
    Task SendAsync(SmsMessage message, CancellationToken cancellationToken);
}

/// <summary>A text message. It holds a code, so that <see cref="ToString"/> shows neither text nor number. Immutable and thread-safe.</summary>
public sealed class SmsMessage
{
    /// <summary>Makes a message.</summary>
    /// <param name="id">Names the message towards the provider: the same for each attempt, so that a provider can drop doubles.</param>
    /// <param name="to">The number.</param>
    /// <param name="text">The text; at most one segment for the shipped templates.</param>
    public SmsMessage(string id, PhoneNumber to, string text)
    {
        Id = id;
        To = to;
        Text = text;
    }

    /// <summary>Names the message towards the provider: the same for each attempt.</summary>
    public string Id { get; }

    /// <summary>The number.</summary>
    public PhoneNumber To { get; }

    /// <summary>The text, which holds the code. It is no part of the message's JSON: hand it to the gateway by name.</summary>
    [JsonIgnore]
    public string Text { get; }

    /// <summary>The id and the masked number.</summary>
    public override string ToString() => $"SMS {Id} to {To}";
}
