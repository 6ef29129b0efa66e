using Xunit.Abstractions;

namespace LoginVerification.Exploration.Tests.Naive;

/// <summary>The explorer beside the naive one.</summary>
internal static class NaiveComparison
{
    private static readonly string[] Compared = ["NoTrap", "NoTrapVisible", "EnabledReachable", "EveryScreenReachable", "NoSilentDisable", "LinksCanBeFollowed", "OffersCanHappen", "NoPlantedNumber", "RefusalHasWayOut", "AlternativeToSms"];

    /// <summary>Holds classes, states, edges, depth and verdicts of the explorer against those of the naive one.</summary>
    public static void Hold(EnrolmentPolicy policy, ExplorationScale scale, ITestOutputHelper output)
    {
        var explorer = new Explorer();
        using var naive = NaiveExplorer.At(policy.Document, scale.For(policy));

        var explored = explorer.Explore(policy, new ExplorationOptions { Scale = scale });
        naive.Explore();

        string VerdictOf(string property) => explored.Properties.Single(known => known.Name == property).Verdict.ToString();
        output.WriteLine($"{naive.States} states, {naive.Edges} edges, depth {naive.Depth}; the explorer: {explored.States}, {explored.Edges}, {explored.Depth}");
        output.WriteLine($"without a way out: {string.Join("; ", naive.DeadEnds)}");
        Assert.Equal(
            $"{explored.Classes.Count} classes, {explored.States} states, {explored.Edges} edges, depth {explored.Depth}",
            $"{naive.Classes} classes, {naive.States} states, {naive.Edges} edges, depth {naive.Depth}");
        Assert.Equal(PatternOf(explorer.ModelOf(policy, explored.Scale, CancellationToken.None)), naive.Pattern());
        Assert.Equal(
            string.Join("\n", Compared.Select(property => $"{property}: {VerdictOf(property)}").Append($"by staff alone: {explored.OperatorOnly}")),
            string.Join("\n", Compared.Zip(new[]
            {
                naive.NoTrap(), naive.NoTrapVisible(), naive.EnabledReachable(), naive.EveryScreenReachable(), naive.NoSilentDisable(),
                naive.LinksCanBeFollowed(), naive.OffersCanHappen(), naive.NoPlantedNumber(), naive.RefusalHasWayOut(), naive.AlternativeToSms(),
            }).Select(known => $"{known.First}: {known.Second}").Append($"by staff alone: {naive.StaffOnly()}")));
    }

    private static string PatternOf(PolicyModel model)
    {
        var graph = StateGraph.Explore(model, int.MaxValue, null, CancellationToken.None);
        var into = graph.States.ToDictionary(state => state, _ => 0);
        var loops = 0;
        foreach (var state in graph.States)
        {
            foreach (var (_, to) in model.Successors(state, Filter.Everything))
            {
                into[to]++;
                loops += to == state ? 1 : 0;
            }
        }

        return $"{loops} loops; {string.Join(", ", into.Values.CountBy(count => count).OrderBy(count => count.Key).Select(count => $"{count.Value} x {count.Key}"))}";
    }
}
