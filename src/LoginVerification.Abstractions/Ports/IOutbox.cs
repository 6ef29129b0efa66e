using NodaTime;

namespace LoginVerification;

/// <summary>Port: what is still to be sent. Messages get in by <see cref="IEnrolmentStore.TrySaveAsync"/>. Thread-safe.</summary>
public interface IOutbox
{
    /// <summary>Takes messages that are due, so that no other process takes them before the lease ends.</summary>
    /// <param name="now">The present.</param>
    /// <param name="leaseUntil">Until when they are this process's.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    ValueTask<IReadOnlyList<OutboxMessage>> ClaimAsync(Instant now, Instant leaseUntil, int most, CancellationToken cancellationToken);

    /// <summary>Ends a message, or puts it back for later.</summary>
    /// <param name="message">The message.</param>
    /// <param name="retryAt">When to try again; null when it is done with.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    ValueTask CompleteAsync(OutboxMessage message, Instant? retryAt, CancellationToken cancellationToken);
}
