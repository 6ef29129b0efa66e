using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using LoginVerification.Identity.Tests.Situations;

namespace LoginVerification.Identity.Tests.Docs;

/// <summary>Holds <c>docs/identity.md</c> to the tests: it claims what they show, and leaves nothing out.</summary>
public sealed partial class IdentityPageTests
{
    private static readonly string[] Rows = [.. Repository.Read("docs/identity.md").Split("## Side by side")[1].Split('\n').Where(line => line.StartsWith('|')).Skip(2)];

    private static readonly HashSet<string> Tests =
    [
        .. typeof(CodesGuessed).Assembly.GetTypes()
            .Where(type => type.Namespace == typeof(CodesGuessed).Namespace)
            .SelectMany(type => type.GetMethods())
            .Where(method => method.GetCustomAttribute<FactAttribute>() is not null)
            .Select(method => $"{method.DeclaringType!.Name}.{method.Name}"),
    ];

    [Fact]
    public void Every_row_names_tests_and_each_of_them_exists()
    {
        Assert.NotEmpty(Rows);
        Assert.All(Rows, row =>
        {
            Assert.NotEmpty(Named(row));
            Assert.All(Named(row), name => Assert.Contains(name, Tests));
        });
    }

    [Fact]
    public void Every_test_of_a_situation_is_named() =>
        Assert.Equal(Tests.Order(), Rows.SelectMany(Named).Distinct().Order());

    [Fact]
    public void The_page_speaks_of_the_version_that_the_tests_reference()
    {
        var version = XDocument.Parse(Repository.Read("Directory.Packages.props")).Descendants("FrameworkPackagesVersion").Single().Value;
        Assert.Contains($"| ASP.NET Core Identity {version} |", Repository.Read("docs/identity.md"));
    }

    private static IEnumerable<string> Named(string row) => TestName().Matches(row.Split('|')[^2]).Select(name => name.Groups[1].Value);

    [GeneratedRegex(@"`(\w+\.\w+)`")]
    private static partial Regex TestName();
}
