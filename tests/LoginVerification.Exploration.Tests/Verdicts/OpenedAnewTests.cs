using LoginVerification.Exploration.Tests.Support;

namespace LoginVerification.Exploration.Tests.Verdicts;

/// <summary>Whoever has only one surface can open it anew, so that a page that has nothing to do with enrolment changes no verdict.</summary>
public sealed class OpenedAnewTests
{
    [Fact]
    public void An_empty_page_on_another_surface_changes_no_verdict()
    {
        var (alone, beside) = (TriedPolicies.Explore("c-aspnet-identity"), TriedPolicies.Explore("c-aspnet-identity-plus-blog"));

        Assert.Equal(alone.Properties.Select(told => (told.Name, told.Verdict)), beside.Properties.Select(told => (told.Name, told.Verdict)));
    }

    [Fact]
    public void Completion_is_not_asked_of_a_surface_that_offers_nothing() =>
        Assert.Equal(Verdict.Proved, TriedPolicies.Verdict("c-aspnet-identity-plus-blog", "SameSurfaceCompletion").Verdict);
}
