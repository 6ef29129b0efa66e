namespace LoginVerification.Exploration;

/// <summary>
/// What an explorer worked out last. A decision table depends on limits and modes alone, not on screens and rules, so that the variants of a
/// policy share one; and its columns depend on modes alone, so that scales share them. Thread-safe.
/// </summary>
internal sealed class ExplorationCache
{
    /// <summary>The most shapes of an enrolment that are looked at; what is beyond makes verdicts <see cref="Verdict.NotClosed"/>.</summary>
    private const int MostShapes = 1_000_000;

    /// <summary>Larger tables take hundreds of megabytes, and are not kept.</summary>
    private const int MostShapesKept = 100_000;

    private readonly RecentValues<EnrolmentLimits, IReadOnlySet<string>> columns = new(16, _ => true);
    private readonly RecentValues<(EnrolmentLimits Limits, int Numbers), DecisionTable> tables = new(4, IsKept);
    private readonly RecentValues<(EnrolmentPolicy Policy, ExplorationScale Scale), PolicyModel> models = new(4, model => IsKept(model.Table));

    /// <summary>The decision table of limits. One that was stopped, or has too many shapes, is not complete.</summary>
    public DecisionTable TableOf(EnrolmentLimits limits, int numbers, CancellationToken cancellationToken) => tables.GetOrMake(
        (limits, numbers),
        () => TableBuilder.Build(limits, ColumnsOf(limits, numbers), PolicyProperties.Observers, MostShapes, cancellationToken),
        cancellationToken);

    /// <summary>The model of a policy at a scale, made of the table of the scaled limits.</summary>
    public PolicyModel ModelOf(EnrolmentPolicy policy, ExplorationScale scale, CancellationToken cancellationToken) => models.GetOrMake(
        (policy, scale),
        () =>
        {
            var scaled = scale.Applied(policy);
            return new PolicyModel(scaled, TableOf(scaled.Limits, scale.Numbers, cancellationToken), NumberClasses.Of(scaled));
        },
        cancellationToken);

    /// <summary>The model of a policy at its own limits, in which nothing is done but by some of the inputs. It is small, and not kept.</summary>
    public PolicyModel ModelOf(EnrolmentPolicy policy, Func<Input, bool> inputs, CancellationToken cancellationToken)
    {
        Input[] columns = [.. ColumnsOf(policy.Limits, numbers: 1).Where(inputs)];
        return new PolicyModel(policy, TableBuilder.Build(policy.Limits, columns, PolicyProperties.Observers, MostShapes, cancellationToken), NumberClasses.Of(policy));
    }

    private Input[] ColumnsOf(EnrolmentLimits limits, int numbers)
    {
        var sample = Columns.SampleOf(limits);
        var distinguishing = columns.GetOrMake(sample, () => Columns.Distinguishing(sample, PolicyProperties.Observers), CancellationToken.None);
        return Columns.For(limits, numbers, distinguishing);
    }

    private static bool IsKept(DecisionTable table) => table.IsComplete && table.Shapes.Length <= MostShapesKept;
}
