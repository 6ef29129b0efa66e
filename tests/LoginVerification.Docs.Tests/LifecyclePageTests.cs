using LoginVerification.Engine;

namespace LoginVerification.Docs.Tests;

public sealed class LifecyclePageTests
{
    [Fact]
    public void The_diagram_is_the_whole_lifecycle()
    {
        var drawn = Assert.Single(Snippets.Blocks(Repository.Read("docs/lifecycle.md"), "mermaid"));
        Assert.Equal(Snippets.Lines(Lifecycle.ToMermaid()), drawn.Split('\n'));
    }
}
