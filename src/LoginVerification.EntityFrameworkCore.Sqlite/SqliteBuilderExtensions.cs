using LoginVerification.EntityFrameworkCore;
using LoginVerification.EntityFrameworkCore.Sqlite;
using Microsoft.Extensions.Configuration;

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
    /// <returns>The same builder.</returns>
    public static LoginVerificationBuilder UseSqlite(this LoginVerificationBuilder builder, string connectionString) => builder.UseSqlite(connectionString, _ => { });

    /// <inheritdoc cref="UseSqlite(LoginVerificationBuilder, string)"/>
    /// <param name="builder">The builder.</param>
    /// <param name="connectionString">As Microsoft.Data.Sqlite takes it.</param>
    /// <param name="configure">Sets keys and timing.</param>
    public static LoginVerificationBuilder UseSqlite(this LoginVerificationBuilder builder, string connectionString, Action<LoginVerificationStoreOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(connectionString);
        ArgumentNullException.ThrowIfNull(configure);
        return builder.UseOwnContext(options => SqliteDesign.Configure(options, connectionString), configure, isOneWriteAtATime: true, SqliteDesign.BreakOldLockAsync);
    }

    /// <summary>
    /// The same, with the options from a section of the configuration, by their names; sealing keys in base64, durations as <c>hh:mm:ss</c>. Whatever it says
    /// that is no option fails the start.
    /// </summary>
    /// <param name="builder">The builder.</param>
    /// <param name="connectionString">As Microsoft.Data.Sqlite takes it.</param>
    /// <param name="section">The section: <c>builder.Configuration.GetSection("LoginVerificationStore")</c>.</param>
    /// <returns>The same builder.</returns>
    public static LoginVerificationBuilder UseSqlite(this LoginVerificationBuilder builder, string connectionString, IConfigurationSection section)
    {
        ArgumentNullException.ThrowIfNull(section);
        return builder.UseSqlite(connectionString, options => StoreSection.Read(section, options));
    }
}
