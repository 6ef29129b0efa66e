using System.Collections.Concurrent;

namespace LoginVerification.Exploration.Tests.Support;

/// <summary>Policies at the scales of these tests.</summary>
internal static class Scales
{
    private static readonly ConcurrentDictionary<EnrolmentLimits, Lazy<IReadOnlySet<string>>> Distinguishing = [];
    private static readonly ConcurrentDictionary<(string Policy, ExplorationScale? Scale), Lazy<DecisionTable>> Tables = [];
    private static readonly ConcurrentDictionary<(string Policy, ExplorationScale? Scale), Lazy<DecisionTable>> WholeTables = [];

    /// <summary>A policy's limits under a scale, and the scale that it is then explored at.</summary>
    public static (EnrolmentLimits Limits, ExplorationScale Scale) Of(string policy, ExplorationScale? scale = null)
    {
        var loaded = TestPolicies.Load(policy);
        var own = (scale ?? ExplorationScale.Default).For(loaded);
        return (own.Applied(loaded.Limits), own);
    }

    /// <summary>The columns that are chosen for a policy.</summary>
    public static Input[] ColumnsOf(string policy, ExplorationScale? scale = null)
    {
        var (limits, own) = Of(policy, scale);
        return Columns.For(limits, own.Numbers, Distinguishing.GetOrAdd(Columns.SampleOf(limits), sample => new(() => Columns.Distinguishing(sample, PolicyProperties.Observers))).Value);
    }

    /// <summary>The decision table of a policy, as the explorer makes it.</summary>
    public static DecisionTable TableOf(string policy, ExplorationScale? scale = null) => Tables.GetOrAdd((policy, scale), _ => new(() =>
        TableBuilder.Build(Of(policy, scale).Limits, ColumnsOf(policy, scale), new TableObservers(), int.MaxValue, CancellationToken.None))).Value;

    /// <summary>The decision table with every input that there is, telling or not.</summary>
    public static DecisionTable WholeTableOf(string policy, ExplorationScale? scale = null) => WholeTables.GetOrAdd((policy, scale), _ => new(() =>
    {
        var (limits, own) = Of(policy, scale);
        return TableBuilder.Build(limits, [.. Inputs.All(own.Numbers, limits)], new TableObservers(), int.MaxValue, CancellationToken.None);
    })).Value;
}
