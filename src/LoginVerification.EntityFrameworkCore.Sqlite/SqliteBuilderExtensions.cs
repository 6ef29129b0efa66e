using LoginVerification.EntityFrameworkCore.Sqlite;

namespace LoginVerification;

/// <summary>Keeps enrolments in SQLite.</summary>
public static class SqliteBuilderExtensions
{
    /// <summary>
    /// Keeps enrolments in a SQLite database of their own: for one machine, any number of processes. Create or update its schema with
    /// <c>await services.MigrateLoginVerificationAsync()</c> before the host starts.
    /// </summary>
    /// <param name="builder">The builder.</param>
    /// <param name="connectionString">As Microsoft.Data.Sqlite takes it: <c>Data Source=enrolments.db</c>.</param>
    /// <param name="configure">Sets keys and timing.</param>
    /// <returns>The same builder.</returns>
    public static LoginVerificationBuilder UseSqlite(this LoginVerificationBuilder builder, string connectionString, Action<LoginVerificationStoreOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(connectionString);
        return builder.UseOwnContext(options => SqliteDesign.Configure(options, connectionString), configure, isOneWriteAtATime: true, SqliteDesign.BreakOldLockAsync);
    }
}
