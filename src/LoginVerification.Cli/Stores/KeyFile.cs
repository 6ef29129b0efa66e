using System.Security.Cryptography;

namespace LoginVerification.Cli;

/// <summary>The key of a SQLite file, in a file beside it that its owner alone can read. It is whole or it is not there.</summary>
internal static class KeyFile
{
    private const int KeyBytes = 32;

    /// <summary>The key; null where the file holds something else.</summary>
    public static byte[]? Read(string file)
    {
        var text = File.ReadAllText(file).Trim();
        return text.Length == 2 * KeyBytes && text.All(char.IsAsciiHexDigit) ? Convert.FromHexString(text) : null;
    }

    /// <summary>Draws a key, unless another run has just done so.</summary>
    public static void Create(string file)
    {
        var draft = $"{file}.{Path.GetRandomFileName()}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        try
        {
            using (var text = new StreamWriter(draft, options))
                text.WriteLine(Convert.ToHexString(RandomNumberGenerator.GetBytes(KeyBytes)));
            File.Move(draft, file, overwrite: false);
        }
        catch (IOException) when (File.Exists(file))
        {
            // The other run's key it is.
        }
        finally
        {
            File.Delete(draft);
        }
    }
}
