using System.Text.RegularExpressions;
using LoginVerification.House.Tests.Model;

namespace LoginVerification.House.Tests;

/// <summary>Holds <c>docs/security.md</c> to the sources: every requirement has a row, and what a row names is there.</summary>
public sealed partial class SecurityPageTests
{
    private const string NotYet = "not yet";
    private const string Host = "host";

    private static readonly string[][] Rows =
    [
        .. Repository.Read("docs/security.md").Split('\n')
            .Where(line => RequirementRow().IsMatch(line))
            .Select(line => line.Trim().Trim('|').Split('|', StringSplitOptions.TrimEntries)),
    ];

    [Fact]
    public void Every_requirement_has_one_row_in_order()
    {
        var ids = Numbered("C", 12).Concat(Numbered("B", 16)).Concat(Numbered("A", 9)).Concat(Numbered("M", 4)).Concat(Numbered("N", 7)).Concat(Numbered("P", 2)).Concat(Numbered("S", 5));
        Assert.Equal(ids, Rows.Select(row => row[0]));
        Assert.All(Rows, row => Assert.Equal(5, row.Length));
    }

    [Fact]
    public void What_holds_a_requirement_is_there() =>
        Assert.All(Rows, row => Assert.All(TypeName().Matches(row[3]).Select(name => name.Groups[1].Value), name => Assert.True(Declared.Types.Contains(name), $"{row[0]}: no type {name}.")));

    [Fact]
    public void A_named_test_is_there_or_the_row_says_not_yet_or_host()
    {
        Assert.All(Rows, row =>
        {
            var named = TestName().Matches(row[4]).Select(name => name.Groups[1].Value).ToList();
            Assert.True(named.Count > 0 || row[4] is NotYet or Host, $"{row[0]} names no test.");
            Assert.All(named, name => Assert.True(Declared.Tests.Contains(name), $"{row[0]}: no test {name}."));
        });
    }

    [Fact]
    public void The_page_says_which_text_its_sections_are_from() =>
        Assert.Contains("NIST SP 800-63B-4, final (July 2025)", Repository.Read("docs/security.md"), StringComparison.Ordinal);

    private static IEnumerable<string> Numbered(string letter, int count) => Enumerable.Range(1, count).Select(number => $"{letter}{number}");

    [GeneratedRegex(@"^\| [CBAMNPS]\d+ \|")]
    private static partial Regex RequirementRow();

    [GeneratedRegex(@"`([A-Z]\w+)`")]
    private static partial Regex TypeName();

    [GeneratedRegex(@"`(\w+\.\w+)`")]
    private static partial Regex TestName();
}
