using Npgsql;

namespace LoginVerification.EntityFrameworkCore.PostgreSql;

/// <summary>
/// How the store connects. Of several hosts the one that writes is asked: by itself Npgsql asks the first that answers. Whether a single host is a replica,
/// the check at start finds out.
/// </summary>
internal static class StoreConnection
{
    private const string Primary = "primary";
    private const string ReadWrite = "read-write";

    /// <summary>The connection string with what the store needs. By its name it has a pool of its own, and is known to who looks at the server.</summary>
    /// <exception cref="ArgumentException">It is no connection string, or lets a replica answer.</exception>
    public static string Of(string connectionString)
    {
        // The store leaves nothing behind in a connection that the server would have to forget (DISCARD ALL) before the next command.
        var settings = new NpgsqlConnectionStringBuilder(connectionString) { NoResetOnClose = true };
        settings.ApplicationName ??= "LoginVerification";
        if (settings.Host?.Contains(',', StringComparison.Ordinal) is true)
        {
            if (settings.TargetSessionAttributes is not (null or Primary or ReadWrite))
                throw new ArgumentException($"With Target Session Attributes={settings.TargetSessionAttributes} a replica may answer, which lags behind. Leave it out, or write {Primary}.", nameof(connectionString));
            settings.TargetSessionAttributes ??= Primary;
        }

        return settings.ConnectionString;
    }
}
