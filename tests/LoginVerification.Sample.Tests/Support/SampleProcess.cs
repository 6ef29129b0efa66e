using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace LoginVerification.Sample.Tests.Support;

/// <summary>The built sample as a process of its own, on ports that the system chooses and in a folder that goes with it.</summary>
internal sealed partial class SampleProcess : IAsyncDisposable
{
    private static readonly string Built = Repository.PathOf(Path.Combine("samples/SettingsPage/bin", new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name, "net10.0"));

    private readonly string[] arguments;
    private readonly StringBuilder output = new();
    private readonly Dictionary<string, Uri> addresses = [];
    private Process? process;

    private SampleProcess(string folder, string[] arguments) => (Folder, this.arguments) = (folder, arguments);

    /// <summary>Databases, keys and the clock.</summary>
    public string Folder { get; }

    /// <summary>Where each policy is served.</summary>
    public IReadOnlyDictionary<string, Uri> Addresses => addresses;

    /// <summary>By how much its clock is ahead.</summary>
    public TimeSpan Ahead { get; private set; }

    /// <summary>What it wrote.</summary>
    public string Output
    {
        get
        {
            lock (output)
                return output.ToString();
        }
    }

    public static async Task<SampleProcess> StartAsync(params string[] arguments)
    {
        var sample = new SampleProcess(Directory.CreateTempSubdirectory("settings-page-").FullName, arguments);
        try
        {
            await sample.StartAgainAsync();
            return sample;
        }
        catch
        {
            await sample.DisposeAsync();
            throw;
        }
    }

    /// <summary>Runs it to its end, with settings that it cannot start with.</summary>
    public static Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] arguments) => RunInAsync(_ => { }, arguments);

    /// <summary>The same with a folder of databases and keys in which something lies already.</summary>
    public static async Task<(int ExitCode, string Output, string Error)> RunInAsync(Action<string> prepare, params string[] arguments)
    {
        var folder = Directory.CreateTempSubdirectory("settings-page-").FullName;
        try
        {
            prepare(folder);
            using var process = Launch([.. arguments, "--Data", folder], "Production");
            var (said, complained) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(1));
            return (process.ExitCode, await said, await complained);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Starts it; after <see cref="KillAsync"/> at the same addresses, over the same files.</summary>
    public async Task StartAgainAsync()
    {
        var address = addresses.Values.FirstOrDefault()?.GetLeftPart(UriPartial.Authority) ?? "http://127.0.0.1:0";
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        process = Launch(["--Urls", address, "--Data", Path.Combine(Folder, "data"), "--Clock:OffsetFile", Path.Combine(Folder, "clock"), .. arguments], "Development");
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await Task.WhenAny(ready.Task, process.WaitForExitAsync(), Task.Delay(TimeSpan.FromMinutes(2)));
        Assert.True(ready.Task.IsCompleted, Output);

        void Keep(string? line)
        {
            if (line is null)
                return;
            lock (output)
                output.AppendLine(line);
            if (Served().Match(line) is { Success: true } served)
                addresses[served.Groups[2].Value] = new Uri(served.Groups[1].Value);
            if (line.StartsWith("Open one", StringComparison.Ordinal))
                ready.TrySetResult();
        }
    }

    /// <summary>Ends it as a crash does.</summary>
    public async Task KillAsync()
    {
        process!.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>Lets its clock be ahead by more.</summary>
    public void Wait(TimeSpan time)
    {
        Ahead += time;
        File.WriteAllText(Path.Combine(Folder, "clock"), ((long)Ahead.TotalSeconds).ToString(CultureInfo.InvariantCulture));
    }

    public Visitor NewVisitor(string policy = "consistent") => new(addresses[policy]);

    public async ValueTask DisposeAsync()
    {
        if (process is { HasExited: false })
            await KillAsync();
        process?.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    private static Process Launch(string[] arguments, string environment)
    {
        var start = new ProcessStartInfo("dotnet", ["SettingsPage.dll", .. arguments]) { WorkingDirectory = Built, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = start.Environment["DOTNET_ENVIRONMENT"] = environment;
        return Process.Start(start)!;
    }

    [GeneratedRegex(@"^  (http://\S+?)/? +(\S+)$")]
    private static partial Regex Served();
}
