namespace LoginVerification.Cli;

/// <summary>One line on standard error that says how far long work is, written over and over, and taken away at the end.</summary>
internal sealed class StatusLine(TextWriter error) : IDisposable
{
    private int width;

    public void Write(string line)
    {
        if (width == 0 && line.Length == 0)
            return;
        error.Write($"\r{line.PadRight(width)}");
        if (line.Length == 0)
            error.Write('\r');
        error.Flush();
        width = Math.Max(width, line.Length);
    }

    public void Dispose() => Write("");
}
