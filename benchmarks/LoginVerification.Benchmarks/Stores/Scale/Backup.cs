using System.Diagnostics;
using System.Globalization;
using LoginVerification.Store.Tests;

namespace LoginVerification.Benchmarks.Stores.Scale;

/// <summary>What a copy of the whole server takes, where nothing slows down what receives it.</summary>
internal static class Backup
{
    public static async Task<(double Seconds, long Bytes)> TakeAsync(PostgresServer server)
    {
        var start = new ProcessStartInfo(
            Path.Combine(PostgresServer.Programs!, "pg_basebackup"),
            ["-h", "127.0.0.1", "-p", server.Port.ToString(CultureInfo.InvariantCulture), "-U", "test", "-D", "-", "-F", "tar", "-X", "fetch", "-c", "fast"])
        {
            RedirectStandardOutput = true,
        };
        var began = Stopwatch.GetTimestamp();
        using var backup = Process.Start(start)!;
        var (buffer, bytes) = (new byte[1 << 16], 0L);
        while (await backup.StandardOutput.BaseStream.ReadAsync(buffer) is > 0 and var read)
            bytes += read;
        await backup.WaitForExitAsync();
        return backup.ExitCode == 0 ? (Stopwatch.GetElapsedTime(began).TotalSeconds, bytes) : throw new InvalidOperationException($"pg_basebackup ended with {backup.ExitCode}.");
    }
}
