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
    public static async Task<Answer> StartAsync(params string[] arguments)
    {
        var tool = typeof(CommandLine).Assembly.Location;
        var start = new ProcessStartInfo("dotnet", [tool, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["CI"] = "true";
        start.Environment["GITHUB_ACTIONS"] = "true";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new Answer(process.ExitCode, await output, await error);
    }

    private static async Task<Answer> RunAsync(string[] arguments, bool isWatched, CancellationToken cancellationToken)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exitCode = await CommandLine.RunAsync(arguments, new Terminal(output, error, coloured: false) { IsWatched = isWatched }, cancellationToken);
        return new Answer(exitCode, output.ToString(), error.ToString());
    }
}
