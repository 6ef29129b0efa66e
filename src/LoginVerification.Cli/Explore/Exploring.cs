using LoginVerification.Exploration;

namespace LoginVerification.Cli;

/// <summary>Both explorations of a policy, side by side: with screens at a scale, and the lifecycle alone at the policy's own bounds.</summary>
/// <param name="Screens">What came of the one with screens, for the properties that were asked for.</param>
/// <param name="Lifecycle">What came of the lifecycle alone, for those of them that speak of it; null where none does.</param>
internal sealed record Exploring(PolicyExploration Screens, LifecycleExploration? Lifecycle)
{
    /// <summary>What was told of every property, by both.</summary>
    public IEnumerable<PropertyVerdict> Verdicts => Screens.Properties.Concat(Lifecycle?.Properties ?? []);

    /// <exception cref="BadInputException">The scale is too large, or its bounds contradict each other.</exception>
    public static async Task<Exploring> RunAsync(ExploreRequest request, Explorer explorer, ProgressLine? progress, CancellationToken cancellationToken)
    {
        var isLifecycleAsked = request.Options.Properties.Any(property => property.Kind is PropertyKind.Lifecycle);
        // Neither is ended by the token itself: each tells what it knows by then.
        var lifecycle = Task.Run(
            () => isLifecycleAsked ? explorer.ExploreLifecycle(request.Policy, request.Options with { Progress = progress?.OfLifecycle }, cancellationToken) : null,
            CancellationToken.None);
        var screens = Task.Run(
            () => ScaleInput.Try(request.IsScaled, () => explorer.Explore(request.Policy, request.Options with { Progress = progress }, cancellationToken)),
            CancellationToken.None);
        await Task.WhenAll(screens, lifecycle);
        return new Exploring(await screens, await lifecycle);
    }

    /// <summary>A violation is one even where not everything was looked at; what was left open is no proof.</summary>
    public int ExitCode(bool stopped) =>
        Verdicts.Any(told => told.Verdict is Verdict.Violated) ? Cli.ExitCode.No
        : Verdicts.All(told => told.Verdict is not Verdict.NotClosed) ? Cli.ExitCode.Fine
        : stopped ? Cli.ExitCode.Stopped
        : Cli.ExitCode.No;
}
