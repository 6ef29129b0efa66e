using Npgsql;

namespace LoginVerification.EntityFrameworkCore.PostgreSql;

/// <summary>
/// Of several hosts the one that writes is asked: by itself Npgsql asks the first that answers. Whether a single host is a replica, the check at start
/// finds out.
/// </summary>
internal static class PrimaryHost
{
    private const string Primary = "primary";
    private const string ReadWrite = "read-write";

    /// <summary>The connection string with its hosts told apart.</summary>
    /// <exception cref="ArgumentException">It is no connection string, or lets a replica answer.</exception>
    public static string In(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        if (settings.Host?.Contains(',', StringComparison.Ordinal) is not true)
            return connectionString;
        if (settings.TargetSessionAttributes is not (null or Primary or ReadWrite))
            throw new ArgumentException($"With Target Session Attributes={settings.TargetSessionAttributes} a replica may answer, which lags behind. Leave it out, or write {Primary}.", nameof(connectionString));
        settings.TargetSessionAttributes ??= Primary;
        return settings.ConnectionString;
    }
}
