using System.Diagnostics;
using System.Globalization;
using LoginVerification.Store.Tests;

namespace LoginVerification.Benchmarks.Stores.Share;

/// <summary>PostgreSQL's own benchmark on the same server, in a database of its own with a million rows.</summary>
internal sealed class PgBench
{
    private readonly PostgresServer server;
    private readonly string database;

    private PgBench(PostgresServer server, string database) => (this.server, this.database) = (server, database);

    public static async Task<PgBench> PrepareAsync(PostgresServer server)
    {
        var bench = new PgBench(server, new Npgsql.NpgsqlConnectionStringBuilder(await server.CreateDatabaseAsync()).Database!);
        await bench.RunAsync(Path.GetTempPath(), "-i", "-q", "-s", "10");
        return bench;
    }

    /// <summary>One of its scripts, so many at once, for so long.</summary>
    /// <param name="script"><c>-N</c>: an update, a read and an insert in a transaction; <c>-S</c>: a read by key.</param>
    /// <param name="atOnce">How many clients.</param>
    /// <param name="howLong">For how long.</param>
    public async Task<Measured> MeasureAsync(string script, int atOnce, TimeSpan howLong)
    {
        var folder = Directory.CreateTempSubdirectory("pgbench-").FullName;
        try
        {
            var began = Stopwatch.GetTimestamp();
            await RunAsync(
                folder, script, "-n", "-l", "-c", atOnce.ToString(CultureInfo.InvariantCulture), "-j", Math.Min(atOnce, Environment.ProcessorCount).ToString(CultureInfo.InvariantCulture),
                "-T", howLong.TotalSeconds.ToString(CultureInfo.InvariantCulture));
            var elapsed = Stopwatch.GetElapsedTime(began);
            // A line a transaction: the client, the number, and the microseconds that it took.
            return new Measured([.. Directory.GetFiles(folder).SelectMany(File.ReadLines).Select(line => double.Parse(line.Split(' ')[2], CultureInfo.InvariantCulture) / 1000).Order()], elapsed, 0);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task RunAsync(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(
            Path.Combine(PostgresServer.Programs!, "pgbench"),
            ["-h", "127.0.0.1", "-p", server.Port.ToString(CultureInfo.InvariantCulture), "-U", "test", .. arguments, database])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var pgbench = Process.Start(start)!;
        var output = Task.WhenAll(pgbench.StandardOutput.ReadToEndAsync(), pgbench.StandardError.ReadToEndAsync());
        await pgbench.WaitForExitAsync();
        if (pgbench.ExitCode != 0)
            throw new InvalidOperationException($"pgbench ended with {pgbench.ExitCode}: {string.Join("", await output)}");
    }
}
