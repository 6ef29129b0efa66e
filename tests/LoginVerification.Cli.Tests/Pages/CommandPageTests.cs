using LoginVerification.Exploration;

namespace LoginVerification.Cli.Tests;

/// <summary>The commands of <c>docs/findings.md</c> and <c>docs/modelling.md</c> print what the pages say. UPDATE_DOCS=1 writes it anew.</summary>
public sealed class CommandPageTests
{
    [Fact]
    public async Task Every_study_has_its_finding()
    {
        var commands = await CommandPage.CheckAsync("docs/findings.md");

        Assert.All(PolicyStudies.Names, name => Assert.Contains(commands, command => command.Split(' ').Contains(name)));
    }

    [Fact]
    public async Task The_way_from_a_blank_file_to_a_finding_goes_as_the_page_says() => Assert.NotEmpty(await CommandPage.CheckAsync("docs/modelling.md"));
}
