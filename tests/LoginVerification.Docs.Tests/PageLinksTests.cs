using System.Text.RegularExpressions;

namespace LoginVerification.Docs.Tests;

/// <summary>Every relative link of a page, and every path of the repository that it names, leads somewhere.</summary>
public sealed partial class PageLinksTests
{
    public static TheoryData<string> Pages =>
        [.. Directory.GetFiles(Path.Combine(Repository.Root, "docs"), "*.md").Select(file => $"docs/{Path.GetFileName(file)}").Order()];

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_link_leads_to_a_file(string page)
    {
        foreach (var target in Link().Matches(Repository.Read(page)).Select(link => link.Groups[1].Value.Split('#')[0]).Where(target => target.Length > 0 && !target.Contains("://", StringComparison.Ordinal)))
            Assert.True(Path.Exists(Path.Combine(Repository.Root, "docs", target)), $"{page} links to {target}, which is not there.");
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_named_path_is_there(string page)
    {
        foreach (var path in NamedPath().Matches(Repository.Read(page)).Select(named => named.Groups[1].Value))
            Assert.True(Path.Exists(Path.Combine(Repository.Root, path)), $"{page} names {path}, which is not there.");
    }

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"`((?:src|tests|docs|policies|build|samples)/[\w./-]+)`")]
    private static partial Regex NamedPath();
}
