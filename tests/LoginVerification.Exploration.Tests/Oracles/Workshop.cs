using System.Diagnostics;

namespace LoginVerification.Exploration.Tests.Oracles;

/// <summary>A fresh directory in which programs run, and which goes with them.</summary>
internal sealed class Workshop : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("login-verification-");

    public string PathOf(string file) => Path.Combine(directory.FullName, file);

    public void Write(string file, string text) => File.WriteAllText(PathOf(file), text);

    /// <summary>Runs a program to its end and gives what it printed. One that does not end is killed.</summary>
    public async Task<Outcome> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = directory.FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(patience.Token);
            var error = process.StandardError.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            return new Outcome(process.ExitCode, await output, await error);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }

    /// <summary>Runs a program that has to succeed.</summary>
    public async Task MakeAsync(string program, params string[] arguments)
    {
        var outcome = await RunAsync(program, arguments);
        Assert.True(outcome.ExitCode == 0, $"{program} {string.Join(' ', arguments)}: {outcome.Output}{outcome.Error}");
    }

    public void Dispose() => directory.Delete(recursive: true);
}
