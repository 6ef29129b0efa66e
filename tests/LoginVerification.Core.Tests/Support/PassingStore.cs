namespace LoginVerification.Tests;

/// <summary>Passes every call on to another store, for a test to change one of them.</summary>
internal abstract class PassingStore : IEnrolmentStore
{
    public IEnrolmentStore Inner { get; set; } = null!;

    public virtual ValueTask<Enrolment?> LoadAsync(AccountId account, CancellationToken cancellationToken) => Inner.LoadAsync(account, cancellationToken);

    public virtual ValueTask<bool> TrySaveAsync(EnrolmentChange change, CancellationToken cancellationToken) => Inner.TrySaveAsync(change, cancellationToken);

    public virtual ValueTask<int> CountAccountsAsync(PhoneNumber number, AccountId except, CancellationToken cancellationToken) =>
        Inner.CountAccountsAsync(number, except, cancellationToken);

    public virtual ValueTask<IReadOnlyList<AccountId>> FindAccountsAsync(PhoneNumber number, CancellationToken cancellationToken) =>
        Inner.FindAccountsAsync(number, cancellationToken);

    public virtual ValueTask<bool> IsOptedOutAsync(PhoneNumber number, CancellationToken cancellationToken) => Inner.IsOptedOutAsync(number, cancellationToken);
}
