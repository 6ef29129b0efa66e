namespace LoginVerification.Exploration;

/// <summary>
/// What an explorer worked out last. A decision table depends on limits and modes alone, not on screens and rules, so that the variants of a
/// policy share one; sign-ins depend on limits and channels. Thread-safe.
/// </summary>
internal sealed class ExplorationCache
{
    /// <summary>Larger tables take hundreds of megabytes, and are not kept.</summary>
    private const int MostShapesKept = 100_000;

    private readonly RecentValues<(EnrolmentLimits Limits, int Numbers, int MostShapes), DecisionTable> tables = new(4, IsKept);
    private readonly RecentValues<(EnrolmentLimits Limits, int MostShapes), LifecycleGraph> lifecycles = new(1, graph => graph.IsComplete);
    private readonly RecentValues<(EnrolmentLimits Limits, bool Sms, bool AppPush), SignInGraph> signIns = new(4, _ => true);
    private readonly RecentValues<(EnrolmentPolicy Policy, ExplorationScale Scale, int MostShapes), PolicyModel> models = new(4, model => IsKept(model.Table));

    /// <summary>The decision table of limits. One that was stopped, or has too many shapes, is not complete.</summary>
    public DecisionTable TableOf(EnrolmentLimits limits, int numbers, ExplorationOptions options, CancellationToken cancellationToken) => tables.GetOrMake(
        (limits, numbers, options.MostShapes),
        () => TableBuilder.Build(limits, KnownColumns.Of(limits, numbers), PolicyProperties.Observers, options.MostShapes, cancellationToken, options.Progress),
        cancellationToken);

    /// <summary>The lifecycle of one number at limits. One alone is kept.</summary>
    public LifecycleGraph LifecycleOf(EnrolmentLimits limits, ExplorationOptions options, CancellationToken cancellationToken) => lifecycles.GetOrMake(
        (limits, options.MostShapes),
        () => LifecycleWalk.Explore(limits, KnownColumns.Of(limits, numbers: 1), PolicyProperties.Observers, options.MostShapes, options.Progress, cancellationToken),
        cancellationToken);

    /// <summary>The model of a policy at a scale, made of the table of the scaled limits.</summary>
    public PolicyModel ModelOf(EnrolmentPolicy policy, ExplorationScale scale, ExplorationOptions options, CancellationToken cancellationToken) => models.GetOrMake(
        (policy, scale, options.MostShapes),
        () =>
        {
            var scaled = scale.Applied(policy);
            return new PolicyModel(scaled, TableOf(scale.Applied(policy.Limits), scale.Numbers, options, cancellationToken), NumberClasses.Of(scaled));
        },
        cancellationToken);

    /// <summary>The same, where accounts have other shapes as well; the model that everybody shares, where they have none.</summary>
    public PolicyModel ModelOf(EnrolmentPolicy policy, ExplorationScale scale, ExplorationOptions options, IReadOnlySet<Shape> found, CancellationToken cancellationToken)
    {
        var model = ModelOf(policy, scale, options, cancellationToken);
        if (found.IsSubsetOf(model.Table.Shapes))
            return model;
        var limits = model.Table.Space.Limits;
        var table = TableBuilder.Build(limits, KnownColumns.Of(limits, scale.Numbers), PolicyProperties.Observers, options.MostShapes, cancellationToken, found: found);
        return new PolicyModel(model.Policy, table, model.Classes);
    }

    /// <summary>The sign-ins of limits, over the channels that can come to protect.</summary>
    public SignInGraph SignInsOf(EnrolmentLimits limits, IReadOnlySet<VerificationChannel> channels, CancellationToken cancellationToken) => signIns.GetOrMake(
        (limits, channels.Contains(VerificationChannel.Sms), channels.Contains(VerificationChannel.AppPush)),
        () => SignInGraph.Of(limits, channels, cancellationToken: cancellationToken),
        cancellationToken);

    private static bool IsKept(DecisionTable table) => table.IsComplete && table.Shapes.Length <= MostShapesKept;
}
