using LoginVerification.EntityFrameworkCore;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>The schema of a database that <c>UseSqlite</c> or <c>UsePostgreSql</c> chose.</summary>
public static class LoginVerificationDatabaseExtensions
{
    /// <summary>Creates the database's tables, or brings them to this release's form. Any number of processes may do so at once; where nothing is to be done it is one query.</summary>
    /// <param name="services">The host's services, before the host starts.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="InvalidOperationException">The tables are in a context of the host, whose migrations are the host's.</exception>
    public static Task MigrateLoginVerificationAsync(this IServiceProvider services, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(services);
        var database = services.GetService<StoreDatabase>()
            ?? throw new InvalidOperationException("No database of log-in verification's own was chosen. Write UseSqlite(…) or UsePostgreSql(…); the tables of UseEntityFrameworkCore<TContext>() are migrated with that context.");
        return database.MigrateAsync(cancellationToken);
    }
}
