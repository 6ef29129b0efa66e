using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace LoginVerification.Tests;

/// <summary>The application of the guides: made in a temporary folder by the pages' own commands, built, and run on a free loopback port.</summary>
internal sealed partial class Shop : IAsyncDisposable
{
    private static readonly string[] Libraries = ["Abstractions", "AspNetCore", "AspNetCore.Identity", "AspNetCore.Pages", "Core", "EntityFrameworkCore", "EntityFrameworkCore.Sqlite", "PhoneNumbers"];

    private readonly string folder;
    private readonly StringBuilder output = new();
    private readonly Queue<string> codes = new();
    private readonly SemaphoreSlim arrived = new(0);
    private readonly TaskCompletionSource<Uri> listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Process? process;

    private Shop(string folder) => this.folder = folder;

    /// <summary>Where it listens, once it is started.</summary>
    public Uri Address => listening.Task.Result;

    /// <summary>What the application wrote, for who reads why it failed.</summary>
    public string Output
    {
        get
        {
            lock (output)
                return output.ToString();
        }
    }

    /// <summary>Takes the steps of the pages, one page after the other.</summary>
    public static async Task<Shop> StartAsync(params Guide[] guides)
    {
        var shop = new Shop(Directory.CreateTempSubdirectory("login-verification-guide").FullName);
        try
        {
            await shop.MakeAsync(guides);
            await shop.ServeAsync();
            return shop;
        }
        catch
        {
            await shop.DisposeAsync();
            throw;
        }
    }

    /// <summary>The next code that an SMS on the console carries.</summary>
    public async Task<string> NextCodeAsync()
    {
        Assert.True(await arrived.WaitAsync(TimeSpan.FromSeconds(30)), Output);
        lock (output)
            return codes.Dequeue();
    }

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
            process.Dispose();
        }

        arrived.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>What a clone of the repository has of the libraries: builds here would change what builds there left.</summary>
    private static void Clone(string target)
    {
        var files = Libraries.SelectMany(name => Repository.Files($"src/LoginVerification.{name}", "*"))
            .Concat(Repository.Files("policies", "*"))
            .Concat(["src/Directory.Build.props", "src/BannedSymbols.txt", "Directory.Build.props", "Directory.Packages.props", "README.md", "global.json", ".editorconfig"]);
        foreach (var file in files)
        {
            var copy = Path.Combine(target, file);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(Repository.PathOf(file), copy);
        }
    }

    private async Task MakeAsync(Guide[] guides)
    {
        Clone(Path.Combine(folder, "login-verification"));
        await RunAsync("bash", "-c", $"set -e\n{string.Join('\n', guides.SelectMany(guide => guide.Commands))}");
        foreach (var guide in guides)
            guide.Apply(Path.Combine(folder, "Shop"));
        await RunAsync("dotnet", "build", "Shop", "--configuration", "Release", "-nodeReuse:false", "-p:UseSharedCompilation=false", "-p:RunAnalyzers=false");
    }

    private async Task RunAsync(string program, params string[] arguments)
    {
        using var run = Start(program, folder, arguments);
        await run.WaitForExitAsync();
        Assert.True(run.ExitCode == 0, Output);
    }

    /// <summary>The port is chosen as the application takes it, so that nobody else can in between.</summary>
    private async Task ServeAsync()
    {
        process = Start("dotnet", Path.Combine(folder, "Shop"), "bin/Release/net10.0/Shop.dll", "--urls", "http://127.0.0.1:0");
        await Task.WhenAny(listening.Task, process.WaitForExitAsync(), Task.Delay(TimeSpan.FromMinutes(1)));
        Assert.True(listening.Task.IsCompleted, Output);
    }

    private Process Start(string program, string workingDirectory, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = workingDirectory, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_NOLOGO"] = "1";
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
            start.Environment.Remove(name);
        var started = Process.Start(start)!;
        started.OutputDataReceived += (_, line) => Keep(line.Data);
        started.ErrorDataReceived += (_, line) => Keep(line.Data);
        started.BeginOutputReadLine();
        started.BeginErrorReadLine();
        return started;
    }

    private void Keep(string? line)
    {
        if (line is null)
            return;
        lock (output)
        {
            output.AppendLine(line);
            if (Listening().Match(line) is { Success: true } address)
                listening.TrySetResult(new Uri(address.Groups[1].Value));
            if (Code().Match(line) is not { Success: true } code)
                return;
            codes.Enqueue(code.Groups[1].Value);
        }

        arrived.Release();
    }

    [GeneratedRegex("^@example\\.com #(\\d{6})$")]
    private static partial Regex Code();

    [GeneratedRegex("Now listening on: (http://127\\.0\\.0\\.1:\\d+)$")]
    private static partial Regex Listening();
}
