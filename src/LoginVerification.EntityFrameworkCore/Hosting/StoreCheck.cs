using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace LoginVerification.EntityFrameworkCore;

/// <summary>Looks at the database before the host serves anybody: whether it can be reached and written, and its schema and keys are the right ones. Nothing but a new key is written.</summary>
internal sealed class StoreCheck<TContext>(AdapterLifetimes adapters, IServiceScopeFactory scopes, SealingRegister<TContext> register) : IHostedLifecycleService
    where TContext : DbContext
{
    /// <exception cref="InvalidOperationException">Something is wrong: the message says what, and what to do.</exception>
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        // Another choice of a store came after this one.
        if (adapters.LastChoiceFor(typeof(IEnrolmentStore)) != typeof(EntityFrameworkEnrolments<TContext>))
            return;
        await using var lease = new ContextLease<TContext>(scopes);
        var context = lease.Context;
        await DemandAsync(
            context.Database.OpenConnectionAsync(cancellationToken),
            "cannot be opened. Look at the connection string, and whether the server runs").ConfigureAwait(false);
        if (context is LoginVerificationContext)
            await DemandSchemaAsync(context, cancellationToken).ConfigureAwait(false);
        await DemandAsync(
            ReadAllAsync(context, cancellationToken),
            $"lacks tables or columns that this release needs. Call modelBuilder.AddLoginVerification() in {typeof(TContext).Name}, add a migration, and apply it").ConfigureAwait(false);
        // No account has an empty id: nothing is changed, and yet the database has to allow it.
        await DemandAsync(
            context.Set<OutboxRow>().Where(row => row.Account == "").ExecuteUpdateAsync(set => set.SetProperty(row => row.Attempts, 0), cancellationToken),
            "can be read and not written. Give its user the right to write the tables of LoginVerification, and the address of the primary server and no replica").ConfigureAwait(false);
        await register.EnterAsync(cancellationToken).ConfigureAwait(false);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static async Task DemandSchemaAsync(TContext context, CancellationToken cancellationToken)
    {
        var (known, applied) = (context.Database.GetMigrations().ToList(), (await context.Database.GetAppliedMigrationsAsync(cancellationToken).ConfigureAwait(false)).ToList());
        if (applied.Except(known).FirstOrDefault() is { } newer)
            throw Wrong($"has a newer schema than this release ({newer}). Deploy the release that it belongs to, or a later one");
        if (known.Except(applied).FirstOrDefault() is { } missing)
            throw Wrong($"lacks the schema of this release ({missing}). Write await services.MigrateLoginVerificationAsync() before the host starts, or run it in your deployment");
    }

    private static async Task<int> ReadAllAsync(TContext context, CancellationToken cancellationToken)
    {
        // Each column of each table is named, and no row is read.
        await context.Set<EnrolmentRow>().AsNoTracking().Where(row => row.Account == "").ToListAsync(cancellationToken).ConfigureAwait(false);
        await context.Set<EventRow>().AsNoTracking().Where(row => row.Account == "").ToListAsync(cancellationToken).ConfigureAwait(false);
        await context.Set<ErasureRow>().AsNoTracking().Where(row => row.Account == "").ToListAsync(cancellationToken).ConfigureAwait(false);
        await context.Set<NumberRow>().AsNoTracking().Where(row => row.Account == "").ToListAsync(cancellationToken).ConfigureAwait(false);
        await context.Set<OutboxRow>().AsNoTracking().Where(row => row.Account == "").ToListAsync(cancellationToken).ConfigureAwait(false);
        return await context.Set<SealingKeyRow>().AsNoTracking().CountAsync(cancellationToken).ConfigureAwait(false);
    }

    private static async Task DemandAsync(Task step, string otherwise)
    {
        try
        {
            await step.ConfigureAwait(false);
        }
#pragma warning disable CA1031 // Each provider throws its own.
        catch (Exception failure) when (failure is not OperationCanceledException)
#pragma warning restore CA1031
        {
            throw Wrong(otherwise, failure);
        }
    }

    private static InvalidOperationException Wrong(string what, Exception? cause = null) =>
        new($"The database of log-in verification {what}.", cause);
}
