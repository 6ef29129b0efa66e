using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace LoginVerification.Faults.Tests;

/// <summary>A worker in a process of its own. It ends with this object, and with the test.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private readonly Process process;
    private readonly StringBuilder said = new();
    private volatile bool isReady;
    private volatile bool isIdle;
    private bool isDisposed;

    public WorkerProcess(WorkerSettings settings)
    {
        var program = Path.Combine(AppContext.BaseDirectory, $"{typeof(WorkerSettings).Assembly.GetName().Name}.dll");
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [program, settings.ToJson()])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => (isReady, isIdle) = (isReady || line.Data is "ready", isIdle || line.Data is "idle");
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Waits until it gives commands.</summary>
    public async Task<WorkerProcess> ReadyAsync()
    {
        await Patience.UntilAsync("the worker is ready", () => isReady || process.HasExited);
        Assert.True(isReady, $"The worker ended: {Said}");
        return this;
    }

    /// <summary>Waits until all its commands are answered.</summary>
    public Task IdleAsync() => Patience.UntilAsync("the worker has given all its commands", () => isIdle);

    /// <summary>Ends it as <c>kill -9</c> does.</summary>
    public void Kill()
    {
        process.Kill();
        process.WaitForExit();
    }

    /// <summary>Lets it stand still, as a machine does that is moved or starved.</summary>
    public void Suspend() => Signal("-STOP");

    public void Resume() => Signal("-CONT");

    /// <summary>Lets it answer what it has in hand, and end in order.</summary>
    public async Task StopAsync()
    {
        process.StandardInput.Close();
        await Patience.UntilAsync("the worker has ended", () => process.HasExited);
        Assert.True(process.ExitCode == 0, $"The worker ended with {process.ExitCode}: {Said}");
    }

    public void Dispose()
    {
        if (isDisposed)
            return;
        isDisposed = true;
        if (!process.HasExited)
            Kill();
        process.Dispose();
    }

    private string Said
    {
        get
        {
            lock (said)
                return said.ToString();
        }
    }

    private void Signal(string signal)
    {
        using var sent = Process.Start("kill", [signal, process.Id.ToString(CultureInfo.InvariantCulture)]);
        sent.WaitForExit();
        Assert.Equal(0, sent.ExitCode);
    }

    private void Hear(string? line)
    {
        lock (said)
            said.AppendLine(line);
    }
}
