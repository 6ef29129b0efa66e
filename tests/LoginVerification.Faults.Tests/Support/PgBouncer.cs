using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace LoginVerification.Faults.Tests;

/// <summary>A pgbouncer of the test's own before a server, on loopback, in transaction mode: a connection of the server belongs to a client for one transaction.</summary>
internal sealed class PgBouncer : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("login-verification-pgbouncer-").FullName;
    private readonly Process process;
    private readonly int port = PostgresServer.FreePort();

    public PgBouncer(PostgresServer server, int connections)
    {
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Dispose();
        var users = Path.Combine(folder, "users.txt");
        File.WriteAllText(users, "\"test\" \"\"\n");
        var configuration = Path.Combine(folder, "pgbouncer.ini");
        File.WriteAllText(configuration, string.Create(CultureInfo.InvariantCulture, $"""
            [databases]
            * = host=127.0.0.1 port={server.Port}
            [pgbouncer]
            listen_addr = 127.0.0.1
            listen_port = {port}
            unix_socket_dir =
            auth_type = trust
            auth_file = {users}
            pool_mode = transaction
            default_pool_size = {connections}
            max_client_conn = 500
            """));
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
        // It refuses to run as root, as the server does.
        string[] command = [.. PostgresServer.AsServer, Program!, "--quiet", configuration];
        process = Process.Start(new ProcessStartInfo(command[0], command[1..]) { WorkingDirectory = "/" })!;
    }

    /// <summary>Why tests that need it are skipped; null where it is installed.</summary>
    public static string? Missing => PostgresServer.Missing ?? (Program is null ? "pgbouncer is not installed: apt-get install pgbouncer" : null);

    private static string? Program { get; } = new[] { "/usr/sbin/pgbouncer", "/usr/bin/pgbouncer" }.FirstOrDefault(File.Exists);

    /// <summary>The same connection over here. A connection's state is not reset when it goes back to Npgsql's pool, for it is another client's by then; statements are not prepared.</summary>
    public string Over(string connection) => new NpgsqlConnectionStringBuilder(connection) { Port = port }.ConnectionString;

    public void Dispose()
    {
        if (!Directory.Exists(folder))
            return;
        if (!process.HasExited)
        {
            process.Kill();
            process.WaitForExit();
        }

        Directory.Delete(folder, recursive: true);
    }
}

/// <summary>A fact that needs pgbouncer and a server.</summary>
internal sealed class NeedsPgBouncerFactAttribute : FactAttribute
{
    public NeedsPgBouncerFactAttribute() => Skip = PgBouncer.Missing;
}
