using LoginVerification.Exploration.Tests.Support;

namespace LoginVerification.Exploration.Tests.Verdicts;

/// <summary>Whoever has only one surface can open it anew, so that a page that has nothing to do with enrolment changes no verdict.</summary>
public sealed class OpenedAnewTests
{
    private static readonly EnrolmentPolicy Shop = TestPolicies.Load("no-way-back");

    private static readonly EnrolmentPolicy BesideAnEmptyPage = EnrolmentPolicy.Create(Shop.Document with
    {
        Surfaces = [.. Shop.Document.Surfaces, new SurfaceDocument { Name = "news", Home = "today", Screens = [new ScreenDocument { Name = "today" }] }],
    });

    [Theory]
    [InlineData("SameSurfaceCompletion")]
    [InlineData("NoTrap")]
    public void Whose_pages_have_no_way_back_opens_the_surface_anew(string property) =>
        Assert.Equal(Verdict.Proved, VerdictOf(TestPolicies.Explore(Shop), property));

    [Fact]
    public void An_empty_page_on_another_surface_changes_no_verdict()
    {
        var (alone, beside) = (TestPolicies.Explore(Shop), TestPolicies.Explore(BesideAnEmptyPage));

        Assert.Equal(alone.Properties.Select(told => (told.Name, told.Verdict)), beside.Properties.Select(told => (told.Name, told.Verdict)));
    }

    [Fact]
    public void Completion_is_not_asked_of_a_surface_that_offers_nothing() =>
        Assert.Equal(Verdict.Proved, VerdictOf(TestPolicies.Explore(BesideAnEmptyPage), "SameSurfaceCompletion"));

    private static Verdict VerdictOf(PolicyExploration explored, string property) => explored.Properties.Single(told => told.Name == property).Verdict;
}
