using System.Diagnostics;
using System.Globalization;

namespace LoginVerification.Faults.Tests;

/// <summary>A small file system in memory. It goes with this object.</summary>
internal sealed class SmallDisk : IDisposable
{
    private static readonly Lazy<string?> Why = new(() =>
    {
        try
        {
            new SmallDisk(megabytes: 1).Dispose();
            return null;
        }
        catch (InvalidOperationException failure)
        {
            return $"A small disk cannot be mounted, which takes root: {failure.Message}";
        }
    });

    public SmallDisk(int megabytes)
    {
        Folder = Directory.CreateTempSubdirectory("login-verification-disk-").FullName;
        try
        {
            Run("mount", "-t", "tmpfs", "-o", string.Create(CultureInfo.InvariantCulture, $"size={megabytes}m"), "tmpfs", Folder);
        }
        catch (InvalidOperationException)
        {
            Directory.Delete(Folder);
            throw;
        }

        AppDomain.CurrentDomain.ProcessExit += (_, _) => Dispose();
    }

    /// <summary>Why there can be none; null where there can.</summary>
    public static string? Missing => Why.Value;

    public string Folder { get; }

    private string Ballast => Path.Combine(Folder, "ballast");

    /// <summary>Leaves no byte free.</summary>
    public void Fill()
    {
        using var file = File.Create(Ballast, bufferSize: 1);
        var block = new byte[4096];
        try
        {
            while (true)
                file.Write(block);
        }
        catch (IOException)
        {
            // It is full.
        }
    }

    public void MakeSpace() => File.Delete(Ballast);

    public void Dispose()
    {
        if (!Directory.Exists(Folder))
            return;
        Run("umount", "--lazy", Folder);
        Directory.Delete(Folder, recursive: true);
    }

    private static void Run(params string[] command)
    {
        using var running = Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        var said = running.StandardError.ReadToEnd();
        running.WaitForExit();
        if (running.ExitCode != 0)
            throw new InvalidOperationException(said.Trim());
    }
}
