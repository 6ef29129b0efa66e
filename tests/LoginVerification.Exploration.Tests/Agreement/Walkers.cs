using LoginVerification.Exploration.Tests.Oracles;

namespace LoginVerification.Exploration.Tests.Agreement;

/// <summary>What model checkers find in a policy's graph, held against what the explorer found.</summary>
internal static class Walkers
{
    public static async Task SpinAgreesAsync(EnrolmentPolicy policy, ExplorationScale scale)
    {
        var graph = Export.GraphOf(policy, scale);

        // SPIN counts the state before a start is chosen, each choice, and the end of choosing.
        Assert.Equal(
            new Counts(graph.Count + 1, graph.Edges + graph.Model.Starts().Count() + 1),
            await Spin.CountAsync(Export.Text(policy, ExportFormat.Promela, scale)));
    }

    public static async Task RumurAgreesAsync(EnrolmentPolicy policy, ExplorationScale scale)
    {
        var graph = Export.GraphOf(policy, scale);

        Assert.Equal(new Counts(graph.Count, graph.Edges), await Rumur.CountAsync(Export.Text(policy, ExportFormat.Murphi, scale)));
    }

    public static async Task RumurAgreesOnNoTrapAsync(EnrolmentPolicy policy, ExplorationScale scale)
    {
        var told = Export.Explored(policy, scale).Properties.Single(property => property.Name == "NoTrap").Verdict;

        Assert.Equal(told is not Verdict.Violated, await Rumur.ProvesNoTrapAsync(Export.Text(policy, ExportFormat.Murphi, scale)));
    }
}
