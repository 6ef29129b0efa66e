using System.Net;
using LoginVerification.Docs.Tests;
using LoginVerification.Http;

namespace LoginVerification.AspNetCore.Tests;

/// <summary>Every refusal that a request can bring about comes over HTTP as the service gives it.</summary>
public sealed class RefusalTests
{
    /// <summary>Commands of staff, of the phone network and of time are no calls; and a channel that is set needs nobody to know whether verification is on.</summary>
    private static readonly RefusalCode[] NotOverHttp =
    [
        RefusalCode.NumberNotHeld, RefusalCode.NotYetLapsed, RefusalCode.AlreadyKnown, RefusalCode.NotLocked, RefusalCode.ImportNotPossible, RefusalCode.AlreadyEnabled,
        RefusalCode.NotEnabled, // by changing the channel; by turning verification off it comes: a test of its own
    ];

    public static TheoryData<RefusalCode> Codes => [.. Enum.GetValues<RefusalCode>().Except(NotOverHttp)];

    public static TheoryData<RefusalCode> AllCodes => [.. Enum.GetValues<RefusalCode>()];

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task A_refusal_comes_over_HTTP_with_its_ways_out(RefusalCode code)
    {
        var provocation = Assert.Single(RefusalProvocations.All, provocation => provocation.Code == code);
        var (_, refusal) = await RefusalProvocations.SeeAsync(provocation);
        Assert.Equal(code, refusal.Code);
        Assert.Equal(provocation.Kinds, refusal.WaysOut.Select(RefusalProvocations.KindOf));
        // What the description shows is what came.
        var example = Examples.Refusal(code);
        Assert.Equal(refusal.Source.Type, example.Source.Type);
        Assert.Equal(refusal.RetryAt is null, example.RetryAt is null);
        Assert.Subset(provocation.Kinds.ToHashSet(), example.WaysOut.Select(RefusalProvocations.KindOf).ToHashSet());
        Assert.Equal(provocation.Kinds.Length == 0, example.WaysOut.Count == 0);
    }

    [Theory]
    [MemberData(nameof(AllCodes))]
    public void Every_code_has_a_status_a_type_and_a_title_of_its_own(RefusalCode code)
    {
        var problem = Problem.Of(Examples.Refusal(code), Examples.Now);
        Assert.Equal($"tag:login-verification,2026:refusal:{code}", problem.Type);
        Assert.Contains(problem.Status, new[] { 403, 409, 422, 429, 503 });
        Assert.Matches("^[A-Z][a-z]+( [a-z]+)*$", problem.Title);
        Assert.Single(Enum.GetValues<RefusalCode>(), other => Problem.Of(Examples.Refusal(other), Examples.Now).Title == problem.Title);
    }

    [Fact]
    public async Task What_is_off_cannot_be_turned_off()
    {
        using var host = new HttpHost();
        using var owner = Browser.SignedIn(host);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await owner.DeleteAsync("/channel")).Status);
        (await owner.DeleteAsync("/channel")).No(422, "NotEnabled");
    }
}
