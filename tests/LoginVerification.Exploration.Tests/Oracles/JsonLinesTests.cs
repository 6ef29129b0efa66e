using System.Text.Json;

namespace LoginVerification.Exploration.Tests.Oracles;

/// <summary>The lines of JSON are the graph.</summary>
public class JsonLinesTests
{
    [Theory]
    [MemberData(nameof(Policies.Shipped), MemberType = typeof(Policies))]
    public void Every_line_is_a_state_or_an_edge_between_states(string name)
    {
        var policy = ShippedPolicies.Load(name);
        using var workshop = new Workshop();
        using (var file = new StreamWriter(workshop.PathOf("graph.jsonl")))
            PolicyExport.Write(policy, ExportFormat.JsonLines, file, Policies.SmallScale);
        var states = new HashSet<int>();
        var starts = 0;
        var edges = 0L;
        var ends = new HashSet<int>();
        foreach (var line in File.ReadLines(workshop.PathOf("graph.jsonl")).Skip(1))
        {
            using var json = JsonDocument.Parse(line);
            if (json.RootElement.TryGetProperty("state", out var state))
            {
                Assert.True(states.Add(state.GetInt32()));
                starts += json.RootElement.GetProperty("start").GetBoolean() ? 1 : 0;
            }
            else
            {
                Assert.Contains(json.RootElement.GetProperty("from").GetInt32(), (IReadOnlySet<int>)states);
                ends.Add(json.RootElement.GetProperty("to").GetInt32());
                edges++;
            }
        }

        var graph = Export.GraphOf(policy, Policies.SmallScale);
        Assert.Equal((graph.Count, graph.Edges, graph.Model.Starts().Count()), (states.Count, edges, starts));
        Assert.Subset(states, ends);
    }

    [Fact]
    public void The_first_line_says_what_it_is_the_graph_of()
    {
        var policy = ShippedPolicies.Twitter2014;

        using var record = JsonDocument.Parse(Export.Text(policy, ExportFormat.JsonLines).Split('\n')[0]);

        Assert.Equal(["policy", "policyDigest", "version", "scale"], record.RootElement.EnumerateObject().Select(member => member.Name));
        Assert.Equal((policy.Name, PolicyFile.Digest(policy.Document)), (record.RootElement.GetProperty("policy").GetString(), record.RootElement.GetProperty("policyDigest").GetString()));
        var explored = new Explorer().Explore(policy, new ExplorationOptions { Properties = [] }).Scale;
        Assert.Equal((explored.Numbers, explored.SendsPerAccount), (record.RootElement.GetProperty("scale").GetProperty("numbers").GetInt32(), record.RootElement.GetProperty("scale").GetProperty("sendsPerAccount").GetInt32()));
    }

    [Fact]
    public void A_line_names_the_parts_of_a_state_and_who_moves_on()
    {
        var lines = Export.Text(ShippedPolicies.Twitter2014, ExportFormat.JsonLines).Split('\n');

        Assert.Matches(
            """^{"state":\d+,"start":true,"class":"[^"]+","surface":"web","screen":"settings","device":false,"message":"None","lifecycle":"NoPhone","enrolment":{"first_sends":0,"first_waiting":false,""",
            lines[1]);
        Assert.Contains(lines, line => line.Contains("\"action\":\"follow hidden link manage to mobileWeb/verification\",\"actor\":\"User\"", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("\"action\":\"the SMS is lost\",\"actor\":\"Environment\"", StringComparison.Ordinal));
    }

    [Fact]
    public void A_state_has_the_account_that_its_class_is_told_by()
    {
        var states = Export.Text(Support.TestPolicies.Load("sms-for-the-paid"), ExportFormat.JsonLines, Policies.SmallScale).Split('\n').Where(line => line.StartsWith("{\"state\"", StringComparison.Ordinal)).ToList();

        Assert.All(states, state => Assert.Matches("""^{.*"class":"US and 244 more, paid=(no|yes)","account":{"paid":"\1"},""", state));
        Assert.Contains(states, state => state.Contains("paid=yes", StringComparison.Ordinal));
    }
}
