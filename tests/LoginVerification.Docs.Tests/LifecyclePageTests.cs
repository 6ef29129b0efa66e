using LoginVerification.Engine;

namespace LoginVerification.Docs.Tests;

public sealed class LifecyclePageTests
{
    [Fact]
    public void The_diagram_is_the_whole_lifecycle() =>
        GeneratedPart.Check("docs/lifecycle.md", "diagram", $"```mermaid\n{string.Join('\n', Snippets.Lines(Lifecycle.ToMermaid()))}\n```");
}
