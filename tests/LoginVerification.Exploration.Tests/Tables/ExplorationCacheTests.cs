namespace LoginVerification.Exploration.Tests.Tables;

public class ExplorationCacheTests
{
    /// <summary>An export asks for a table that no property looks at; an exploration of the same limits needs one that they did look at.</summary>
    [Fact]
    public void Neither_an_export_nor_an_exploration_spoils_the_other()
    {
        var explorer = new Explorer();
        var policy = ShippedPolicies.Load("twitter-2014");
        var scale = new ExplorationScale { WrongTries = 2, FinalFailures = 3 };

        var before = Export();
        var explored = explorer.Explore(policy, new ExplorationOptions { Scale = scale });
        var after = Export();

        Assert.Equal(Verdict.Violated, explored.Properties.Single(told => told.Name == "NoSilentDisable").Verdict);
        Assert.Equal(Verdict.Proved, explored.Properties.Single(told => told.Name == "TriesBounded").Verdict);
        Assert.Equal(before, after);

        string Export()
        {
            using var output = new StringWriter();
            PolicyExport.Write(policy, ExportFormat.Promela, output, scale, explorer);
            return output.ToString();
        }
    }
}
