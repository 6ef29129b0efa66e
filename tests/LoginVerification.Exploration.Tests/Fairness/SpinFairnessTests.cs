using LoginVerification.Exploration.Tests.Oracles;
using LoginVerification.Exploration.Tests.Support;

namespace LoginVerification.Exploration.Tests.Fairness;

/// <summary>
/// SPIN looks for a fair run that misses the goal, as an acceptance cycle. Its own translation of LTL takes hours for the strong fairness of
/// more than two moves; so the automaton is written by hand: it guesses what is visited for ever, and waits for each counted move from there
/// in turn.
/// </summary>
public class SpinFairnessTests
{
    private static readonly int Graphs = Full.IsAsked ? 60 : 4;

    [NeedsToolTheory("spin", "gcc")]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Finds_an_acceptance_cycle_where_the_explorer_finds_a_fair_run(bool isMissed)
    {
        var graphs = Enumerable.Range(0, int.MaxValue).Select(seed => new SmallGraph(seed))
            .Where(graph => graph.Size > 3 && !graph.IsGoal(0) && graph.Runs().MissingGoalFrom(new StateId(0)) is not null == isMissed);
        foreach (var graph in graphs.Take(Graphs))
            Assert.Equal(isMissed, await Spin.FindsAcceptanceCycleAsync(Promela(graph)));
    }

    private static string Promela(SmallGraph graph)
    {
        var pairs = graph.States.SelectMany(from => graph.States.Where(to => !graph.IsGoal(to)).Select(to => (From: from, To: to))).ToList();
        var counted = graph.States.Where(from => !graph.IsGoal(from)).SelectMany(from => graph.States.Where(to => graph.IsCounted(from, to)).Select(to => (From: from, To: to))).ToList();
        return $$"""
            byte at; byte set; byte turn; bool forever;
            init { do
            {{Lines(pairs.Where(pair => graph.IsMove(pair.From, pair.To)), pair => $":: d_step {{ !forever && at == {pair.From} -> at = {pair.To} }}")}}
            {{Lines(Enumerable.Range(1, (1 << graph.Size) - 1), bits => $":: d_step {{ !forever && ({bits} >> at & 1) -> forever = true; set = {bits} }}")}}
            {{Lines(pairs.Where(pair => graph.IsCounted(pair.From, pair.To)), pair => $":: d_step {{ forever && at == {pair.From} && (set >> {pair.To} & 1) -> at = {pair.To} }}")}}
            {{Lines(counted.Index(), pair => $":: d_step {{ forever && turn == {pair.Index} && at == {pair.Item.From} && (set >> {pair.Item.To} & 1) && {(graph.IsGoal(pair.Item.To) ? "false" : "true")} -> at = {pair.Item.To}; turn++ }}")}}
            {{Lines(counted.Index(), pair => $":: d_step {{ forever && turn == {pair.Index} && !(set >> {pair.Item.From} & 1) -> turn++ }}")}}
            :: forever && turn == {{counted.Count}} -> accept: turn = 0
            od }

            """;
    }

    private static string Lines<T>(IEnumerable<T> items, Func<T, string> line) => string.Join('\n', items.Select(line));
}
