using LoginVerification.Engine;

namespace LoginVerification.Docs.Tests;

public sealed class LifecyclePageTests
{
    [Fact]
    public void The_diagram_is_the_whole_lifecycle() =>
        GeneratedPart.Check("docs/lifecycle.md", "diagram", Drawn(Lifecycle.ToMermaid()));

    [Fact]
    public void The_second_diagram_is_all_of_a_sign_in() =>
        GeneratedPart.Check("docs/lifecycle.md", "sign-in", Drawn(Lifecycle.SignInToMermaid()));

    private static string Drawn(string diagram) => $"```mermaid\n{string.Join('\n', Snippets.Lines(diagram))}\n```";
}
