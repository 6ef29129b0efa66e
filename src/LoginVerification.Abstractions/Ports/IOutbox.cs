using NodaTime;

namespace LoginVerification.Ports;

/// <summary>Port: what is still to be sent. Messages get in by <see cref="IEnrolmentStore.TrySaveAsync"/>. Thread-safe.</summary>
public interface IOutbox
{
    /// <summary>
    /// Takes messages that are due, the longest due first, so that no other process takes them before the lease ends. Each comes back with
    /// the end of the lease as its <see cref="OutboxMessage.DueAt"/>: that is what <see cref="CompleteAsync"/> knows the lease by. What is due
    /// more than <see cref="OutboxMessage.MostAhead"/> after the present was stamped by a clock that ran ahead, and is due now.
    /// </summary>
    /// <param name="now">The present.</param>
    /// <param name="leaseUntil">Until when they are this process's.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    ValueTask<IReadOnlyList<OutboxMessage>> ClaimAsync(Instant now, Instant leaseUntil, int most, CancellationToken cancellationToken);

    /// <summary>
    /// Ends a message, or puts it back for later, if the lease under which it was taken still stands: its stored <see cref="OutboxMessage.DueAt"/>
    /// is the one that is given. Whoever comes late changes nothing.
    /// </summary>
    /// <param name="message">The message as it was claimed or saved, with the attempts that are to be stored.</param>
    /// <param name="retryAt">When to try again; null when it is done with.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Whether the lease stood.</returns>
    ValueTask<bool> CompleteAsync(OutboxMessage message, Instant? retryAt, CancellationToken cancellationToken);

    /// <summary>Reads what an account still waits for, claimed or not, in any order.</summary>
    /// <param name="account">Whose.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    ValueTask<IReadOnlyList<OutboxMessage>> ReadWaitingAsync(AccountId account, CancellationToken cancellationToken);
}

/// <summary>Something to send, by ids alone: never a code, a text or a number. Immutable; compares by value.</summary>
/// <param name="Id">
/// Names the message, the same for each attempt, also towards providers: 32 hexadecimal digits of a keyed hash, so that it gives no account
/// away and never comes twice.
/// </param>
/// <param name="Account">Whose.</param>
/// <param name="Enrolment">Of which enrolment of that account: after an erasure the account may have another one.</param>
/// <param name="EventVersion">The version of the event that it tells about.</param>
/// <param name="Effect">What is to be sent.</param>
/// <param name="DueAt">When it may be claimed. Set ahead by whoever is about to send it, as the end of a lease, and after a failed attempt.</param>
/// <param name="Attempts">How often it was tried.</param>
public sealed record OutboxMessage(string Id, AccountId Account, EnrolmentId Enrolment, long EventVersion, OutboxEffect Effect, [property: JsonConverter(typeof(InstantJsonConverter))] Instant DueAt, int Attempts = 0)
{
    /// <summary>
    /// More than any lease (10 min at most) and any wait (1.5 h at most), on a clock that is a little ahead: a message that is due later than that from
    /// now, a clock stamped that ran ahead.
    /// </summary>
    public static Duration MostAhead { get; } = Duration.FromHours(2);

    /// <summary>Whether it may be claimed.</summary>
    /// <param name="now">The present.</param>
    public bool IsDue(Instant now) => DueAt <= now || DueAt - now > MostAhead;
}

/// <summary>What an outbox message sends.</summary>
[JsonConverter(typeof(NameJsonConverter<OutboxEffect>))]
public enum OutboxEffect
{
    /// <summary>The code of a challenge, to enrol or to sign in, by SMS.</summary>
    SendCode,

    /// <summary>A notice to the owner's first address, over the host's notifier.</summary>
    NotifyOwner,

    /// <summary>The same notice to the owner's second address.</summary>
    NotifySecondAddress,

    /// <summary>A notice to the number that is no longer in force, by SMS.</summary>
    NotifyPreviousNumber,

    /// <summary>A push to each of the account's devices that has an address.</summary>
    WakeDevices,
}
