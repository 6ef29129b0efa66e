using System.Collections.Concurrent;
using System.Diagnostics;
using LoginVerification.Sms.Tests.Loopback;

namespace LoginVerification.Sms.Tests.Programs;

/// <summary>A program that a test has started: its lines as they come, and its end when the test is over.</summary>
internal sealed class RunningProgram : IDisposable
{
    private readonly Process process;
    private readonly ConcurrentQueue<string> lines = new();

    private RunningProgram(Process process) => this.process = process;

    public IReadOnlyList<string> Lines => [.. lines];

    public static RunningProgram Start(string file, string folder, params IEnumerable<string> arguments)
    {
        var process = new Process
        {
            StartInfo = new ProcessStartInfo(file, arguments)
            {
                WorkingDirectory = folder,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            },
        };
        var program = new RunningProgram(process);
        process.OutputDataReceived += (_, line) => program.Keep(line.Data);
        process.ErrorDataReceived += (_, line) => program.Keep(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return program;
    }

    public Task<string> WaitForLineAsync(string part) => Eventually.GetAsync(
        () => lines.FirstOrDefault(line => line.Contains(part, StringComparison.Ordinal)),
        () => $"\"{part}\" is not in:\n{string.Join('\n', lines)}");

    public void WriteLine(string line)
    {
        process.StandardInput.Write($"{line}\n");
        process.StandardInput.Flush();
    }

    /// <summary>Ends this process and no other.</summary>
    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill();
        process.WaitForExit();
        process.Dispose();
    }

    private void Keep(string? line)
    {
        if (line is not null)
            lines.Enqueue(line);
    }
}
