using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace LoginVerification.Tests;

/// <summary>Every refusal, with every way out, as a page in every language.</summary>
public sealed class RefusalPageTests
{
    private static readonly Instant At = Instant.FromUtc(2026, 11, 30, 9, 30, 1);

    private static readonly WayOut[] Ways =
    [
        .. from surface in new[] { "web", "android" } from action in Enum.GetValues<EnrolmentAction>()
           select new WayOut.Act(Surface.Parse(surface), new Choice(action, action is EnrolmentAction.EnableVerification or EnrolmentAction.ChangeChannel ? VerificationChannel.Sms : null)) { WithAnotherNumber = surface == "android" },
        new WayOut.Correct(), new WayOut.RestoreDelivery(), new WayOut.RegisterDevice(), new WayOut.RemoveDevice(), new WayOut.Retry(At), new WayOut.Reauthenticate(),
        new WayOut.Reauthenticate { WithSecondFactor = true }, new WayOut.BeginSignIn(), new WayOut.ResendSignIn(), new WayOut.UseBackupCode(), new WayOut.AskOperator(),
    ];

    [Theory]
    [InlineData("en", "ltr")]
    [InlineData("he", "rtl")]
    public async Task Every_refusal_is_told_with_its_ways_out(string language, string direction)
    {
        await using var host = await PagesHost.StartAsync(language: language);
        foreach (var code in Enum.GetValues<RefusalCode>())
        {
            var page = await DrawAsync(host, new Refusal(code, new RefusalSource.Lifecycle()) { RetryAt = At, WaysOut = [.. Ways] });
            var html = page.DocumentElement;
            Assert.Equal((language, direction), (html.GetAttribute("lang"), html.GetAttribute("dir")));
            var alert = page.QuerySelector("[role=alert]")!;
            Assert.StartsWith(new PageTexts(new PageTextReplacements(), language)[$"Refusal.{code}"].Split('{')[0], alert.QuerySelector("p")!.TextContent.Trim(), StringComparison.Ordinal);
            Assert.Equal(Ways.Length, alert.QuerySelectorAll("[data-way]").Length);
            Assert.All(alert.QuerySelectorAll("[data-way]"), way => Assert.NotEmpty(way.TextContent.Trim()));
            Assert.DoesNotContain("{", alert.TextContent, StringComparison.Ordinal);
            // The wait ends within 09:30: who comes at 09:31 is not too early. It is not today.
            Assert.Contains("2026-11-30 09:31", alert.QuerySelector("[data-way=retry]")!.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_way_out_on_another_surface_names_it_and_leads_to_its_screen()
    {
        await using var host = await PagesHost.StartAsync(ShippedPolicies.Twitter2014);
        var page = await DrawAsync(host, new Refusal(RefusalCode.CountryNotServed, new RefusalSource.Lifecycle()) { WaysOut = [new WayOut.Act(Surface.Parse("mobileWeb"), new Choice(EnrolmentAction.SubmitPhone))] });

        var link = page.QuerySelector("[data-way=act] a")!;
        Assert.Equal("Enter another phone number: on the mobile website", link.TextContent);
        Assert.Equal("/mobileWeb/account/login-verification/screens/addPhone#SubmitPhone", link.GetAttribute("href"));
    }

    private static async Task<IDocument> DrawAsync(PagesHost host, Refusal refusal)
    {
        await using var services = host.Services.CreateAsyncScope();
        using var body = new MemoryStream();
        var context = new DefaultHttpContext { RequestServices = services.ServiceProvider, Request = { Path = PagesHost.Web + "/sign-in", RouteValues = { ["surface"] = "web" }, Scheme = "http", Host = new HostString("localhost") }, Response = { Body = body } };
        await new PageScope(context, 1).Draw<BlockedPage>(StatusCodes.Status422UnprocessableEntity, ("Refusal", refusal)).ExecuteAsync(context);
        return new HtmlParser().ParseDocument(Encoding.UTF8.GetString(body.ToArray()));
    }
}
