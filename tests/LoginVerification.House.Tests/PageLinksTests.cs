using System.Text.RegularExpressions;

namespace LoginVerification.House.Tests;

/// <summary>Every relative link of a page, and every path of the repository that it names, leads somewhere.</summary>
public sealed partial class PageLinksTests
{
    public static TheoryData<string> Pages =>
        [.. Directory.GetFiles(Repository.Root, "*.md").Select(Repository.Relative), .. Repository.Files("docs", "*.md"), .. Repository.Files(".github", "*.md")];

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_link_leads_to_a_file(string page)
    {
        var targets = Found(Link(), page).Where(target => !target.Contains("://", StringComparison.Ordinal)).Select(target => target.Split('#')[0]);
        Assert.All(targets.Where(target => target.Length > 0), target => IsThere(Path.Combine(Path.GetDirectoryName(page)!, target), page));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_named_path_is_there(string page) => Assert.All(Found(NamedPath(), page).Where(path => !IsBuilt(path)), path => IsThere(path, page));

    /// <summary>What a build makes is there after that build, which the page asks for.</summary>
    private static bool IsBuilt(string path) => path.Contains("/bin/", StringComparison.Ordinal);

    private static IEnumerable<string> Found(Regex form, string page) => form.Matches(Repository.Read(page)).Select(match => match.Groups[1].Value);

    private static void IsThere(string path, string page) => Assert.True(Path.Exists(Repository.PathOf(path)), $"{page} names {path}, which is not there.");

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"(?<![\w/])((?:src|tests|docs|policies|build|samples)/[\w./-]*\w)")]
    private static partial Regex NamedPath();
}
