using System.Text.RegularExpressions;
using LoginVerification.House.Tests.Model;

namespace LoginVerification.House.Tests;

/// <summary>The tests that the pages for contributors name are there, and each recipe names some that remind.</summary>
public sealed partial class ContributingTests
{
    public static TheoryData<string> Pages => ["CONTRIBUTING.md", "SECURITY.md", ".github/pull_request_template.md"];

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_named_test_is_there(string page) => Assert.All(
        NamedTest().Matches(Repository.Read(page)).Select(match => match.Groups[1].Value), test => Assert.True(Declared.Tests.Contains(test), $"{page} names the test {test}, which is not there."));

    [Fact]
    public void Each_recipe_names_tests_that_remind()
    {
        var recipes = Repository.Read("CONTRIBUTING.md").Split("\n### Add a")[1..];

        Assert.Equal(7, recipes.Length);
        Assert.All(recipes, recipe => Assert.NotEmpty(NamedTest().Matches(recipe)));
    }

    [GeneratedRegex(@"`(\w+\.[A-Z][a-zA-Z0-9]*_\w+)`")]
    private static partial Regex NamedTest();
}
