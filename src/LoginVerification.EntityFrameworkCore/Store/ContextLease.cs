using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LoginVerification.EntityFrameworkCore;

/// <summary>A context of one call's own, in a scope of its own: what a host's request has in hand is never looked at, and never saved along.</summary>
internal readonly struct ContextLease<TContext>(IServiceScopeFactory scopes) : IAsyncDisposable
    where TContext : DbContext
{
    private readonly AsyncServiceScope scope = scopes.CreateAsyncScope();

    public TContext Context => scope.ServiceProvider.GetRequiredService<TContext>();

    public ValueTask DisposeAsync() => scope.DisposeAsync();
}
