namespace LoginVerification;

/// <summary>Port: tells an account's owner what happened, over an address other than the phone in question (e-mail, for example). Thread-safe.</summary>
public interface INotifier
{
    /// <summary>Sends one notice.</summary>
    /// <param name="notice">What happened.</param>
    /// <param name="cancellationToken">Gives up waiting; the notice may still go out.</param>
    /// <returns>Whether an independent address was there.</returns>
    /// <exception cref="Exception">The notice was not taken; the outbox tries again later.</exception>
    Task<NoticeReceipt> NotifyAsync(Notice notice, CancellationToken cancellationToken);
}
