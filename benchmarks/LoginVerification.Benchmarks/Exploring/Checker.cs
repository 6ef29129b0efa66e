using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace LoginVerification.Benchmarks;

/// <summary>A model checker as a process of its own: how long it walks, and how much memory it has at most.</summary>
internal static partial class Checker
{
    /// <summary>Runs a program to its end, and gives back what it printed, the seconds of the whole process and its greatest memory in bytes.</summary>
    public static (string Output, double Seconds, long Peak) Run(string folder, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        var peak = 0L;
        while (!process.WaitForExit(20))
            peak = Math.Max(peak, PeakOf(process.Id));
        var seconds = watch.Elapsed.TotalSeconds;
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {errors.Result}{output.Result}");
        return (output.Result, seconds, peak);
    }

    public static double Number(string text, string pattern) =>
        double.Parse(Regex.Match(text, pattern).Groups[1].Value, CultureInfo.InvariantCulture);

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
