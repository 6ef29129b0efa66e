namespace LoginVerification.Docs.Tests;

/// <summary>Holds <c>docs/changes.md</c> to code that compiles and runs.</summary>
public sealed class ChangesPageTests
{
    [Fact]
    public void The_code_of_the_page_is_the_code_that_is_compiled() =>
        GeneratedPart.Check("docs/changes.md", "changes", Snippets.Fenced("tests/LoginVerification.Docs.Tests/ChangesSnippets.cs", "changes"));

    [Fact]
    public void It_finds_what_the_page_says()
    {
        var (difference, answer, mending) = ChangesSnippets.Run();

        Assert.Equal((8, 0, 0), (difference.Gained.Count, difference.Lost.Count, difference.Stranded!.Count));
        Assert.Equal("mobileWeb/pending: show \"manage\"", Assert.Single(answer.Repairs[0].Changes));
        Assert.All(answer.Repairs, repair => Assert.Contains(mending, mutation => mutation.Change == repair.Changes[0]));
    }
}
