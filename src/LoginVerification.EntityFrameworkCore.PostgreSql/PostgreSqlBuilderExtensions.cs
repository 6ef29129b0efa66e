using LoginVerification.EntityFrameworkCore;
using LoginVerification.EntityFrameworkCore.PostgreSql;
using Microsoft.Extensions.Configuration;

namespace LoginVerification;

/// <summary>Keeps enrolments in PostgreSQL.</summary>
public static class PostgreSqlBuilderExtensions
{
    /// <summary>
    /// Keeps enrolments in a PostgreSQL database, for any number of processes on any number of machines. The database has to be there; create or update its schema with
    /// <c>await services.MigrateLoginVerificationAsync()</c> before the host starts.
    /// </summary>
    /// <param name="builder">The builder.</param>
    /// <param name="connectionString">As Npgsql takes it: <c>Host=db;Username=app;Database=app;Password=…</c>. Of several hosts, <c>Host=db1,db2</c>, the primary alone is asked: a replica that lags would tell of protection that is no more, or not yet.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentException">It is no connection string, or lets a replica answer.</exception>
    public static LoginVerificationBuilder UsePostgreSql(this LoginVerificationBuilder builder, string connectionString) => builder.UsePostgreSql(connectionString, _ => { });

    /// <inheritdoc cref="UsePostgreSql(LoginVerificationBuilder, string)"/>
    /// <param name="builder">The builder.</param>
    /// <param name="connectionString">As Npgsql takes it; of several hosts the primary alone is asked.</param>
    /// <param name="configure">Sets keys and timing.</param>
    public static LoginVerificationBuilder UsePostgreSql(this LoginVerificationBuilder builder, string connectionString, Action<LoginVerificationStoreOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(connectionString);
        ArgumentNullException.ThrowIfNull(configure);
        var own = StoreConnection.Of(connectionString);
        return builder.UseOwnContext(options => PostgreSqlDesign.Configure(options, own), configure, isOneWriteAtATime: false, PostgreSqlDesign.DemandDatabaseAsync);
    }

    /// <summary>
    /// The same, with the options from a section of the configuration, by their names; sealing keys in base64, durations as <c>hh:mm:ss</c>. Whatever it says
    /// that is no option fails the start.
    /// </summary>
    /// <param name="builder">The builder.</param>
    /// <param name="connectionString">As Npgsql takes it; of several hosts the primary alone is asked.</param>
    /// <param name="section">The section: <c>builder.Configuration.GetSection("LoginVerificationStore")</c>.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentException">It is no connection string, or lets a replica answer.</exception>
    public static LoginVerificationBuilder UsePostgreSql(this LoginVerificationBuilder builder, string connectionString, IConfigurationSection section)
    {
        ArgumentNullException.ThrowIfNull(section);
        return builder.UsePostgreSql(connectionString, options => StoreSection.Read(section, options));
    }
}
