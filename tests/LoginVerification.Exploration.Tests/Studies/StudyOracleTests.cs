using LoginVerification.Exploration.Tests.Oracles;
using LoginVerification.Exploration.Tests.Support;

namespace LoginVerification.Exploration.Tests.Studies;

/// <summary>SPIN and Rumur walk the studies by themselves, and find what the explorer found: in turn at one small scale, and where all is asked for both at three.</summary>
public sealed class StudyOracleTests
{
    private static readonly IReadOnlyList<ExplorationScale> Scales =
    [
        new() { Numbers = 1, SendsPerNumber = 1, SendsPerAccount = 1, FinalFailures = 1 },
        new() { Numbers = 1 },
        new() { Numbers = 1, WrongTries = 2, FinalFailures = 3, SendsPerNumber = 3, SendsPerAccount = 3 },
    ];

    public static TheoryData<string, int> TriedWithSpin => Tried(first: 0);

    public static TheoryData<string, int> TriedWithRumur => Tried(first: 1);

    [NeedsToolTheory("spin", "gcc"), MemberData(nameof(TriedWithSpin))]
    public async Task SPIN_counts_the_states_and_edges_of_the_explorer(string name, int scale)
    {
        var (policy, graph) = Explore(name, scale);

        // SPIN counts the state before a start is chosen, each choice, and the end of choosing.
        Assert.Equal(
            new Counts(graph.Count + 1, graph.Edges + graph.Model.Starts().Count() + 1),
            await Spin.CountAsync(Export.Text(policy, ExportFormat.Promela, Scales[scale])));
    }

    [NeedsToolTheory("rumur", "gcc"), MemberData(nameof(TriedWithRumur))]
    public async Task Rumur_counts_the_states_and_edges_of_the_explorer(string name, int scale)
    {
        var (policy, graph) = Explore(name, scale);

        Assert.Equal(new Counts(graph.Count, graph.Edges), await Rumur.CountAsync(Export.Text(policy, ExportFormat.Murphi, Scales[scale])));
    }

    private static TheoryData<string, int> Tried(int first)
    {
        var tried = new TheoryData<string, int>();
        for (var study = Full.IsAsked ? 0 : first; study < PolicyStudies.Names.Count; study += Full.Or(2))
        {
            for (var scale = 0; scale < (Full.IsAsked ? Scales.Count : 1); scale++)
                tried.Add(PolicyStudies.Names[study], scale);
        }

        return tried;
    }

    private static (EnrolmentPolicy Policy, StateGraph Graph) Explore(string name, int scale)
    {
        var policy = PolicyStudies.Load(name);
        return (policy, Export.GraphOf(policy, Scales[scale]));
    }
}
