using Microsoft.EntityFrameworkCore;

namespace LoginVerification.EntityFrameworkCore;

/// <content>What an older key sealed, or none, comes under the current one.</content>
internal sealed partial class EntityFrameworkEnrolments<TContext>
{
    /// <summary>Seals all that is stored of an account by the current key, in one transaction.</summary>
    /// <returns>Whether it is so now; false where a command came in between: ask again.</returns>
    /// <exception cref="SealedDataException">Something cannot be opened; nothing was changed.</exception>
    /// <exception cref="StoredDataException">Something of it is missing, or does not fit; nothing was changed.</exception>
    public async ValueTask<bool> ResealAsync(string account, CancellationToken cancellationToken)
    {
        using var turn = await writes.EnterAsync(cancellationToken).ConfigureAwait(false);
        await using var lease = Open();
        var context = lease.Context;
        context.ChangeTracker.AutoDetectChangesEnabled = false;
        if (!await StageResealedAsync(context, account, cancellationToken).ConfigureAwait(false))
            return false;
        var erasures = await context.Set<ErasureRow>().AsTracking().Where(row => row.Account == account).ToListAsync(cancellationToken).ConfigureAwait(false);
        foreach (var row in erasures.Where(row => !sealer.IsCurrent(row.Body)))
            context.Entry(row).Property(erasure => erasure.Body).CurrentValue = sealer.SealErasure(sealer.OpenErasure(row.Body, account, row.Number), account, row.Number);
        try
        {
            await context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
            return true;
        }
#pragma warning disable CA1031 // Contexts wrap what the provider throws.
        catch (Exception failure) when (failure is DbUpdateConcurrencyException || Race.IsLost(failure))
#pragma warning restore CA1031
        {
            return false;
        }
    }

    /// <summary>The enrolment and its events; nothing where the account has none.</summary>
    private async Task<bool> StageResealedAsync(TContext context, string account, CancellationToken cancellationToken)
    {
        var enrolment = await context.Set<EnrolmentRow>().AsTracking().FirstOrDefaultAsync(row => row.Account == account, cancellationToken).ConfigureAwait(false);
        // Events without a snapshot are damage, which the load throws; an account that began meanwhile is met again.
        if (enrolment is null)
            return await LoadAsync(AccountId.Parse(account), cancellationToken).ConfigureAwait(false) is null;
        var events = await context.Set<EventRow>().AsTracking().Where(row => row.Account == account).OrderBy(row => row.Version).ToListAsync(cancellationToken).ConfigureAwait(false);
        var numbers = await context.Set<NumberRow>().AsTracking().Where(row => row.Account == account).ToListAsync(cancellationToken).ConfigureAwait(false);
        if (events.LastOrDefault()?.Version != enrolment.Version && !await IsStoredAsync(context, enrolment, cancellationToken).ConfigureAwait(false))
            return false;

        var snapshot = sealer.OpenSnapshot(enrolment.Snapshot, account, enrolment.Version);
        var text = events.ConvertAll(row => sealer.OpenEvent(row.Body, account, row.Version));
        var read = StoredFormat.ReadEnrolment(snapshot, text.LastOrDefault());
        // The snapshot is written with whatever else is, so that its version is looked at: nothing is mixed with what a command writes now.
        context.Entry(enrolment).Property(row => row.Snapshot).CurrentValue = sealer.SealSnapshot(snapshot, account, enrolment.Version);
        foreach (var (row, body) in events.Zip(text).Where(pair => !sealer.IsCurrent(pair.First.Body)))
            context.Entry(row).Property(happened => happened.Body).CurrentValue = sealer.SealEvent(body, account, row.Version);
        Rename(context, account, numbers, read);
        return true;
    }

    /// <summary>Whether the row is still the one that is stored: the events that were read after it may be those of a command that came in between.</summary>
    private static Task<bool> IsStoredAsync(TContext context, EnrolmentRow read, CancellationToken cancellationToken) => context.Set<EnrolmentRow>()
        .AnyAsync(row => row.Account == read.Account && row.Enrolment == read.Enrolment && row.Version == read.Version, cancellationToken);

    /// <summary>The rows of numbers as the current key names them.</summary>
    private void Rename(TContext context, string account, List<NumberRow> stored, Enrolment enrolment)
    {
        var rows = NumberChanges.Of(new Enrolment(enrolment.Account), enrolment)
            .Select(change => new NumberRow { Account = account, Number = tokens.Of(change.Number), IsHeld = change.Now!.Value.IsHeld, IsOptedOut = change.Now.Value.IsOptedOut })
            .ToList();
        var (old, current) = (stored.Select(row => Convert.ToHexString(row.Number)).ToHashSet(), rows.Select(row => Convert.ToHexString(row.Number)).ToHashSet());
        context.RemoveRange(stored.Where(row => !current.Contains(Convert.ToHexString(row.Number))));
        context.AddRange(rows.Where(row => !old.Contains(Convert.ToHexString(row.Number))));
    }
}
