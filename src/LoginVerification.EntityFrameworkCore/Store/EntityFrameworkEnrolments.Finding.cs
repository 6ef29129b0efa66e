using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace LoginVerification.EntityFrameworkCore;

/// <content>What housekeeping looks for.</content>
internal sealed partial class EntityFrameworkEnrolments<TContext>
{
    /// <summary>Accounts whose pending number has lapsed, the longest lapsed first.</summary>
    public async Task<IReadOnlyList<AccountId>> FindLapsedAsync(Instant now, int most, CancellationToken cancellationToken)
    {
        await using var lease = Open();
        var present = now.ToUnixTimeMilliseconds();
        var accounts = await lease.Context.Set<EnrolmentRow>().Where(row => row.PendingLapsesAt <= present)
            .OrderBy(row => row.PendingLapsesAt).ThenBy(row => row.Account).Take(most).Select(row => row.Account).ToListAsync(cancellationToken).ConfigureAwait(false);
        return [.. accounts.Select(AccountId.Parse)];
    }

    /// <summary>Accounts in the order of the database, those after one.</summary>
    public async Task<IReadOnlyList<string>> FindAfterAsync(string? account, int most, CancellationToken cancellationToken)
    {
        await using var lease = Open();
        return await lease.Context.Set<EnrolmentRow>().Where(row => account == null || row.Account.CompareTo(account) > 0)
            .OrderBy(row => row.Account).Take(most).Select(row => row.Account).ToListAsync(cancellationToken).ConfigureAwait(false);
    }
}
