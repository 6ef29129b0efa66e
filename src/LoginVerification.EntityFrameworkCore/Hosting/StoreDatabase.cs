using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LoginVerification.EntityFrameworkCore;

/// <summary>The schema of a database of our own.</summary>
/// <param name="scopes">Where contexts come from.</param>
/// <param name="time">The clock.</param>
/// <param name="beforeMigrating">What a provider does first.</param>
internal sealed class StoreDatabase(IServiceScopeFactory scopes, TimeProvider time, Func<DbContext, DateTimeOffset, CancellationToken, Task> beforeMigrating)
{
    private const int MostTries = 5;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <summary>Brings the schema to this release's. Processes that do so at the same time wait for each other.</summary>
    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            await using var lease = new ContextLease<LoginVerificationContext>(scopes);
            var context = lease.Context;
            try
            {
                // Whoever has nothing to do takes no lock, and leaves none behind.
                if (!(await context.Database.GetPendingMigrationsAsync(cancellationToken).ConfigureAwait(false)).Any())
                    return;
                await beforeMigrating(context, time.GetUtcNow(), cancellationToken).ConfigureAwait(false);
                await context.Database.MigrateAsync(cancellationToken).ConfigureAwait(false);
                return;
            }
#pragma warning disable CA1031 // Two who make the same table at once: each provider says so in its own way, and the next look tells what is there.
            catch (Exception failure) when (failure is not OperationCanceledException && attempt < MostTries)
#pragma warning restore CA1031
            {
                await Task.Delay(Pause * attempt, time, cancellationToken).ConfigureAwait(false);
            }
        }
    }
}
