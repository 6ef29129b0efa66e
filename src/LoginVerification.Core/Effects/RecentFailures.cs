using NodaTime;

namespace LoginVerification.Engine;

/// <summary>How many messages of this process were given up or rejected lately, for a health check. Thread-safe.</summary>
internal sealed class RecentFailures(IClock clock)
{
    /// <summary>More need not be told apart.</summary>
    private const int Most = 1000;

    private static readonly Duration Memory = Duration.FromMinutes(15);
    private readonly Lock gate = new();
    private readonly Queue<(Instant At, bool IsGivenUp)> failures = [];

    /// <summary>Of the last quarter of an hour; a thousand at most.</summary>
    public (int GivenUp, int Rejected) Counts
    {
        get
        {
            lock (gate)
            {
                var since = clock.GetCurrentInstant() - Memory;
                var givenUp = failures.Count(failure => failure.At > since && failure.IsGivenUp);
                return (givenUp, failures.Count(failure => failure.At > since) - givenUp);
            }
        }
    }

    public void Add(bool isGivenUp)
    {
        lock (gate)
        {
            if (failures.Count == Most)
                failures.Dequeue();
            failures.Enqueue((clock.GetCurrentInstant(), isGivenUp));
        }
    }
}
