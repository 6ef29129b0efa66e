using LoginVerification.Exploration.Tests.Support;
using Xunit.Abstractions;

namespace LoginVerification.Exploration.Tests.Naive;

/// <summary>Two explorers that share no code but the service's count the same states and edges, and come to the same verdicts.</summary>
public class NaiveExplorationTests(ITestOutputHelper output)
{
    private static readonly string[] Compared = ["NoTrap", "NoTrapVisible", "EnabledReachable", "EveryScreenReachable", "NoSilentDisable", "RefusalHasWayOut", "LinksCanBeFollowed", "OffersCanHappen", "NoPlantedNumber"];

    /// <summary>The scale of the shipped verdicts is the second row's, and the first one's for the policies that replace no number.</summary>
    [Theory]
    [InlineData("consistent", 4, 1, 2, 2)]
    [InlineData("consistent", 4, 2, 2, 2)]
    [InlineData("consistent", 2, 2, 1, 1)]
    [InlineData("twitter-2014", 4, 1, 2, 2)]
    [InlineData("twitter-2014-web-takes-code", 4, 1, 2, 2)]
    [InlineData("sms-where-listed-app-everywhere", 1, 1, 2, 2)]
    [InlineData("sms-where-the-app-fails", 1, 1, 2, 2)]
    [InlineData("pages-by-channel-and-device", 1, 1, 2, 2)]
    [InlineData("sms-for-the-paid", 1, 1, 2, 2)]
    public void A_naive_explorer_comes_to_the_same(string policy, int surfaces, int numbers, int perNumber, int perAccount)
    {
        var whole = TestPolicies.Load(policy).Document;
        var document = whole with { Surfaces = [.. whole.Surfaces.Take(surfaces)] };
        using var naive = new NaiveExplorer(
            document with
            {
                Code = document.Code with { WrongTries = 1 },
                Lock = document.Lock with { EveryFailures = 1, FinalFailures = 2 },
                Sending = document.Sending with { PerNumber = perNumber, PerAccount = perAccount },
            },
            numbers);
        var scale = new ExplorationScale { Numbers = numbers, WrongTries = 1, EveryFailures = 1, FinalFailures = 2, SendsPerNumber = perNumber, SendsPerAccount = perAccount };

        var shown = EnrolmentPolicy.Create(document);
        var explorer = new Explorer();

        var explored = explorer.Explore(shown, new ExplorationOptions { Scale = scale });
        naive.Explore();

        string VerdictOf(string property) => explored.Properties.Single(known => known.Name == property).Verdict.ToString();
        output.WriteLine($"{naive.States} states, {naive.Edges} edges, depth {naive.Depth}; the explorer: {explored.States}, {explored.Edges}, {explored.Depth}");
        Assert.Equal(
            $"{explored.Classes.Count} classes, {explored.States} states, {explored.Edges} edges, depth {explored.Depth}",
            $"{naive.Classes} classes, {naive.States} states, {naive.Edges} edges, depth {naive.Depth}");
        output.WriteLine(string.Join("\n", naive.DeadEnds.Take(10)));
        Assert.Equal(PatternOf(explorer.ModelOf(shown, explored.Scale, CancellationToken.None)), naive.Pattern());
        Assert.Equal(
            string.Join("\n", Compared.Select(property => $"{property}: {VerdictOf(property)}").Append($"by staff alone: {explored.OperatorOnly}")),
            string.Join("\n", Compared.Zip(new[]
            {
                naive.NoTrap(), naive.NoTrapVisible(), naive.EnabledReachable(), naive.EveryScreenReachable(), naive.NoSilentDisable(), naive.RefusalHasWayOut(),
                naive.LinksCanBeFollowed(), naive.OffersCanHappen(), naive.NoPlantedNumber(),
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
