using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LoginVerification.House.Tests;

/// <summary>What the pages for contributors name is there: files, folders, and the tests that remind.</summary>
public sealed partial class ContributingTests
{
    private static readonly HashSet<string> Tests =
    [
        .. from file in Repository.Files("tests", "*.cs")
           from method in CSharpSyntaxTree.ParseText(Repository.Text(file)).GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>()
           where method.AttributeLists.Count > 0
           from type in method.Ancestors().OfType<TypeDeclarationSyntax>()
           select $"{type.Identifier}.{method.Identifier}",
    ];

    public static TheoryData<string> Pages => ["CONTRIBUTING.md", "SECURITY.md", ".github/pull_request_template.md"];

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_link_leads_to_a_file(string page) => Assert.All(
        Found(Link(), page).Where(target => !target.Contains("://", StringComparison.Ordinal)).Select(target => target.Split('#')[0]), IsThere);

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_named_path_is_there(string page) => Assert.All(Found(NamedPath(), page), IsThere);

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_named_test_is_there(string page) => Assert.All(
        Found(NamedTest(), page), test => Assert.True(Tests.Contains(test), $"{page} names the test {test}, which is not there."));

    [Fact]
    public void Each_recipe_names_tests_that_remind()
    {
        var recipes = Repository.Text("CONTRIBUTING.md").Split("\n### Add a")[1..];

        Assert.Equal(6, recipes.Length);
        Assert.All(recipes, recipe => Assert.NotEmpty(NamedTest().Matches(recipe)));
    }

    private static IEnumerable<string> Found(Regex form, string page) => form.Matches(Repository.Text(page)).Select(match => match.Groups[1].Value);

    private static void IsThere(string path) => Assert.True(Path.Exists(Path.Combine(Repository.Root, path)), $"{path} is not there.");

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"(?<![\w/])((?:src|tests|docs|policies|build|samples)/[\w./-]*\w)")]
    private static partial Regex NamedPath();

    [GeneratedRegex(@"`(\w+\.[A-Z][a-zA-Z0-9]*_\w+)`")]
    private static partial Regex NamedTest();
}
