namespace LoginVerification.Exploration;

/// <summary>
/// What an explorer worked out last. A decision table depends on limits and modes alone, not on screens and rules, so that the variants of a
/// policy share one; and its columns depend on modes alone, so that scales share them, and explorers, too. Thread-safe.
/// </summary>
internal sealed class ExplorationCache
{
    /// <summary>Larger tables take hundreds of megabytes, and are not kept.</summary>
    private const int MostShapesKept = 100_000;

    private static readonly RecentValues<EnrolmentLimits, IReadOnlySet<string>> OfAll = new(16, _ => true);

    private readonly RecentValues<EnrolmentLimits, IReadOnlySet<string>> columns = OfAll;
    private readonly RecentValues<(EnrolmentLimits Limits, int Numbers, int MostShapes), DecisionTable> tables = new(4, IsKept);
    private readonly RecentValues<(EnrolmentLimits Limits, bool Sms, bool AppPush), SignInGraph> signIns = new(4, _ => true);
    private readonly RecentValues<(EnrolmentPolicy Policy, ExplorationScale Scale, int MostShapes), PolicyModel> models = new(4, model => IsKept(model.Table));

    /// <summary>The decision table of limits. One that was stopped, or has too many shapes, is not complete.</summary>
    public DecisionTable TableOf(EnrolmentLimits limits, int numbers, ExplorationOptions options, CancellationToken cancellationToken) => tables.GetOrMake(
        (limits, numbers, options.MostShapes),
        () => TableBuilder.Build(limits, ColumnsOf(limits, numbers), PolicyProperties.Observers, options.MostShapes, cancellationToken, options.Progress),
        cancellationToken);

    /// <summary>The lifecycle of one number at limits. It is quickly made, and not kept.</summary>
    public LifecycleGraph LifecycleOf(EnrolmentLimits limits, ExplorationOptions options, CancellationToken cancellationToken) =>
        LifecycleWalk.Explore(limits, ColumnsOf(limits, numbers: 1), PolicyProperties.Observers, options.MostShapes, options.Progress, cancellationToken);

    /// <summary>The model of a policy at a scale, made of the table of the scaled limits.</summary>
    public PolicyModel ModelOf(EnrolmentPolicy policy, ExplorationScale scale, ExplorationOptions options, CancellationToken cancellationToken) => models.GetOrMake(
        (policy, scale, options.MostShapes),
        () =>
        {
            var scaled = scale.Applied(policy);
            return new PolicyModel(scaled, TableOf(scale.Applied(policy.Limits), scale.Numbers, options, cancellationToken), NumberClasses.Of(scaled));
        },
        cancellationToken);

    /// <summary>The model of a policy at its own limits, in which nothing is done but by some of the inputs. It is small, and not kept.</summary>
    public PolicyModel ModelOf(EnrolmentPolicy policy, Func<Input, bool> inputs, CancellationToken cancellationToken)
    {
        Input[] columns = [.. ColumnsOf(policy.Limits, numbers: 1).Where(inputs)];
        return new PolicyModel(ExplorationScale.Own(policy.Limits).Applied(policy), TableBuilder.Build(policy.Limits, columns, PolicyProperties.Observers, new ExplorationOptions().MostShapes, cancellationToken), NumberClasses.Of(policy));
    }

    /// <summary>The same, where accounts have other shapes as well; the model that everybody shares, where they have none.</summary>
    public PolicyModel ModelOf(EnrolmentPolicy policy, ExplorationScale scale, ExplorationOptions options, IReadOnlySet<Shape> found, CancellationToken cancellationToken)
    {
        var model = ModelOf(policy, scale, options, cancellationToken);
        if (found.IsSubsetOf(model.Table.Shapes))
            return model;
        var limits = model.Table.Space.Limits;
        var table = TableBuilder.Build(limits, ColumnsOf(limits, scale.Numbers), PolicyProperties.Observers, options.MostShapes, cancellationToken, found: found);
        return new PolicyModel(model.Policy, table, model.Classes);
    }

    /// <summary>The sign-ins of limits, over the channels that can come to protect.</summary>
    public SignInGraph SignInsOf(EnrolmentLimits limits, IReadOnlySet<VerificationChannel> channels, CancellationToken cancellationToken) => signIns.GetOrMake(
        (limits, channels.Contains(VerificationChannel.Sms), channels.Contains(VerificationChannel.AppPush)),
        () => SignInGraph.Of(limits, channels, cancellationToken: cancellationToken),
        cancellationToken);

    private Input[] ColumnsOf(EnrolmentLimits limits, int numbers)
    {
        var sample = Columns.SampleOf(limits);
        var distinguishing = columns.GetOrMake(sample, () => Columns.Distinguishing(sample, PolicyProperties.Observers), CancellationToken.None);
        return Columns.For(limits, numbers, distinguishing);
    }

    private static bool IsKept(DecisionTable table) => table.IsComplete && table.Shapes.Length <= MostShapesKept;
}
