using LoginVerification.Exploration;

namespace LoginVerification.Cli;

/// <summary>One line on standard error that says how far an exploration is, written over and over, and taken away at the end.</summary>
internal sealed class ProgressLine(TextWriter error, TimeProvider time) : IProgress<ExplorationProgress>, IDisposable
{
    private readonly long start = time.GetTimestamp();
    private int width;

    public void Report(ExplorationProgress value)
    {
        var seconds = Math.Max(time.GetElapsedTime(start).TotalSeconds, 0.001);
        Rewrite($"{value.States:N0} states, {value.Edges:N0} edges, {value.States / seconds:N0} states/s");
    }

    public void Dispose() => Rewrite("");

    private void Rewrite(string line)
    {
        if (width == 0 && line.Length == 0)
            return;
        error.Write($"\r{line.PadRight(width)}");
        if (line.Length == 0)
            error.Write('\r');
        error.Flush();
        width = Math.Max(width, line.Length);
    }
}
