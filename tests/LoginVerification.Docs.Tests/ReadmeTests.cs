using HostOfTheReadme;
using LoginVerification.Engine;

namespace LoginVerification.Docs.Tests;

public sealed class ReadmeTests
{
    private static readonly string Readme = Repository.Read("README.md");

    [Fact]
    public void The_embedding_code_is_the_code_that_is_compiled()
    {
        var source = Repository.Read("tests/LoginVerification.Docs.Tests/EmbeddingSnippet.cs");
        var usings = Snippets.Lines(source).TakeWhile(line => line.StartsWith("using ", StringComparison.Ordinal));
        Assert.Equal($"{string.Join('\n', usings)}\n\n{Snippets.Region(source, "enrol")}", Assert.Single(Snippets.Blocks(Readme, "csharp")));
    }

    [Fact]
    public async Task The_embedding_code_sends_a_code()
    {
        var (result, message) = await EmbeddingSnippet.RunAsync();
        Assert.Null(result.Refusal);
        Assert.Equal("Code sent; you are PhonePending.", message);
    }

    [Fact]
    public void The_state_diagram_is_the_lifecycle_without_its_loops()
    {
        var edges = Snippets.Lines(Lifecycle.ToMermaid())
            .Where(line => line.Split("-->") is not [var from, var to] || from.Trim() != to.Split(':')[0].Trim());
        Assert.Equal(string.Join('\n', edges), Assert.Single(Snippets.Blocks(Readme, "mermaid")));
    }
}
