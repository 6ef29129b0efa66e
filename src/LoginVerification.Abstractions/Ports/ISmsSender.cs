namespace LoginVerification.Ports;

/// <summary>Port: hands a message to the phone network. Thread-safe.</summary>
public interface ISmsSender
{
    /// <summary>Whether real phones ring. A live sender never gets a reserved number.</summary>
    bool IsLive { get; }

    /// <summary>Sends one message, once: retries are the outbox's, because each may be paid for.</summary>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">Gives up waiting, well before the lease of the outbox ends; the message may still go out.</param>
    /// <returns>What the gateway answered.</returns>
    /// <exception cref="Exception">Nobody knows whether the message was taken; the outbox tries again later.</exception>
    Task<SmsReceipt> SendAsync(SmsMessage message, CancellationToken cancellationToken);
}

/// <summary>What a gateway answered to a message. A closed set. Immutable; compares by value.</summary>
public abstract record SmsReceipt
{
    private SmsReceipt() { }

    /// <summary>It took the message. Whether the message arrives, only the code proves.</summary>
    public sealed record Accepted : SmsReceipt;

    /// <summary>It will never take this message. It is not tried again, and the owner's status tells.</summary>
    /// <param name="Reason">Why.</param>
    public sealed record Rejected(RejectionReason Reason) : SmsReceipt;

    /// <summary>The holder of the number told the gateway STOP. The account records it as an opt-out of delivery.</summary>
    public sealed record OptedOut : SmsReceipt;
}

/// <summary>Why a gateway will never take a message.</summary>
[JsonConverter(typeof(NameJsonConverter<RejectionReason>))]
public enum RejectionReason
{
    /// <summary>There is no such number, or it takes no SMS.</summary>
    UnknownNumber,

    /// <summary>The gateway does not serve the number's country or carrier.</summary>
    NotServed,

    /// <summary>Another reason that will not pass by itself.</summary>
    Refused,
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

    /// <summary>Names the message towards the provider: the same for each attempt, and no other message's, ever.</summary>
    public string Id { get; }

    /// <summary>The number.</summary>
    public PhoneNumber To { get; }

    /// <summary>The text, which holds the code. It is no part of the message's JSON: hand it to the gateway by name.</summary>
    [JsonIgnore]
    public string Text { get; }

    /// <summary>The id and the masked number.</summary>
    public override string ToString() => $"SMS {Id} to {To}";
}
