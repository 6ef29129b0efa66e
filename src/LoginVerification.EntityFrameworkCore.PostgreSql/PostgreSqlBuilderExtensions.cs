using LoginVerification.EntityFrameworkCore.PostgreSql;

namespace LoginVerification;

/// <summary>Keeps enrolments in PostgreSQL.</summary>
public static class PostgreSqlBuilderExtensions
{
    /// <summary>
    /// Keeps enrolments in a PostgreSQL database, for any number of processes on any number of machines. Create or update its schema with
    /// <c>await services.MigrateLoginVerificationAsync()</c> before the host starts.
    /// </summary>
    /// <param name="builder">The builder.</param>
    /// <param name="connectionString">As Npgsql takes it: <c>Host=db;Username=app;Database=app;Password=…</c>. Of several hosts, <c>Host=db1,db2</c>, the primary alone is asked: a replica that lags would tell of protection that is no more, or not yet.</param>
    /// <param name="configure">Sets keys and timing.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentException">It is no connection string, or lets a replica answer.</exception>
    public static LoginVerificationBuilder UsePostgreSql(this LoginVerificationBuilder builder, string connectionString, Action<LoginVerificationStoreOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(connectionString);
        var primary = PrimaryHost.In(connectionString);
        return builder.UseOwnContext(options => PostgreSqlDesign.Configure(options, primary), configure, isOneWriteAtATime: false);
    }
}
