using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace LoginVerification.Benchmarks;

/// <summary>A model checker as a process of its own: how long it walks, and how much memory it has at most.</summary>
internal static partial class Checker
{
    /// <summary>Runs a program to its end, and gives back what it printed, the seconds of the whole process by the clock and on all cores, and its greatest memory in bytes.</summary>
    public static (string Output, double Seconds, double Cpu, long Peak) Run(string folder, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        var (cpu, peak) = (0.0, 0L);
        while (!process.WaitForExit(20))
            (cpu, peak) = (Math.Max(cpu, CpuOf(process.Id)), Math.Max(peak, PeakOf(process.Id)));
        var seconds = watch.Elapsed.TotalSeconds;
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {errors.Result}{output.Result}");
        return (output.Result, seconds, cpu, peak);
    }

    public static double Number(string text, string pattern) =>
        double.Parse(Regex.Match(text, pattern).Groups[1].Value, CultureInfo.InvariantCulture);

    /// <summary>User and system time; Linux tells it in hundredths of a second.</summary>
    private static double CpuOf(int process)
    {
        try
        {
            var fields = File.ReadAllText($"/proc/{process}/stat").Split(") ")[^1].Split(' ');
            return (long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture)) / 100.0;
        }
        catch (Exception ended) when (ended is IOException or IndexOutOfRangeException)
        {
            return 0;
        }
    }

    private static long PeakOf(int process)
    {
        try
        {
            return 1024 * (long)Number(File.ReadAllText($"/proc/{process}/status"), @"VmHWM:\s+(\d+) kB");
        }
        catch (Exception ended) when (ended is IOException or FormatException)
        {
            return 0;
        }
    }
}
