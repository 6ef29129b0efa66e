using System.Security.Claims;
using System.Security.Cryptography;
using Example;
using LoginVerification.Docs.Tests;
using LoginVerification.Sms.Tests.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace LoginVerification.Tests;

/// <summary>Holds <c>docs/pages.md</c> to files that are compiled, and runs each of them.</summary>
public sealed class PagesPageTests
{
    private const string Page = "docs/pages.md";
    private const string Folder = "tests/LoginVerification.Pages.Tests/Shop";

    [Fact]
    public void The_code_is_the_code_that_is_compiled()
    {
        GeneratedPart.Check(Page, "register", Snippets.Fenced($"{Folder}/Setup.cs", "register"));
        foreach (var region in new[] { "addresses", "texts", "components" })
            GeneratedPart.Check(Page, region, Snippets.Fenced($"{Folder}/Choices.cs", region));
        foreach (var file in new[] { "ShopToken", "ShopLayout" })
            GeneratedPart.Check(Page, file, $"```razor\n{Repository.Read($"{Folder}/{file}.razor").Trim()}\n```");
        Assert.Equal(4, Snippets.Blocks(Repository.Read(Page), "csharp").Count);
    }

    [Fact]
    public void The_table_of_the_options_is_what_the_code_says() => GeneratedPart.Check(Page, "options", SettingsTable.Of<LoginVerificationPagesOptions>());

    [Fact]
    public void The_table_of_the_components_is_what_the_code_says()
    {
        var components = typeof(PageScope).Assembly.GetExportedTypes().Where(type => type.IsAssignableTo(typeof(IComponent))).ToList();
        GeneratedPart.Check(Page, "components table", TableOf(components.Where(type => !type.IsDefined(typeof(BuildingBlockAttribute), inherit: false))));
        GeneratedPart.Check(Page, "building blocks table", TableOf(components.Where(type => type.IsDefined(typeof(BuildingBlockAttribute), inherit: false))));
    }

    [Fact]
    public async Task Two_lines_are_enough()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddAuthentication("test").AddCookie("test");
        Setup.AddPages(builder.Services.AddLoginVerification(o =>
        {
            o.SmsHost = "example.com";
            o.CodeKeys["test"] = RandomNumberGenerator.GetBytes(32);
        }).UsePhoneNumbers().UseInMemoryStore().UseSms(new RecordingPhone()).UseNotifier(new RecordingOwner()).UseAspNetCore(o => o.LetIn = (_, _, _) => Task.CompletedTask));
        await using var app = builder.Build();
        app.Use((context, next) =>
        {
            context.User = new ClaimsPrincipal(new ClaimsIdentity([new Claim("sub", "alice")], "test"));
            return next(context);
        });
        app.UseAuthorization();
        Setup.MapPages(app);
        await app.StartAsync();
        using var browser = new Browser(new Uri(app.Urls.First()));

        Assert.Equal("web/security", (await browser.GetAsync("/account/login-verification")).Document.QuerySelector("main")!.GetAttribute("data-screen"));
        Assert.Contains(".lv-column", (await browser.GetAsync("/account/login-verification/assets/pages.css")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_did_not_say_how_a_session_begins_is_told_at_the_start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        Setup.AddPages(builder.Services.AddLoginVerification(_ => { }));
        await using var app = builder.Build();
        Assert.Contains("LoginVerificationHttpOptions.LetIn", Assert.Throws<InvalidOperationException>(() => Setup.MapPages(app)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_layout_a_component_and_single_texts_are_the_hosts()
    {
        await using var host = await PagesHost.StartAsync(pages: o =>
        {
            Choices.Lead(o);
            Choices.Say(o);
            Choices.Draw(o);
        });
        await host.VerifyAsync();
        using var browser = await host.SignInAsync();

        var devices = await browser.GetAsync(PagesHost.Web + "/devices");
        Assert.Equal("Devices – Example Shop", devices.Document.Title);
        Assert.Equal("/shop.css", devices.Document.QuerySelectorAll("link")[^1].GetAttribute("href"));
        Assert.Single(devices.Document.QuerySelectorAll("main"));
        var token = (await browser.PostAsync(devices, "AddDevice")).Document.QuerySelector(".shop-qr")!;
        Assert.NotEmpty(token.GetAttribute("data-token")!);
        Assert.Equal("Scan this with the app before 14:05.", token.TextContent);
    }

    [Fact]
    public async Task A_text_of_the_hosts_is_told_in_its_language()
    {
        await using var host = await PagesHost.StartAsync(pages: Choices.Say, language: "he-IL");
        using var browser = await host.SignInAsync();
        var page = await browser.SubmitAsync(await browser.GetAsync(PagesHost.Web), "SubmitPhone", ("number", PagesHost.Number));

        var wrong = await browser.PostAsync(page, "ConfirmCode", ("code", SignInHost.WrongFor(host.Phone.LastCode)));

        Assert.StartsWith("הקוד אינו נכון. נסו שוב.", wrong.Document.GetElementById("code-error")!.TextContent, StringComparison.Ordinal);
    }

    private static string TableOf(IEnumerable<Type> components)
    {
        var table = new Table("Component", "Parameters");
        foreach (var component in components.OrderBy(type => type.Name, StringComparer.Ordinal))
            table.Row($"`{component.Name}`", string.Join(", ", component.GetProperties().Where(property => property.IsDefined(typeof(ParameterAttribute), inherit: false)).Select(property => $"`{property.Name}`").Order(StringComparer.Ordinal)));
        return table.ToString();
    }
}
