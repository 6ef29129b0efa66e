using NodaTime;

namespace LoginVerification.Ports;

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

/// <summary>Something to send, by ids alone: never a code, a text or a number. Immutable; compares by value.</summary>
/// <param name="Account">Whose.</param>
/// <param name="EventVersion">The version of the event that it tells about; unique together with account and effect.</param>
/// <param name="Effect">What is to be sent.</param>
/// <param name="DueAt">When it may be claimed. Set ahead by the process that is about to send it itself, and after a failed attempt.</param>
/// <param name="Attempts">How often it was tried.</param>
public sealed record OutboxMessage(AccountId Account, long EventVersion, OutboxEffect Effect, [property: JsonConverter(typeof(InstantJsonConverter))] Instant DueAt, int Attempts = 0)
{
    /// <summary>Names the message: the same for each attempt.</summary>
    public string Id => $"{Account.Value}/{EventVersion}/{Effect}";
}

/// <summary>What an outbox message sends.</summary>
[JsonConverter(typeof(NameJsonConverter<OutboxEffect>))]
public enum OutboxEffect
{
    /// <summary>The code of a challenge, by SMS.</summary>
    SendCode,

    /// <summary>A notice to the owner, over the host's notifier.</summary>
    NotifyOwner,

    /// <summary>A notice to the number that is no longer in force, by SMS.</summary>
    NotifyPreviousNumber,
}
