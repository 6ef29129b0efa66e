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
    /// <param name="connectionString">As Npgsql takes it: <c>Host=db;Username=app;Database=app;Password=…</c>. Of several hosts the primary alone is asked: a replica that lags would tell of protection that is no more, or not yet.</param>
    /// <param name="configure">Sets keys and timing.</param>
    /// <returns>The same builder.</returns>
    public static LoginVerificationBuilder UsePostgreSql(this LoginVerificationBuilder builder, string connectionString, Action<LoginVerificationStoreOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(connectionString);
        return builder.UseOwnContext(options => PostgreSqlDesign.Configure(options, connectionString), configure, isOneWriteAtATime: false);
    }
}
