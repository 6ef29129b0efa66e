using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace LoginVerification.Store.Tests;

/// <summary>A PostgreSQL server of these tests' own, on loopback and a free port, in a folder that goes with it. Started when first asked for, stopped with the process.</summary>
internal sealed class PostgresServer : IDisposable
{
    private static readonly Lazy<PostgresServer> Started = new(() => new PostgresServer(["-c", "fsync=off"]));
    private static int databases;
    private readonly string folder;
    private readonly string[] settings;
    private Process? process;

    public PostgresServer(string[] settings, string? folder = null, string[]? initial = null)
    {
        this.settings = settings;
        this.folder = folder is null ? Leftovers.MakeFolder("postgres") : Leftovers.Watch(folder);
        if (IsRoot)
            Run("chown", "postgres", this.folder);
        Run([.. AsServer, Path.Combine(Programs!, "initdb"), "-D", Data, "-U", "test", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync", .. initial ?? []]);
        Port = FreePort();
        Start();
    }

    /// <summary>A replica of another one, which follows it.</summary>
    private PostgresServer(PostgresServer primary)
    {
        (settings, folder) = (primary.settings, Leftovers.MakeFolder("replica"));
        if (IsRoot)
            Run("chown", "postgres", folder);
        Run([.. AsServer, Path.Combine(Programs!, "pg_basebackup"), "-h", "127.0.0.1", "-p", primary.Port.ToString(CultureInfo.InvariantCulture), "-U", "test", "-D", Data, "-R", "-c", "fast", "--no-sync"]);
        Port = FreePort();
        Start();
    }

    /// <summary>The one that tests share: nothing that they write has to survive the machine.</summary>
    public static PostgresServer Shared => Started.Value;

    /// <summary>Why tests that need a server are skipped; null where it is installed.</summary>
    public static string? Missing => Programs is null ? "PostgreSQL is not installed: apt-get install postgresql" : null;

    public int Port { get; }

    /// <summary>Whether it runs: a server that cannot write its log gives up.</summary>
    public bool IsRunning => process is { HasExited: false };

    /// <summary>Where the server's programs are; null where it is not installed.</summary>
    public static string? Programs { get; } = !Directory.Exists("/usr/lib/postgresql")
        ? null
        : Directory.GetDirectories("/usr/lib/postgresql").OrderByDescending(version => int.Parse(Path.GetFileName(version), CultureInfo.InvariantCulture))
            .Select(version => Path.Combine(version, "bin")).FirstOrDefault(bin => File.Exists(Path.Combine(bin, "initdb")));

    public static bool IsRoot => Environment.UserName == "root";

    /// <summary>The server refuses to run as root.</summary>
    public static string[] AsServer => IsRoot ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"] : [];

    /// <summary>All that the server keeps, the write-ahead log included.</summary>
    public string Data => Path.Combine(folder, "data");

    /// <summary>A connection string to a database, which need not exist.</summary>
    public string To(string database) => string.Create(
        CultureInfo.InvariantCulture,
        $"Host=127.0.0.1;Port={Port};Username=test;Database={database};Maximum Pool Size=50;Connection Idle Lifetime=2;Connection Pruning Interval=1;Include Error Detail=true");

    /// <summary>Makes a database, empty or as another one is, and tells how to connect to it.</summary>
    public async Task<string> CreateDatabaseAsync(string? template = null)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"db{Interlocked.Increment(ref databases)}");
        await using var connection = new NpgsqlConnection(To("postgres"));
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"CREATE DATABASE {name} TEMPLATE {template ?? "template0"}";
        await command.ExecuteNonQueryAsync();
        return To(name);
    }

    /// <summary>Starts a replica of this server as it is now.</summary>
    public PostgresServer Replicate() => new(this);

    public void Start()
    {
        process = Launch([.. AsServer, Path.Combine(Programs!, "postgres"), "-D", Data, "-p", Port.ToString(CultureInfo.InvariantCulture), "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", "-c", "max_connections=400", .. settings]);
        for (var patience = 0; patience < 300; patience++)
        {
            try
            {
                using var connection = new NpgsqlConnection(To("postgres"));
                connection.Open();
                return;
            }
            catch (NpgsqlException) when (!process.HasExited)
            {
                Thread.Sleep(100);
            }
        }

        throw new InvalidOperationException("PostgreSQL does not answer.");
    }

    /// <summary>Ends the server as a crash of the machine would, or in order.</summary>
    public void Stop(bool crash = false)
    {
        if (process is null or { HasExited: true })
            return;
        // Of a crashed server, the parent takes its children with it.
        Run("kill", crash ? "-QUIT" : "-INT", process.Id.ToString(CultureInfo.InvariantCulture));
        process.WaitForExit();
    }

    /// <summary>Ends all of the server's processes as <c>kill -9</c> does.</summary>
    public void Kill()
    {
        var id = process!.Id.ToString(CultureInfo.InvariantCulture);
        string[] all = [id, .. File.ReadAllText($"/proc/{id}/task/{id}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries)];
        // A child may have ended meanwhile.
        using var killing = Launch(["kill", "-KILL", .. all]);
        killing.WaitForExit();
        process.WaitForExit();
    }

    /// <summary>Runs one of the programs that come with the server, towards this server.</summary>
    public void RunProgram(string name, params string[] arguments) =>
        Run([Path.Combine(Programs!, name), "--host=127.0.0.1", string.Create(CultureInfo.InvariantCulture, $"--port={Port}"), "--username=test", .. arguments]);

    public void Dispose()
    {
        Stop();
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static void Run(params string[] command)
    {
        using var running = Launch(command);
        running.WaitForExit();
        if (running.ExitCode != 0)
            throw new InvalidOperationException($"{command[0]} ended with {running.ExitCode}.");
    }

    private static Process Launch(string[] command)
    {
        var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = "/" };
        var started = Process.Start(start)!;
        // What it prints is read, so that it never waits for a reader.
        started.OutputDataReceived += (_, _) => { };
        started.ErrorDataReceived += (_, _) => { };
        started.BeginOutputReadLine();
        started.BeginErrorReadLine();
        return started;
    }
}
