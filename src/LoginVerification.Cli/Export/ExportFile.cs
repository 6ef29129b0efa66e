using System.Text;

namespace LoginVerification.Cli;

/// <summary>The file that an export goes into. One that was made for it does not stay behind half written.</summary>
internal static class ExportFile
{
    private static readonly UTF8Encoding Encoding = new(encoderShouldEmitUTF8Identifier: false);

    /// <exception cref="BadInputException">The file cannot be written.</exception>
    public static void Write(string path, Action<TextWriter> write)
    {
        var isNew = !Path.Exists(path);
        try
        {
            try
            {
                using var file = new StreamWriter(path, append: false, Encoding);
                write(file);
            }
            catch when (isNew)
            {
                File.Delete(path);
                throw;
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new BadInputException($"--out {Shown.Quoted(path)} cannot be written ({failure.GetType().Name}). Name a file in a directory that is there and that you may write to.");
        }
    }
}
