namespace LoginVerification.Exploration;

/// <summary>Writes lines that end alike on every system, and stops when it is told to.</summary>
internal sealed class Lines(TextWriter output, CancellationToken cancellationToken)
{
    public void Write(string line = "") => Write(line.AsSpan());

    public void Write(ReadOnlySpan<char> line)
    {
        cancellationToken.ThrowIfCancellationRequested();
        output.Write(line);
        output.Write('\n');
    }
}
