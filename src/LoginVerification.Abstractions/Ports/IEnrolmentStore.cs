namespace LoginVerification.Ports;

/// <summary>Port: keeps enrolments. Thread-safe.</summary>
public interface IEnrolmentStore
{
    /// <summary>Reads an enrolment.</summary>
    /// <param name="account">Whose.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <returns>The snapshot, or null for an account that never did anything.</returns>
    /// <exception cref="Exception">The data cannot be read. Never answer null instead: null means "no protection".</exception>
    ValueTask<Enrolment?> LoadAsync(AccountId account, CancellationToken cancellationToken);

    /// <summary>Writes snapshot, events and outbox messages in one transaction, or nothing.</summary>
    /// <param name="change">What to write.</param>
    /// <param name="cancellationToken">Cancels the write while it can be undone.</param>
    /// <returns>True when written; false when the stored version is no longer the expected one, and nothing was written.</returns>
    ValueTask<bool> TrySaveAsync(EnrolmentChange change, CancellationToken cancellationToken);

    /// <summary>Counts the other accounts that have a number verified.</summary>
    /// <param name="number">The number.</param>
    /// <param name="except">The account that is not counted.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    ValueTask<int> CountAccountsAsync(PhoneNumber number, AccountId except, CancellationToken cancellationToken);
}

/// <summary>All that one command writes. Immutable; compares by value.</summary>
/// <param name="Enrolment">The snapshot afterwards; its version is the expected one plus the number of events.</param>
/// <param name="ExpectedVersion">The version that must be stored now; 0 for a new account.</param>
/// <param name="Events">What happened, oldest first: the versions after the expected one.</param>
/// <param name="Outbox">What is to be sent once this is written.</param>
public sealed record EnrolmentChange(Enrolment Enrolment, long ExpectedVersion, ValueList<EnrolmentEvent> Events, ValueList<OutboxMessage> Outbox);
