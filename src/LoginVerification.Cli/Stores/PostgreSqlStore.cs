using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace LoginVerification.Cli;

/// <summary>A PostgreSQL database. There is no file to keep a key in, so codes are made under one that everybody knows, and nothing is sealed: a demonstration.</summary>
internal sealed class PostgreSqlStore : IWalkStore
{
    private const string CountTable = """SELECT COUNT(to_regclass('"' || @table || '"'))""";
    private const string Example = "Write, for example, \"postgresql:Host=localhost;Username=me;Database=walk\".";

    private readonly NpgsqlConnectionStringBuilder connection;

    private PostgreSqlStore(NpgsqlConnectionStringBuilder connection)
    {
        this.connection = connection;
        var database = connection.Database is { Length: > 0 } name ? $";Database={name}" : "";
        // Four numbers with dots between them are an address, and not a phone number.
        var host = IPAddress.TryParse(connection.Host, out var address) && $"{address}" == connection.Host ? connection.Host : Shown.WithoutNumbers(connection.Host!);
        Name = $"postgresql:Host={host};Port={connection.Port}{Shown.WithoutNumbers(database)}";
    }

    public string Name { get; }

    /// <exception cref="BadInputException">It is no connection string.</exception>
    public static PostgreSqlStore At(string written)
    {
        NpgsqlConnectionStringBuilder connection;
        try
        {
            connection = new NpgsqlConnectionStringBuilder(written);
        }
        catch (Exception failure) when (failure is ArgumentException or FormatException or InvalidCastException or OverflowException or KeyNotFoundException)
        {
            throw new BadInputException($"--store postgresql: is followed by no connection string of Npgsql. {Example}");
        }

        if (string.IsNullOrWhiteSpace(connection.Host))
            throw new BadInputException($"--store postgresql: names no Host. {Example}");
        if (connection.Host.Contains(',', StringComparison.Ordinal))
            throw new BadInputException($"--store postgresql: names several hosts, and a walk needs one. {Example}");
        return new PostgreSqlStore(connection);
    }

    public async Task<byte[]> PrepareAsync(CancellationToken cancellationToken)
    {
        await using var probe = new NpgsqlConnection(connection.ConnectionString);
        await probe.OpenAsync(cancellationToken);
        if (await SchemaLook.ComplaintAsync(probe, CountTable, typeof(PostgreSqlBuilderExtensions).Assembly, cancellationToken) is { } complaint)
            throw new BadInputException($"--store \"{Name}\" {complaint}");
        return SHA256.HashData("LoginVerification walk: a key for demonstrations, which everybody knows"u8);
    }

    public void AddTo(LoginVerificationBuilder builder) => builder.UsePostgreSql(connection.ConnectionString);

    public Task MigrateAsync(IServiceProvider services, CancellationToken cancellationToken) => services.MigrateLoginVerificationAsync(cancellationToken);

    public string? Explain(Exception failure) => failure switch
    {
        // The codes of https://www.postgresql.org/docs/current/errcodes-appendix.html.
        PostgresException { SqlState: PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification } =>
            "does not let this user in. Correct Username and Password.",
        PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName } => "has no such database. Create it, or correct Database.",
        PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege or PostgresErrorCodes.ReadOnlySqlTransaction } =>
            "does not let this user write. Let it create tables, or name another database.",
        PostgresException other => $"answers with SQLSTATE {other.SqlState}. Mend that, or name another database.",
        NpgsqlException { InnerException: SocketException or TimeoutException or IOException } or SocketException or TimeoutException =>
            "does not answer. Start the server, or correct Host and Port.",
        NotSupportedException { Source: nameof(Npgsql) } or ArgumentException { Source: nameof(Npgsql) } => "has settings that Npgsql cannot use, or not together. Correct the connection string.",
        NpgsqlException => "cannot be connected to. Correct Host and Port, or Username, Password and SSL Mode.",
        _ => null,
    };
}
