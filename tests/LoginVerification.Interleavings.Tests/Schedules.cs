using Microsoft.Coyote;
using Microsoft.Coyote.SystematicTesting;

namespace LoginVerification.Tests;

/// <summary>Runs a scenario under Coyote's scheduler, in another order of its steps each time.</summary>
internal static class Schedules
{
    /// <summary>How many orders of a scenario are run.</summary>
    public const int Most = 2000;

    /// <summary>Runs the scenario until an order breaks something, or all were run.</summary>
    /// <param name="scenario">What is done at once.</param>
    /// <param name="seed">The same seed, the same orders.</param>
    /// <returns>How many orders were run, and what was found, with the story of it; null for nothing.</returns>
    public static (int Run, string? Found, string Report) Explore(Func<Choices, Task> scenario, uint seed = 1)
    {
        var configuration = Configuration.Create()
            .WithTestingIterations(Most)
            .WithRandomGeneratorSeed(seed)
            .WithMaxSchedulingSteps(5000)
            // Of a deadline only the wait is foreign, and here no adapter is late.
            .WithPartiallyControlledConcurrencyAllowed(true)
            // A machine that is busy elsewhere is no deadlock.
            .WithPotentialDeadlocksReportedAsBugs(false)
            .WithTelemetryEnabled(false);
        using var engine = TestingEngine.Create(configuration, runtime => scenario(new Choices(runtime)));
        Assert.True(engine.IsTestRewritten(), "Coyote's rewriter has not been over this assembly: build it with its project.");
        engine.Run();
        var report = engine.TestReport;
        return (report.NumOfExploredFairPaths + report.NumOfExploredUnfairPaths, report.NumOfFoundBugs == 0 ? null : string.Join('\n', report.BugReports), engine.GetReport());
    }
}
