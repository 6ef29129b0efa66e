using System.Text.Json;

namespace LoginVerification.Exploration.Tests.Oracles;

/// <summary>Drawings show the image of the graph, and say that it is no more.</summary>
public class DrawingTests
{
    [NeedsToolTheory("dot")]
    [MemberData(nameof(Policies.Shipped), MemberType = typeof(Policies))]
    public async Task Graphviz_draws_it(string name)
    {
        using var workshop = new Workshop();
        workshop.Write("model.dot", Export.Text(ShippedPolicies.Load(name), ExportFormat.Dot));

        var outcome = await workshop.RunAsync("dot", "-Tsvg", "-o", "model.svg", "model.dot");

        Assert.Equal(new Outcome(0, "", ""), outcome);
        Assert.Contains("</svg>", await File.ReadAllTextAsync(workshop.PathOf("model.svg")), StringComparison.Ordinal);
    }

    [NeedsToolFact("dot")]
    public async Task Graphviz_takes_odd_names_and_labels()
    {
        using var workshop = new Workshop();
        workshop.Write("model.dot", Export.Text(OddPolicy.Policy, ExportFormat.Dot, OddPolicy.Scale));

        Assert.Equal(new Outcome(0, "", ""), await workshop.RunAsync("dot", "-Tsvg", "-o", "model.svg", "model.dot"));
    }

    [Theory]
    [MemberData(nameof(Policies.Shipped), MemberType = typeof(Policies))]
    public void The_quotient_is_the_image_of_the_graph_and_no_more(string name)
    {
        var policy = ShippedPolicies.Load(name);
        var quotient = Quotient.Of(Export.GraphOf(policy, Policies.SmallScale));
        var screens = quotient.Model.Screens;
        var drawn = quotient.Edges.SelectMany(edge => edge.Actions.Select(action => (Told(edge.From), action, Told(edge.To)))).ToHashSet();

        Assert.Equal(Image(policy), drawn);

        string Told(QuotientNode node) => $"{screens[node.Screen]} {node.State}";
    }

    [Fact]
    public void Links_that_nobody_sees_are_dashed()
    {
        var dashed = Lines(ExportFormat.Dot).Where(line => line.Contains("dashed", StringComparison.Ordinal)).ToList();

        Assert.Equal(2, dashed.Sum(line => line.Split("\\n").Length));
        Assert.All(dashed, line => Assert.Matches("follow (hidden|external) link", line));
    }

    [Theory]
    [InlineData(ExportFormat.Dot, " -> ")]
    [InlineData(ExportFormat.Mermaid, " --> screen")]
    public void A_drawing_has_all_edges_and_says_what_it_leaves_out(ExportFormat format, string arrow)
    {
        var edges = Quotient.Of(Export.GraphOf(ShippedPolicies.Twitter2014)).Edges.Count;

        Assert.Equal(edges, Lines(format).Count(line => line.Contains(arrow, StringComparison.Ordinal) && !line.Contains("[*]", StringComparison.Ordinal)));
        Assert.Equal(2, Lines(format).Count(line => line.Contains("a path in it need not be a path of the policy", StringComparison.Ordinal)));
    }

    private static string[] Lines(ExportFormat format) => Export.Text(ShippedPolicies.Twitter2014, format).Split('\n');

    /// <summary>The image, worked out from the lines of another export.</summary>
    private static HashSet<(string From, string Action, string To)> Image(EnrolmentPolicy policy)
    {
        var nodes = new Dictionary<int, string>();
        var edges = new List<(int From, string Action, int To)>();
        foreach (var line in Export.Text(policy, ExportFormat.JsonLines, Policies.SmallScale).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1))
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            if (root.TryGetProperty("state", out var state))
                nodes.Add(state.GetInt32(), $"{root.GetProperty("surface")}/{root.GetProperty("screen")} {root.GetProperty("lifecycle")}");
            else
                edges.Add((root.GetProperty("from").GetInt32(), string.Intern(root.GetProperty("action").GetString()!), root.GetProperty("to").GetInt32()));
        }

        return [.. edges.Select(edge => (nodes[edge.From], edge.Action, nodes[edge.To]))];
    }
}
