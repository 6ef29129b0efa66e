using LoginVerification.Exploration;

namespace LoginVerification.Cli;

/// <summary>Says how far an exploration is.</summary>
internal sealed class ProgressLine(TextWriter error, TimeProvider time) : IProgress<ExplorationProgress>, IDisposable
{
    private readonly StatusLine line = new(error);
    private readonly long start = time.GetTimestamp();

    public void Report(ExplorationProgress value)
    {
        var seconds = Math.Max(time.GetElapsedTime(start).TotalSeconds, 0.001);
        line.Write($"{value.States:N0} states, {value.Edges:N0} edges, {value.States / seconds:N0} states/s");
    }

    public void Dispose() => line.Dispose();
}
