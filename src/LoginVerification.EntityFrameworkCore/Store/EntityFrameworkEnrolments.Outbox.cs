using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace LoginVerification.EntityFrameworkCore;

/// <content>Messages are claimed by any number of processes, on any provider.</content>
internal sealed partial class EntityFrameworkEnrolments<TContext>
{
    /// <summary>How often a claim looks again for messages, when others took those that it saw.</summary>
    private const int MostLooks = 5;

    /// <summary>As many as are sent side by side in a process, more or less: those who wait do not wait for long.</summary>
    private const int MostEndedTogether = 20;

    public async ValueTask<IReadOnlyList<OutboxMessage>> ClaimAsync(Instant now, Instant leaseUntil, int most, CancellationToken cancellationToken)
    {
        await using var lease = Open();
        var (outbox, claim) = (lease.Context.Set<OutboxRow>(), new Guid(RandomNumberGenerator.GetBytes(16)));
        var (present, ahead, until) = (now.ToUnixTimeMilliseconds(), (now + OutboxMessage.MostAhead).ToUnixTimeMilliseconds(), leaseUntil.ToUnixTimeMilliseconds());
        for (var look = 0; look < MostLooks; look++)
        {
            var seen = await outbox.Where(row => row.DueAt <= present || row.DueAt > ahead).OrderBy(row => row.DueAt).Take(most)
                .Select(row => new { row.Account, row.Id }).ToListAsync(cancellationToken).ConfigureAwait(false);
            if (seen.Count == 0)
                return [];
            // By account as well, which the key begins with.
            var (accounts, ids) = (seen.Select(row => row.Account).Distinct().ToArray(), seen.Select(row => row.Id).ToArray());
            var wanted = outbox.Where(row => accounts.Contains(row.Account) && ids.Contains(row.Id));
            using var turn = await writes.EnterAsync(cancellationToken).ConfigureAwait(false);
            // Who comes second finds the message no longer due.
            var won = await Race.RunAsync(() => wanted.Where(row => row.DueAt <= present || row.DueAt > ahead)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.DueAt, until).SetProperty(row => row.Claim, claim), cancellationToken)).ConfigureAwait(false);
            if (won == 0)
                continue;
            var rows = await wanted.AsNoTracking().Where(row => row.Claim == claim).ToListAsync(cancellationToken).ConfigureAwait(false);
            var order = seen.Select((row, index) => (row.Id, index)).ToDictionary(row => row.Id, row => row.index);
            return [.. rows.OrderBy(row => order[row.Id]).Select(MessageOf)];
        }

        return [];
    }

    public ValueTask<bool> CompleteAsync(OutboxMessage message, Instant? retryAt, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        return retryAt is { } later ? PutBackAsync(message, later, cancellationToken) : new ValueTask<bool>(ended.AddAsync(message).WaitAsync(cancellationToken));
    }

    public async ValueTask<IReadOnlyList<OutboxMessage>> ReadWaitingAsync(AccountId account, CancellationToken cancellationToken)
    {
        await using var lease = Open();
        var whose = account.Value;
        var rows = await lease.Context.Set<OutboxRow>().AsNoTracking().Where(row => row.Account == whose).ToListAsync(cancellationToken).ConfigureAwait(false);
        return [.. rows.Select(MessageOf)];
    }

    private async ValueTask<bool> PutBackAsync(OutboxMessage message, Instant later, CancellationToken cancellationToken)
    {
        using var turn = await writes.EnterAsync(cancellationToken).ConfigureAwait(false);
        await using var lease = Open();
        var (account, id, until) = (message.Account.Value, IdOf(message), message.DueAt.ToUnixTimeMilliseconds());
        var (next, attempts) = (later.ToUnixTimeMilliseconds(), message.Attempts);
        var leased = lease.Context.Set<OutboxRow>().Where(row => row.Account == account && row.Id == id && row.DueAt == until);
        return await Race.RunAsync(() => leased.ExecuteUpdateAsync(
            set => set.SetProperty(row => row.DueAt, next).SetProperty(row => row.Attempts, attempts).SetProperty(row => row.Claim, (Guid?)null),
            cancellationToken)).ConfigureAwait(false) > 0;
    }

    /// <summary>Removes messages whose leases stand. Nobody cancels it: it is done for several.</summary>
    private async Task<IReadOnlyList<bool>> EndAsync(IReadOnlyList<OutboxMessage> messages)
    {
        using var turn = await writes.EnterAsync(CancellationToken.None).ConfigureAwait(false);
        var stood = new HashSet<OutboxMessage>();
        foreach (var claimed in messages.GroupBy(message => message.DueAt).Select(ofOneLease => ofOneLease.ToList()))
        {
            if (claimed.Count > 1 && await TryEndTogetherAsync(claimed).ConfigureAwait(false))
            {
                stood.UnionWith(claimed);
                continue;
            }

            foreach (var message in claimed)
            {
                if (await EndAsync(message).ConfigureAwait(false))
                    stood.Add(message);
            }
        }

        return [.. messages.Select(stood.Contains)];
    }

    private async Task<bool> EndAsync(OutboxMessage message)
    {
        await using var lease = Open();
        var (account, id, until) = (message.Account.Value, IdOf(message), message.DueAt.ToUnixTimeMilliseconds());
        var leased = lease.Context.Set<OutboxRow>().Where(row => row.Account == account && row.Id == id && row.DueAt == until);
        return await Race.RunAsync(() => leased.ExecuteDeleteAsync()).ConfigureAwait(false) > 0;
    }

    /// <summary>Removes all messages of one lease, or none where it no longer stands for some.</summary>
    private async Task<bool> TryEndTogetherAsync(List<OutboxMessage> messages)
    {
        await using var lease = Open();
        var context = lease.Context;
        var (accounts, ids) = (messages.Select(message => message.Account.Value).Distinct().ToArray(), messages.Select(IdOf).ToArray());
        var until = messages[0].DueAt.ToUnixTimeMilliseconds();
        return await Race.RunAsync(() => context.Database.CreateExecutionStrategy().ExecuteAsync(async () =>
        {
            await using var transaction = await context.Database.BeginTransactionAsync().ConfigureAwait(false);
            var count = await context.Set<OutboxRow>().Where(row => accounts.Contains(row.Account) && ids.Contains(row.Id) && row.DueAt == until)
                .ExecuteDeleteAsync().ConfigureAwait(false);
            if (count < messages.Count)
                return false;
            await transaction.CommitAsync().ConfigureAwait(false);
            return true;
        })).ConfigureAwait(false);
    }

    private static Guid IdOf(OutboxMessage message) => Guid.ParseExact(message.Id, "N");

    private static OutboxRow RowOf(OutboxMessage message) => new()
    {
        Account = message.Account.Value,
        Id = IdOf(message),
        Enrolment = Guid.ParseExact(message.Enrolment.Hex, "N"),
        EventVersion = message.EventVersion,
        Effect = message.Effect,
        DueAt = message.DueAt.ToUnixTimeMilliseconds(),
        Attempts = message.Attempts,
    };

    private static OutboxMessage MessageOf(OutboxRow row) => new(
        row.Id.ToString("N"),
        AccountId.Parse(row.Account),
        EnrolmentId.Parse(row.Enrolment.ToString("N")),
        row.EventVersion,
        row.Effect,
        Instant.FromUnixTimeMilliseconds(row.DueAt),
        row.Attempts);
}
