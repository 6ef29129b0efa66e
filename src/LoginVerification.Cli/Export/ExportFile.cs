using System.Text;

namespace LoginVerification.Cli;

/// <summary>The file that an export goes into. It is drafted elsewhere, so that one that is broken off leaves what was there.</summary>
internal static class ExportFile
{
    private static readonly UTF8Encoding Encoding = new(encoderShouldEmitUTF8Identifier: false);

    /// <exception cref="BadInputException">The file cannot be written.</exception>
    public static void Write(string path, Action<TextWriter> write)
    {
        var draft = Path.GetTempFileName();
        try
        {
            using (var text = new StreamWriter(draft, append: false, Encoding))
                write(text);
            using var whole = File.OpenRead(draft);
            using var file = Create(path);
            whole.CopyTo(file);
        }
        catch (IOException failure)
        {
            throw Unwritable(path, failure);
        }
        finally
        {
            File.Delete(draft);
        }
    }

    private static FileStream Create(string path)
    {
        try
        {
            return File.Create(path);
        }
        catch (Exception failure) when (failure is UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw Unwritable(path, failure);
        }
    }

    private static BadInputException Unwritable(string path, Exception failure) =>
        new($"--out {Shown.Quoted(path)} cannot be written ({failure.GetType().Name}). Name a file in a directory that is there and that you may write to.");
}
