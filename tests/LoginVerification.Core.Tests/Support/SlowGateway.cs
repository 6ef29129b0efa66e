namespace LoginVerification.Tests;

/// <summary>A gateway that takes its time, by the test's clock. The clock moves only while everybody who sends waits for the gateway.</summary>
internal sealed class SlowGateway(Microsoft.Extensions.Time.Testing.FakeTimeProvider time, Func<int, TimeSpan> takes)
{
    private int begun;
    private int waiting;

    /// <summary>How many messages were handed to the gateway.</summary>
    public int Begun => begun;

    /// <summary>How many messages were with the gateway at once, at the most.</summary>
    public int MostAtOnce { get; private set; }

    public async Task TakeAsync(SmsMessage message, CancellationToken cancellationToken)
    {
        var number = Interlocked.Increment(ref begun);
        lock (this)
            MostAtOnce = Math.Max(MostAtOnce, ++waiting);
        try
        {
            await Task.Delay(takes(number), time, cancellationToken);
        }
        finally
        {
            lock (this)
                waiting--;
        }
    }

    /// <summary>Moves the clock in small steps until the work is done, each time when nothing moves any more without it.</summary>
    public async Task RunUntilAsync(Task work, TimeSpan step)
    {
        while (!work.IsCompleted)
        {
            await SettleAsync(work);
            time.Advance(step);
        }

        await work;
    }

    private async Task SettleAsync(Task work)
    {
        for (var (seen, still) = (State, 0); still < 3 && !work.IsCompleted; still++)
        {
            await Task.Delay(1);
            if (State == seen)
                continue;
            (seen, still) = (State, 0);
        }
    }

    private (int Begun, int Waiting) State => (begun, waiting);
}
