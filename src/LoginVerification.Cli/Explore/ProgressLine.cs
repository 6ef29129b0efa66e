using LoginVerification.Exploration;

namespace LoginVerification.Cli;

/// <summary>How far an exploration is. The line is written every second as well, so that whoever waits sees time pass.</summary>
internal sealed class ProgressLine : IProgress<ExplorationProgress>, IDisposable
{
    private readonly StatusLine line;
    private readonly TimeProvider time;
    private readonly long start;
    private readonly ITimer clock;
    private readonly Lock door = new();
    private ExplorationProgress screens;
    private int shapesOfLifecycle;

    public ProgressLine(TextWriter error, TimeProvider time)
    {
        (line, this.time, start) = (new StatusLine(error), time, time.GetTimestamp());
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
            line.Dispose();
    }

    private void Rewrite()
    {
        lock (door)
        {
            var seconds = Math.Max(time.GetElapsedTime(start).TotalSeconds, 0.001);
            var lifecycle = shapesOfLifecycle > 0 ? $"; lifecycle: {shapesOfLifecycle:N0} shapes" : "";
            line.Write($"{Screens(seconds)}{lifecycle}, {seconds:N0} s");
        }
    }

    private string Screens(double seconds) => screens switch
    {
        { Property: { } property } => $"{screens.States:N0} states, {screens.Edges:N0} edges, judging {property}",
        { States: > 0 } => $"{screens.States:N0} states, {screens.Edges:N0} edges, {screens.States / seconds:N0} states/s",
        _ => $"decision table: {screens.Shapes:N0} shapes",
    };

    private sealed class LifecycleProgress(ProgressLine whole) : IProgress<ExplorationProgress>
    {
        public void Report(ExplorationProgress value)
        {
            lock (whole.door)
                whole.shapesOfLifecycle = value.Shapes;
            whole.Rewrite();
        }
    }
}
