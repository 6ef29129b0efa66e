using System.Globalization;
using System.Reflection;
using System.Text.Json;
using LoginVerification.Exploration;
using LoginVerification.Policies;

namespace LoginVerification.Docs.Tests;

/// <summary>Holds <c>docs/explorer.md</c> to the properties, the bounds, and code that compiles and runs.</summary>
public sealed class ExplorerPageTests
{
    private const string Page = "docs/explorer.md";
    private const string Snippet = "tests/LoginVerification.Docs.Tests/ExplorerSnippets.cs";

    [Fact]
    public void The_table_of_properties_is_what_the_code_says()
    {
        var table = new Table("Property", "Kind", "Meaning");
        foreach (var property in PolicyProperties.All)
            table.Row($"`{property.Name}`", JsonNamingPolicy.CamelCase.ConvertName(property.Kind.ToString()), property.Meaning);
        GeneratedPart.Check(Page, "properties", table.ToString());
    }

    [Fact]
    public void The_table_of_bounds_is_what_the_code_says()
    {
        var table = new Table("Bound", "Default", "Meaning");
        foreach (var bound in Bounds)
            table.Row($"`{bound.Name}`", ((int)bound.GetValue(ExplorationScale.Default)!).ToString(CultureInfo.InvariantCulture), XmlDocs.Of(bound));
        GeneratedPart.Check(Page, "scale", table.ToString());
    }

    [Fact]
    public void The_code_of_the_page_is_the_code_that_is_compiled()
    {
        GeneratedPart.Check(Page, "own", Snippets.Fenced(Snippet, "own"));
        GeneratedPart.Check(Page, "routes", Snippets.Fenced(Snippet, "routes"));
    }

    [Fact]
    public void Properties_of_ones_own_are_judged_beside_the_librarys()
    {
        var told = ExplorerSnippets.Own(ShippedPolicies.Load("twitter-2014"));

        Assert.Equal(PolicyProperties.All.Count + 5, told.Count);
        Assert.Equal(
            [("NoPushOnWeb", Verdict.Violated), ("OnlyOwnersRemove", Verdict.Violated), ("PushProtects", Verdict.Proved), ("CanStartAnew", Verdict.Proved), ("CodeComesToAnEnd", Verdict.Proved)],
            told.Where(own => own.Kind is PropertyKind.Custom).Select(own => (own.Name, own.Verdict)));
    }

    [Fact]
    public void The_routes_of_the_page_are_those_of_2014()
    {
        var (israeli, stranded) = ExplorerSnippets.Routes();

        Assert.Equal((7, RefusalCode.CountryNotServed), (israeli.Steps.Count, israeli.Refusal!.Code));
        Assert.Contains(stranded, route => route.From.Name == "web" && route.Country.Value == "IL");
        Assert.DoesNotContain(stranded, route => route.From.Name == "web" && route.Country.Value == "US");
    }

    private static IEnumerable<PropertyInfo> Bounds =>
        typeof(ExplorationScale).GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.PropertyType == typeof(int)).OrderBy(property => property.MetadataToken);
}
