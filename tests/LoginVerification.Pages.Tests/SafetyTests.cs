using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace LoginVerification.Tests;

public sealed class SafetyTests
{
    private const string Script = "<script>alert(1)</script>";

    [Theory]
    [InlineData("")]
    [InlineData("/screens/security")]
    [InlineData("/devices")]
    [InlineData("/backup-codes")]
    [InlineData("/history")]
    [InlineData("/sign-in")]
    public async Task A_page_is_kept_nowhere_framed_by_nobody_and_runs_nothing_of_others(string path)
    {
        await using var host = await PagesHost.StartAsync();
        using var browser = path == "/sign-in" ? host.Open() : await host.SignInAsync();

        var page = await browser.GetAsync(PagesHost.Web + path);

        Assert.Contains("no-store", page.Headers["Cache-Control"], StringComparison.Ordinal);
        Assert.Equal("DENY", page.Headers["X-Frame-Options"]);
        Assert.Equal("nosniff", page.Headers["X-Content-Type-Options"]);
        Assert.Equal("same-origin", page.Headers["Referrer-Policy"]);
        Assert.Contains("frame-ancestors 'none'", page.Headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", page.Headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll("[style], style, script:not([src]), [onclick], [onload]"));
        Assert.Single(page.Document.QuerySelectorAll("h1"));
        Assert.Single(page.Document.QuerySelectorAll("main"));
        Assert.Equal("#main", page.Document.QuerySelector(".lv-skip")!.GetAttribute("href"));
        Assert.Empty(page.Document.QuerySelectorAll("[id]").GroupBy(element => element.Id).Where(group => group.Count() > 1).Select(group => group.Key));
        foreach (var field in page.Document.QuerySelectorAll("input:not([type=hidden]), select"))
            Assert.True(page.Document.QuerySelector($"label[for='{field.Id}']") is not null || field.Closest("label") is not null, $"{field.Id} has no label.");
        foreach (var described in page.Document.QuerySelectorAll("[aria-describedby], [aria-labelledby]"))
            Assert.All($"{described.GetAttribute("aria-describedby")} {described.GetAttribute("aria-labelledby")}".Split(' ', StringSplitOptions.RemoveEmptyEntries), id => Assert.NotNull(page.Document.GetElementById(id)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/screens/security")]
    [InlineData("/devices")]
    [InlineData("/backup-codes")]
    [InlineData("/history")]
    public async Task The_owners_pages_are_the_owners(string path)
    {
        await using var host = await PagesHost.StartAsync();
        using var browser = host.Open();

        var page = await browser.GetAsync(PagesHost.Web + path);

        Assert.Equal(HttpStatusCode.Redirect, page.Status);
        Assert.Contains("/login", page.Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_convention_of_the_hosts_holds_for_the_pages_that_it_is_added_to()
    {
        var builder = WebApplication.CreateSlimBuilder();
        Example.Setup.AddPages(builder.Services.AddLoginVerification(_ => { }).UseInMemoryStore().UseSms(new RecordingPhone()).UseNotifier(new RecordingOwner()));
        builder.Services.Configure<LoginVerificationHttpOptions>(options => options.LetIn = (_, _, _) => Task.CompletedTask);
        await using var app = builder.Build();
        var pages = app.MapLoginVerificationPages("/my");
        pages.WithMetadata("all");
        pages.SignIn.WithMetadata("sign-in");
        pages.Owner.WithMetadata("owner");

        var marks = ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Select(endpoint => (Path: endpoint.RoutePattern.RawText!, Marks: string.Join(' ', endpoint.Metadata.OfType<string>()))).ToList();
        Assert.NotEmpty(marks);
        Assert.All(marks, mark => Assert.Equal(
            mark.Path.Contains("/assets/", StringComparison.Ordinal) ? "all" : mark.Path.StartsWith("/my/sign-in", StringComparison.Ordinal) ? "all sign-in" : "all owner", mark.Marks));
    }

    [Fact]
    public async Task A_form_of_another_site_does_nothing_wherever_it_is_posted_to()
    {
        await using var host = await PagesHost.StartAsync();
        await host.EnableSmsAsync();
        using var browser = await host.SignInAsync();
        await browser.GetAsync("/test/password?account=alice");
        await browser.GetAsync(PagesHost.Web + "/sign-in");
        var before = host.Phone.Messages.Count;
        var posts = host.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains("POST") is true)
            .Select(endpoint => endpoint.RoutePattern.RawText!.Replace("{surface}", "web", StringComparison.Ordinal).Replace("{screen}", "security", StringComparison.Ordinal))
            .SelectMany(path => path.Contains("{action}", StringComparison.Ordinal) ? host.Policy.Screens.HomeOf(Surface.Parse("web")).Offers.Select(offer => path.Replace("{action}", $"{offer.Action}", StringComparison.Ordinal)) : [path])
            .ToList();
        Assert.InRange(posts.Count, 9, 99);

        foreach (var path in posts)
        {
            Assert.DoesNotContain("{", path, StringComparison.Ordinal);
            var forged = await browser.PostAsync(path, [KeyValuePair.Create("number", "+972502345679"), KeyValuePair.Create("confirm", "yes"), KeyValuePair.Create("code", host.Phone.LastCode)]);
            Assert.Equal((path, HttpStatusCode.BadRequest), (path, forged.Status));
            Assert.Contains("Nothing was done.", forged.Document.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        }

        Assert.Equal(before, host.Phone.Messages.Count);
        var status = await host.User().GetStatusAsync();
        Assert.Equal((EnrolmentState.VerificationEnabled, (int?)null), (status.State, status.BackupCodesLeft));
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded", "name=%00")]
    [InlineData("application/x-www-form-urlencoded", "LONG")]
    [InlineData("application/x-www-form-urlencoded; charset=utf-7", "name=x")]
    [InlineData("multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=name\r\n\r\nx")]
    [InlineData("multipart/form-data", "name=x")]
    public async Task A_form_that_no_browser_sends_is_refused_and_no_fault_of_the_host(string type, string content)
    {
        await using var host = await PagesHost.StartAsync();
        await host.EnableSmsAsync();
        using var browser = await host.SignInAsync();
        await browser.GetAsync("/test/password?account=alice");

        foreach (var path in new[] { "/devices/rename", "/screens/security/SubmitPhone", "/backup-codes", "/sign-in", "/sign-in/backup-code" })
        {
            var body = new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(content == "LONG" ? new string('k', 3000) + "=1" : content));
            body.Headers.TryAddWithoutValidation("Content-Type", type);
            var page = await browser.SendAsync(new HttpRequestMessage(HttpMethod.Post, PagesHost.Web + path) { Content = body });
            Assert.Equal((path, HttpStatusCode.BadRequest), (path, page.Status));
        }
    }

    [Fact]
    public async Task Each_page_has_a_title_of_its_own_which_says_first_that_something_went_wrong()
    {
        await using var host = await PagesHost.StartAsync();
        await host.User().SubmitPhoneAsync(PagesHost.Number);
        using var browser = await host.SignInAsync();

        var titles = new List<string>();
        foreach (var path in new[] { "", "/screens/code", "/screens/code/not-received", "/devices", "/backup-codes", "/history" })
        {
            var page = await browser.GetAsync(PagesHost.Web + path);
            Assert.StartsWith($"{page.Heading} – ", page.Document.Title, StringComparison.Ordinal);
            titles.Add(page.Document.Title!);
        }

        Assert.Equal(titles, titles.Distinct());
        var refused = await browser.PostAsync(await browser.GetAsync(PagesHost.Web + "/screens/code"), "ConfirmCode", ("code", "1"));
        Assert.StartsWith("Error: Check your phone", refused.Document.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_others_wrote_is_text_and_nothing_more()
    {
        var document = ShippedPolicies.Consistent.Document;
        var web = document.Surfaces[0];
        var screen = web.Screens[0] with { Links = [.. web.Screens[0].Links, new ScreenLink { To = "code", Label = Script }] };
        var policy = EnrolmentPolicy.Create(document with { Surfaces = [web with { Screens = [screen, .. web.Screens.Skip(1)] }, .. document.Surfaces.Skip(1)] });
        await using var host = await PagesHost.StartAsync(policy);
        using var app = new App();
        await host.VerifyAsync();
        Assert.Null((await host.Services.GetRequiredService<IDeviceService>().BindDeviceAsync(app.Binding((await host.User().IssueDeviceTokenAsync()).Text!, Script))).Refusal);
        using var browser = await host.SignInAsync();

        foreach (var path in new[] { "", "/devices", "/history" })
        {
            var page = await browser.GetAsync(PagesHost.Web + path);
            Assert.Contains(Script, page.Document.Body!.TextContent, StringComparison.Ordinal);
            Assert.Empty(page.Document.QuerySelectorAll("script:not([src])"));
        }
    }

    [Fact]
    public async Task Style_and_script_have_addresses_of_their_content_and_are_kept_for_good()
    {
        await using var host = await PagesHost.StartAsync();
        using var browser = host.Open();
        var page = await browser.GetAsync(PagesHost.Web + "/sign-in");

        foreach (var address in new[] { page.Document.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!, page.Document.QuerySelector("script")!.GetAttribute("src")! })
        {
            var asset = await browser.GetAsync(address);
            Assert.Equal(HttpStatusCode.OK, asset.Status);
            Assert.Contains("immutable", asset.Headers["Cache-Control"], StringComparison.Ordinal);
            var again = new HttpRequestMessage(HttpMethod.Get, address);
            again.Headers.TryAddWithoutValidation("If-None-Match", asset.Headers["ETag"]);
            Assert.Equal(HttpStatusCode.NotModified, (await browser.SendAsync(again)).Status);
            Assert.Equal("no-cache", (await browser.GetAsync(address.Split('?')[0])).Headers["Cache-Control"]);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(PagesHost.Web + "/assets/other.css")).Status);
    }

    [Fact]
    public async Task No_page_shows_a_whole_number()
    {
        await using var host = await PagesHost.StartAsync();
        await host.EnableSmsAsync();
        await host.User().SubmitPhoneAsync("+972502345679");
        using var browser = await host.SignInAsync();

        foreach (var path in new[] { "", "/screens/code", "/screens/code/not-received", "/history" })
            Assert.DoesNotContain("50234567", (await browser.GetAsync(PagesHost.Web + path)).Text, StringComparison.Ordinal);
    }
}
