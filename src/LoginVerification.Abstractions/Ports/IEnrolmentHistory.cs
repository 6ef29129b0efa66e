namespace LoginVerification.Ports;

/// <summary>Port: the audit trail. Thread-safe.</summary>
public interface IEnrolmentHistory
{
    /// <summary>Reads an account's events, oldest first; the first has version 1.</summary>
    /// <param name="account">Whose.</param>
    /// <param name="from">The version of the first event to read: 1 for the oldest. Earlier ones cost nothing.</param>
    /// <param name="most">The most events to read, at least 1. A history has no bound, for each sign-in adds to it: what shows one reads it in pages, which cost no more than they hold.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <returns>The events of that version and the next ones without a gap; fewer than asked for only where there are no more.</returns>
    ValueTask<IReadOnlyList<EnrolmentEvent>> ReadAsync(AccountId account, long from, int most, CancellationToken cancellationToken);

    /// <summary>
    /// Forgets an account in one transaction: snapshot, events, and what is still to be sent. What stays is an <see cref="Erasure"/>; none is written
    /// where there was nothing. Data that cannot be read are erased as well. A command in flight that had read the enrolment loses its
    /// save; one that found none begins a new enrolment, as the same command does a moment later.
    /// </summary>
    /// <param name="account">Whose.</param>
    /// <param name="origin">When it is erased, by whom and where.</param>
    /// <param name="cancellationToken">Cancels the call while it can be undone.</param>
    ValueTask EraseAsync(AccountId account, Origin origin, CancellationToken cancellationToken);

    /// <summary>Reads what is left of the enrolments of an account that were erased, oldest first; none for an account that never was.</summary>
    /// <param name="account">Whose.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    ValueTask<IReadOnlyList<Erasure>> ReadErasuresAsync(AccountId account, CancellationToken cancellationToken);
}
