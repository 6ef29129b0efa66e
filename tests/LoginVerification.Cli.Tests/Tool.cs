using System.Collections.Concurrent;
using System.Diagnostics;

namespace LoginVerification.Cli.Tests;

/// <summary>Runs the tool.</summary>
internal static class Tool
{
    /// <summary>In this process: the same code, without the start of another one.</summary>
    public static Task<Answer> RunAsync(params string[] arguments) => RunAsync(arguments, isWatched: false, CancellationToken.None);

    /// <summary>As somebody who is stopped at once would see it.</summary>
    public static Task<Answer> StopAsync(params string[] arguments) => RunAsync(arguments, isWatched: false, new CancellationToken(canceled: true));

    /// <summary>With a person who looks at standard error.</summary>
    public static Task<Answer> WatchAsync(params string[] arguments) => RunAsync(arguments, isWatched: true, CancellationToken.None);

    /// <summary>As a program calls it, with its streams redirected.</summary>
    public static Task<Answer> StartAsync(params string[] arguments) => StartCopyAsync(Location, arguments);

    /// <summary>The same of another copy of the tool.</summary>
    public static Task<Answer> StartCopyAsync(string tool, params string[] arguments) => StartAsync("dotnet", [tool, .. arguments]);

    /// <summary>The same, with its streams where the shell puts them: <c>&gt;&amp;-</c> closes one.</summary>
    public static Task<Answer> StartInShellAsync(string redirected, params string[] arguments) =>
        StartAsync("sh", ["-c", $"exec dotnet \"$0\" \"$@\" {redirected}", Location, .. arguments]);

    /// <summary>The same, where no other program can be found.</summary>
    public static Task<Answer> StartAloneAsync(params string[] arguments) =>
        StartAsync("sh", ["-c", "dotnet=$(command -v dotnet); PATH=/nowhere; export PATH; exec \"$dotnet\" \"$0\" \"$@\"", Location, .. arguments]);

    private static string Location => typeof(CommandLine).Assembly.Location;

    private static async Task<Answer> StartAsync(string program, IEnumerable<string> arguments)
    {
        using var process = Launch(program, arguments);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new Answer(process.ExitCode, await output, await error);
    }

    /// <summary>Ends it by SIGKILL as soon as something is so, of which what it has printed by then is told.</summary>
    /// <returns>What it had printed.</returns>
    public static async Task<string> KillWhenAsync(Func<string, Task<bool>> isTime, params string[] arguments)
    {
        using var process = Launch("dotnet", [Location, .. arguments]);
        var printed = new ConcurrentQueue<string>();
        process.OutputDataReceived += (_, line) => printed.Enqueue($"{line.Data}\n");
        process.ErrorDataReceived += (_, line) => printed.Enqueue($"{line.Data}\n");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        while (!await isTime(string.Concat(printed)))
        {
            Assert.False(process.HasExited, $"It ended before it could be killed:\n{string.Concat(printed)}");
            await Task.Delay(10);
        }

        process.Kill();
        await process.WaitForExitAsync();
        return string.Concat(printed);
    }

    private static Process Launch(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["CI"] = "true";
        start.Environment["GITHUB_ACTIONS"] = "true";
        return Process.Start(start)!;
    }

    private static async Task<Answer> RunAsync(string[] arguments, bool isWatched, CancellationToken cancellationToken)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exitCode = await CommandLine.RunAsync(arguments, new Terminal(output, error, coloured: false) { IsWatched = isWatched }, cancellationToken);
        return new Answer(exitCode, output.ToString(), error.ToString());
    }
}
