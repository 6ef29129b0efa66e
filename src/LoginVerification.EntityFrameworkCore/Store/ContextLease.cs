using System.Transactions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LoginVerification.EntityFrameworkCore;

/// <summary>
/// A context of one call's own, in a scope of its own: what a host's request has in hand is never looked at, and never saved along. Outside of the
/// transaction that a host may have opened around its call, for what was decided counts whatever becomes of that.
/// </summary>
internal readonly struct ContextLease<TContext> : IAsyncDisposable
    where TContext : DbContext
{
    private readonly TransactionScope? outside;
    private readonly AsyncServiceScope scope;

    public ContextLease(IServiceScopeFactory scopes)
    {
        outside = Transaction.Current is null ? null : new TransactionScope(TransactionScopeOption.Suppress, TransactionScopeAsyncFlowOption.Enabled);
        scope = scopes.CreateAsyncScope();
        try
        {
            // Once: a host may have registered it as transient.
            Context = scope.ServiceProvider.GetRequiredService<TContext>();
        }
        catch
        {
            scope.Dispose();
            outside?.Dispose();
            throw;
        }
    }

    public TContext Context { get; }

    public async ValueTask DisposeAsync()
    {
        await scope.DisposeAsync().ConfigureAwait(false);
        outside?.Dispose();
    }
}
