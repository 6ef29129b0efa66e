namespace LoginVerification;

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
