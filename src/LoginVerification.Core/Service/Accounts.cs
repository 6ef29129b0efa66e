namespace LoginVerification.Engine;

/// <summary>Reads enrolments, and holds the store to the account that was asked for.</summary>
internal sealed class Accounts(IEnrolmentStore store)
{
    /// <summary>The stored enrolment, or one to which nothing happened.</summary>
    public async ValueTask<Enrolment> LoadAsync(AccountId account, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var loaded = await store.LoadAsync(account, cancellationToken).ConfigureAwait(false) ?? new Enrolment(account);
        return loaded.Account == account
            ? loaded
            : throw new InvalidDataException("The store answered with another account's enrolment. Compare account ids ordinally, upper and lower case apart.");
    }
}
