using System.Xml.Linq;
using YamlDotNet.Serialization;

namespace LoginVerification.House.Tests;

/// <summary>CITATION.cff by the rules of the Citation File Format 1.2.0: what has to be there, what may be there, and that it says what the packages say.</summary>
public class CitationTests
{
    private static readonly string[] Known =
    [
        "abstract", "authors", "cff-version", "commit", "contact", "date-released", "doi", "identifiers", "keywords", "license", "license-url", "message",
        "preferred-citation", "references", "repository", "repository-artifact", "repository-code", "title", "type", "url", "version",
    ];

    private static readonly Dictionary<string, object> Citation = new DeserializerBuilder().Build().Deserialize<Dictionary<string, object>>(Repository.Read("CITATION.cff"));

    [Fact]
    public void It_is_a_citation_file_of_version_1_2_0()
    {
        Assert.Equal("1.2.0", Citation["cff-version"]);
        Assert.Empty(Citation.Keys.Except(Known));
        Assert.All(new[] { "message", "title", "abstract" }, key => Assert.NotEqual("", Assert.IsType<string>(Citation[key]).Trim()));
        Assert.Equal("software", Citation["type"]);
    }

    [Fact]
    public void Its_authors_are_named_as_one_or_as_people()
    {
        var authors = Assert.IsType<List<object>>(Citation["authors"]);

        Assert.NotEmpty(authors);
        Assert.All(authors, author => Assert.All(Assert.IsType<Dictionary<object, object>>(author).Keys, key => Assert.Contains(key, new object[] { "name", "given-names", "family-names", "orcid" })));
    }

    [Fact]
    public void Its_keywords_are_there_once()
    {
        var keywords = Assert.IsType<List<object>>(Citation["keywords"]);

        Assert.NotEmpty(keywords);
        Assert.Equal(keywords.Distinct(), keywords);
    }

    [Theory]
    [InlineData("version", "Version")]
    [InlineData("license", "PackageLicenseExpression")]
    public void It_says_what_the_packages_say(string key, string property) =>
        Assert.Equal(XDocument.Parse(Repository.Read("Directory.Build.props")).Descendants(property).Single().Value, Citation[key]);
}
