using LoginVerification.Exploration;

namespace LoginVerification.Cli;

/// <summary>
/// One line on standard error that says how far an exploration is, written over and over, and taken away at the end. It is written every second as
/// well, so that whoever waits sees time pass.
/// </summary>
internal sealed class ProgressLine : IProgress<ExplorationProgress>, IDisposable
{
    private readonly TextWriter error;
    private readonly TimeProvider time;
    private readonly long start;
    private readonly ITimer clock;
    private readonly Lock door = new();
    private ExplorationProgress screens;
    private int shapesOfLifecycle;
    private int width;

    public ProgressLine(TextWriter error, TimeProvider time)
    {
        (this.error, this.time, start) = (error, time, time.GetTimestamp());
        OfLifecycle = new LifecycleProgress(this);
        clock = time.CreateTimer(_ => Rewrite(), null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
    }

    /// <summary>Hears how far the lifecycle alone is.</summary>
    public IProgress<ExplorationProgress> OfLifecycle { get; }

    public void Report(ExplorationProgress value)
    {
        lock (door)
            screens = value;
        Rewrite();
    }

    public void Dispose()
    {
        clock.Dispose();
        lock (door)
        {
            if (width > 0)
                Write("", "\r");
            width = 0;
        }
    }

    private void Rewrite()
    {
        lock (door)
        {
            var seconds = Math.Max(time.GetElapsedTime(start).TotalSeconds, 0.001);
            var lifecycle = shapesOfLifecycle > 0 ? $"; lifecycle: {shapesOfLifecycle:N0} shapes" : "";
            Write($"{Screens(seconds)}{lifecycle}, {seconds:N0} s", "");
        }
    }

    private string Screens(double seconds) => screens switch
    {
        { Property: { } property } => $"{screens.States:N0} states, {screens.Edges:N0} edges, judging {property}",
        { States: > 0 } => $"{screens.States:N0} states, {screens.Edges:N0} edges, {screens.States / seconds:N0} states/s",
        _ => $"decision table: {screens.Shapes:N0} shapes",
    };

    private void Write(string line, string end)
    {
        error.Write($"\r{line.PadRight(width)}{end}");
        error.Flush();
        width = Math.Max(width, line.Length);
    }

    private sealed class LifecycleProgress(ProgressLine line) : IProgress<ExplorationProgress>
    {
        public void Report(ExplorationProgress value)
        {
            lock (line.door)
                line.shapesOfLifecycle = value.Shapes;
            line.Rewrite();
        }
    }
}
