using System.Diagnostics;

namespace LoginVerification.Store.Tests;

/// <summary>Sees to it that nothing outlasts this process, however it ends: a test host is often killed, and then runs no code of its own.</summary>
internal static class Leftovers
{
    // The shell waits for the end of its input, which comes with the end of this process; then it ends the server whose id lies in the folder, and removes the folder.
    private const string WatchScript =
        """
        cat >/dev/null
        pid=$(head -n 1 "$0/data/postmaster.pid" 2>/dev/null)
        [ -z "$pid" ] || kill -INT "$pid" 2>/dev/null
        while [ -n "$pid" ] && kill -0 "$pid" 2>/dev/null; do sleep 0.2; done
        rm -rf "$0"
        """;

    private static readonly List<Process> Watchers = [];

    /// <summary>Makes a folder that goes with this process.</summary>
    public static string MakeFolder(string name) => Watch(Directory.CreateTempSubdirectory($"login-verification-{name}-").FullName);

    /// <summary>Lets a folder go with this process, and with it a database server whose data are in it.</summary>
    public static string Watch(string folder)
    {
        var watcher = Process.Start(new ProcessStartInfo("sh", ["-c", WatchScript, folder]) { RedirectStandardInput = true, WorkingDirectory = "/" })!;
        // Kept, so that its input is not closed before this process ends.
        lock (Watchers)
            Watchers.Add(watcher);
        return folder;
    }
}
