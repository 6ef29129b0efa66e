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

    /// <summary>
    /// Writes snapshot, events and outbox messages in one transaction, or nothing. What was read before an erasure never comes back: such a
    /// save meets no version, or another enrolment's. Only a command that read no enrolment at all begins one.
    /// </summary>
    /// <param name="change">What to write.</param>
    /// <param name="cancellationToken">Cancels the write while it can be undone.</param>
    /// <returns>
    /// True when written; false, and nothing was written, when the stored version is no longer the expected one, or the stored enrolment has
    /// another <see cref="Enrolment.Id"/>.
    /// </returns>
    ValueTask<bool> TrySaveAsync(EnrolmentChange change, CancellationToken cancellationToken);

    /// <summary>
    /// Counts the other accounts that have a number verified and in good standing: one that has to be confirmed again
    /// (<see cref="VerifiedPhone.NeedsReverification"/>) may have changed hands, and keeps its next holder from nothing.
    /// </summary>
    /// <param name="number">The number.</param>
    /// <param name="except">The account that is not counted.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    ValueTask<int> CountAccountsAsync(PhoneNumber number, AccountId except, CancellationToken cancellationToken);

    /// <summary>
    /// Finds the accounts that a report about a number concerns: those that have it verified or pending, that had it or texted it once
    /// (<see cref="Enrolment.FormerNumbers"/>), or that know its holder to have opted out.
    /// </summary>
    /// <param name="number">The number.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <returns>Each account once, in any order.</returns>
    ValueTask<IReadOnlyList<AccountId>> FindAccountsAsync(PhoneNumber number, CancellationToken cancellationToken);

    /// <summary>Whether any account knows the holder of a number to have opted out of messages. Asked before a code goes to a number that its account has not proved.</summary>
    /// <param name="number">The number.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    ValueTask<bool> IsOptedOutAsync(PhoneNumber number, CancellationToken cancellationToken);
}

/// <summary>All that one command writes. Immutable; compares by value.</summary>
/// <param name="Before">The snapshot that the command was decided on: what has to be stored now. As good as empty, at version 0, for an account that has none.</param>
/// <param name="Enrolment">The snapshot afterwards; its version is the expected one plus the number of events.</param>
/// <param name="Events">What happened, oldest first: the versions after the expected one.</param>
/// <param name="Outbox">What is to be sent once this is written.</param>
public sealed record EnrolmentChange(Enrolment Before, Enrolment Enrolment, ValueList<EnrolmentEvent> Events, ValueList<OutboxMessage> Outbox)
{
    /// <summary>The version that must be stored now; 0 for a new account.</summary>
    public long ExpectedVersion => Before.Version;
}
