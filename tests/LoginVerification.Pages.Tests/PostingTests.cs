using System.Net;
using AngleSharp.Html.Dom;

namespace LoginVerification.Tests;

/// <summary>What becomes of a form: posted, posted twice, loaded again, gone back to.</summary>
public sealed class PostingTests
{
    [Fact]
    public async Task An_accepted_form_leads_on_and_its_confirmation_is_told_once()
    {
        await using var host = await PagesHost.StartAsync();
        using var browser = await host.SignInAsync();

        var answer = await browser.PostAsync(await browser.GetAsync(PagesHost.Web), "SubmitPhone", ("number", PagesHost.Number));
        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        Assert.Equal(PagesHost.Web + "/screens/code", answer.Location);
        var landed = await browser.GetAsync(answer.Location!);
        var reloaded = await browser.GetAsync(answer.Location!);

        Assert.Equal("We have sent a text message with a security code.", landed.Document.QuerySelector("[role=status]")!.TextContent);
        Assert.True(landed.Document.QuerySelector("h1")!.HasAttribute("autofocus"));
        Assert.Equal("", reloaded.Document.QuerySelector("[role=status]")!.TextContent);
        Assert.Single(host.Phone.Messages);
    }

    [Fact]
    public async Task A_form_that_is_posted_twice_sends_one_message()
    {
        await using var host = await PagesHost.StartAsync();
        using var browser = await host.SignInAsync();
        var home = await browser.GetAsync(PagesHost.Web);

        var (first, second) = (await browser.PostAsync(home, "SubmitPhone", ("number", PagesHost.Number)), await browser.PostAsync(home, "SubmitPhone", ("number", PagesHost.Number)));

        Assert.Equal(first.Location, second.Location);
        Assert.Single(host.Phone.Messages);
    }

    [Fact]
    public async Task Who_goes_back_and_changes_the_number_asks_for_something_new()
    {
        await using var host = await PagesHost.StartAsync();
        using var browser = await host.SignInAsync();
        var home = await browser.GetAsync(PagesHost.Web);

        await browser.PostAsync(home, "SubmitPhone", ("number", PagesHost.Number));
        await browser.PostAsync(home, "SubmitPhone", ("number", "+972502345679"));

        Assert.Equal(["+972502345678", "+972502345679"], host.Phone.Messages.Select(message => message.To.E164));
    }

    [Fact]
    public async Task A_wrong_code_that_is_posted_twice_is_counted_once_and_the_next_one_again()
    {
        await using var host = await PagesHost.StartAsync();
        using var browser = await host.SignInAsync();
        var page = await browser.SubmitAsync(await browser.GetAsync(PagesHost.Web), "SubmitPhone", ("number", PagesHost.Number));
        var wrong = SignInHost.WrongFor(host.Phone.LastCode);

        var first = await browser.PostAsync(page, "ConfirmCode", ("code", wrong));
        var again = await browser.PostAsync(page, "ConfirmCode", ("code", wrong));
        var next = await browser.PostAsync(again, "ConfirmCode", ("code", wrong));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, first.Status);
        Assert.Equal("This code is not right. Check the newest message. You have 4 tries left.", first.Document.GetElementById("code-error")!.TextContent);
        Assert.Equal("This code is not right. Check the newest message. You have 4 tries left.", again.Document.GetElementById("code-error")!.TextContent);
        Assert.Equal("This code is not right. Check the newest message. You have 3 tries left.", next.Document.GetElementById("code-error")!.TextContent);
    }

    [Fact]
    public async Task The_wrong_code_that_locks_is_told_with_its_time_and_the_field_stays_closed_until_then()
    {
        await using var host = await PagesHost.StartAsync();
        using var browser = await host.SignInAsync();
        var page = await browser.SubmitAsync(await browser.GetAsync(PagesHost.Web), "SubmitPhone", ("number", PagesHost.Number));
        for (var wrong = 0; wrong < 4; wrong++)
            page = await browser.PostAsync(page, "ConfirmCode", ("code", SignInHost.WrongFor(host.Phone.LastCode)));
        Assert.EndsWith("You have one try left.", page.Document.GetElementById("code-error")!.TextContent, StringComparison.Ordinal);

        var locked = await browser.PostAsync(page, "ConfirmCode", ("code", SignInHost.WrongFor(host.Phone.LastCode)));

        Assert.Equal(HttpStatusCode.TooManyRequests, locked.Status);
        Assert.Contains("Try again at 12:01 UTC", locked.Document.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.True(locked.Document.GetElementById("code")!.HasAttribute("disabled"));
        Assert.Contains("You can try again at 12:01 UTC.", locked.Document.GetElementById("ConfirmCode-why")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_way_out_of_a_code_that_is_over_leads_to_a_page_that_has_it()
    {
        await using var host = await PagesHost.StartAsync();
        using var browser = await host.SignInAsync();
        var page = await browser.SubmitAsync(await browser.GetAsync(PagesHost.Web), "SubmitPhone", ("number", PagesHost.Number));
        host.Time.Advance(TimeSpan.FromMinutes(11));

        var over = await browser.PostAsync(page, "ConfirmCode", ("code", host.Phone.LastCode));

        var ways = over.Document.QuerySelectorAll("[role=alert] [data-way] a").Select(way => way.GetAttribute("href")!).ToList();
        Assert.Contains(PagesHost.Web + "/screens/code/not-received#ResendCode", ways);
        foreach (var way in ways)
        {
            var target = await browser.GetAsync(way);
            Assert.Equal((way, HttpStatusCode.OK), (way, target.Status));
            Assert.NotNull(target.Document.GetElementById(way.Split('#')[1]));
        }
    }

    [Fact]
    public async Task Who_loads_the_address_of_the_notices_again_is_led_home()
    {
        await using var host = await PagesHost.StartAsync();
        using var browser = await host.SignInAsync();

        Assert.Equal(PagesHost.Web, (await browser.GetAsync(PagesHost.Web + "/notices")).Location);
    }

    [Fact]
    public async Task The_right_code_that_is_posted_twice_leads_to_the_same_place()
    {
        await using var host = await PagesHost.StartAsync();
        using var browser = await host.SignInAsync();
        var page = await browser.SubmitAsync(await browser.GetAsync(PagesHost.Web), "SubmitPhone", ("number", PagesHost.Number));

        var first = await browser.PostAsync(page, "ConfirmCode", ("code", host.Phone.LastCode));
        var second = await browser.PostAsync(page, "ConfirmCode", ("code", host.Phone.LastCode));

        Assert.Equal((HttpStatusCode.SeeOther, PagesHost.Web + "/screens/security"), (first.Status, first.Location));
        Assert.Equal(first.Location, second.Location);
    }

    [Fact]
    public async Task A_refusal_is_told_in_a_summary_with_the_focus_and_beside_its_field_and_keeps_what_was_typed()
    {
        await using var host = await PagesHost.StartAsync();
        using var browser = await host.SignInAsync();

        var page = await browser.PostAsync(await browser.GetAsync(PagesHost.Web), "SubmitPhone", ("number", "050 <1"), ("country", "IL"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.StartsWith("Error: ", page.Document.Title, StringComparison.Ordinal);
        var summary = page.Document.QuerySelector("[role=alert]")!;
        Assert.True(summary.QuerySelector("h2")!.HasAttribute("autofocus"));
        Assert.Equal("-1", summary.QuerySelector("h2")!.GetAttribute("tabindex"));
        Assert.Single(page.Document.QuerySelectorAll("[autofocus]"));
        Assert.Equal("#number", summary.QuerySelector("a")!.GetAttribute("href"));
        var field = page.Document.GetElementById("number")!;
        Assert.Equal("050 <1", field.GetAttribute("value"));
        Assert.Equal("true", field.GetAttribute("aria-invalid"));
        Assert.Contains("number-error", field.GetAttribute("aria-describedby"), StringComparison.Ordinal);
        Assert.Equal(summary.QuerySelector("a")!.TextContent, page.Document.GetElementById("number-error")!.TextContent);
        Assert.Equal("IL", ((IHtmlSelectElement)page.Document.GetElementById("country")!).Value);
        Assert.Empty(host.Phone.Messages);
    }

    [Theory]
    [InlineData("", "Enter the code from the text message.")]
    [InlineData("123", "The code has too few digits. It must have 6.")]
    [InlineData("1234567", "The code has too many digits. It must have 6.")]
    [InlineData("12E456", "The code is made of 6 digits and nothing else.")]
    public async Task A_code_that_cannot_be_one_is_told_by_its_cause_and_never_shown_again(string typed, string text)
    {
        await using var host = await PagesHost.StartAsync();
        using var browser = await host.SignInAsync();
        var page = await browser.SubmitAsync(await browser.GetAsync(PagesHost.Web), "SubmitPhone", ("number", PagesHost.Number));

        var told = await browser.PostAsync(page, "ConfirmCode", ("code", typed));

        Assert.Equal(text, told.Document.GetElementById("code-error")!.TextContent);
        Assert.Equal(text, told.Document.QuerySelector("[role=alert] a")!.TextContent);
        Assert.False(told.Document.GetElementById("code")!.HasAttribute("value"));
    }

    [Fact]
    public async Task A_code_is_taken_with_blanks_hyphens_and_native_digits()
    {
        await using var host = await PagesHost.StartAsync();
        using var browser = await host.SignInAsync();
        var page = await browser.SubmitAsync(await browser.GetAsync(PagesHost.Web), "SubmitPhone", ("number", PagesHost.Number));

        var code = host.Phone.LastCode;
        var native = string.Concat(code.Select(digit => (char)('٠' + digit - '0')));
        var confirmed = await browser.SubmitAsync(page, "ConfirmCode", ("code", $" {native[..3]}-{native[3..]} "));

        Assert.NotNull(confirmed.Document.QuerySelector("[data-state=PhoneVerified]"));
    }

    [Fact]
    public async Task A_resend_that_comes_too_soon_is_told_the_time_and_the_button_stays()
    {
        await using var host = await PagesHost.StartAsync();
        using var browser = await host.SignInAsync();
        var page = await browser.SubmitAsync(await browser.GetAsync(PagesHost.Web), "SubmitPhone", ("number", PagesHost.Number));
        var part = await browser.GetAsync(page.Document.QuerySelector("[data-part=not-received]")!.GetAttribute("href")!);
        Assert.Equal("web/code", part.Document.QuerySelector("main")!.GetAttribute("data-screen"));
        Assert.Contains("+97********78", part.Document.QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        var early = await browser.PostAsync(part, "ResendCode");
        Assert.Equal(HttpStatusCode.TooManyRequests, early.Status);
        Assert.Contains("You can ask again at 12:01 UTC.", early.Document.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.False(early.Form("ResendCode").QuerySelector("button")!.HasAttribute("disabled"));
        host.Time.Advance(TimeSpan.FromMinutes(1));
        var sent = await browser.SubmitAsync(early, "ResendCode");

        Assert.Equal("We have sent another text message. Use the newest one.", sent.Document.QuerySelector("[role=status]")!.TextContent);
        Assert.Equal(2, host.Phone.Messages.Count);
    }

    [Theory]
    [InlineData("DisableVerification")]
    [InlineData("ChangeChannel")]
    public async Task What_takes_protection_away_or_changes_it_is_not_done_without_a_tick(string action)
    {
        await using var host = await PagesHost.StartAsync();
        await host.EnableSmsAsync();
        using var browser = await host.SignInAsync();

        var page = await browser.GetAsync(PagesHost.Web);
        var fields = page.FieldsOf(action, ("channel", "AppPush"));
        var told = await browser.PostAsync(page.Form(action).GetAttribute("action")!, fields);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, told.Status);
        Assert.Contains($"#{action}-confirm", told.Document.QuerySelector("[role=alert] a")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.NotNull(told.Document.QuerySelector("[data-state=VerificationEnabled]"));
    }

    [Fact]
    public async Task With_a_tick_verification_is_turned_off_and_the_owner_is_told_elsewhere()
    {
        await using var host = await PagesHost.StartAsync();
        await host.EnableSmsAsync();
        using var browser = await host.SignInAsync();

        var off = await browser.SubmitAsync(await browser.GetAsync(PagesHost.Web), "DisableVerification", ("confirm", "yes"));

        Assert.NotNull(off.Document.QuerySelector("[data-state=PhoneVerified]"));
        Assert.Contains("contact our staff", off.Document.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_that_is_too_old_is_led_to_the_hosts_page_and_back()
    {
        await using var host = await PagesHost.StartAsync();
        await host.EnableSmsAsync();
        using var browser = await host.SignInAsync(both: false);

        var page = await browser.GetAsync(PagesHost.Web);
        var before = page.Document.QuerySelectorAll("[data-reauthenticate=second-factor] a").Select(link => link.GetAttribute("href")).Distinct();
        Assert.Equal($"/again?both=True&returnUrl={Uri.EscapeDataString(PagesHost.Web + "/screens/security")}", Assert.Single(before));
        var refused = await browser.PostAsync(page, "DisableVerification", ("confirm", "yes"));

        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
        Assert.NotEmpty(refused.Document.QuerySelectorAll("[role=alert] [data-way=reauthenticate] a"));
        Assert.Equal(EnrolmentState.VerificationEnabled, (await host.User().GetStatusAsync()).State);
    }

    [Fact]
    public async Task Who_loads_the_address_of_a_refused_form_again_gets_its_screen()
    {
        await using var host = await PagesHost.StartAsync();
        using var browser = await host.SignInAsync();

        Assert.Equal(PagesHost.Web + "/screens/code", (await browser.GetAsync(PagesHost.Web + "/screens/code/ConfirmCode")).Location);
        Assert.Equal(PagesHost.Web + "/devices", (await browser.GetAsync(PagesHost.Web + "/devices/rename")).Location);
    }

    [Theory]
    [InlineData("/screens/code/SubmitPhone")]
    [InlineData("/screens/security/confirmcode")]
    [InlineData("/screens/security/Unlock")]
    [InlineData("/screens/security/0")]
    public async Task A_screen_takes_no_action_that_it_does_not_offer(string path)
    {
        await using var host = await PagesHost.StartAsync();
        using var browser = await host.SignInAsync();
        var home = await browser.GetAsync(PagesHost.Web);

        Assert.Equal(HttpStatusCode.NotFound, (await browser.PostAsync(PagesHost.Web + path, home.FieldsOf("SubmitPhone"))).Status);
    }

    [Fact]
    public async Task The_countries_that_are_served_are_told_and_listed_before_a_number_is_typed()
    {
        await using var host = await PagesHost.StartAsync(ShippedPolicies.Twitter2014);
        using var browser = await host.SignInAsync();

        var web = await browser.GetAsync(PagesHost.Web + "/screens/addPhone");
        var mobile = await browser.GetAsync("/mobileWeb/account/login-verification/screens/addPhone");

        Assert.EndsWith("Not here: Israel.", web.Document.GetElementById("country-hint")!.TextContent, StringComparison.Ordinal);
        Assert.Null(web.Document.QuerySelector("option[value=IL]"));
        Assert.NotNull(web.Document.GetElementById("carrier"));
        Assert.Equal("Israel", mobile.Document.QuerySelector("option[value=IL]")!.TextContent);
        Assert.Null(mobile.Document.GetElementById("carrier"));
    }

    /// <summary>What is told of other surfaces is what they serve to this account, not what they serve to others.</summary>
    [Theory]
    [InlineData("yes", true, "on this list.")]
    [InlineData("no", false, "on this list.")]
    [InlineData(null, false, "on this list.")]
    [InlineData("yes", true, "on this list.", "web")]
    [InlineData("no", false, "on this list. Not here: France.", "web")]
    [InlineData(null, false, "on this list. Not here: France.", "web")]
    public async Task The_countries_on_a_page_are_those_that_the_account_can_use(string? paid, bool france, string told, string? surface = null)
    {
        var policy = EnrolmentPolicy.Create(ShippedPolicies.Consistent.Document with
        {
            AccountAttributes = [new AccountAttribute { Name = "paid", Values = ["yes", "no"] }],
            Rules = [new GatingRule { Name = "not-for-free", Actions = [EnrolmentAction.SubmitPhone], When = RuleCondition.ForAccounts("paid", "no"), Countries = Selection.Except(CountryCode.Parse("FR")), Surfaces = surface is null ? Selection.Any<Surface>() : Selection.Only(Surface.Parse(surface)) }],
        });
        await using var host = await PagesHost.StartAsync(policy, configure: verification => verification.UseAccountAttributes(new Stated(paid)));
        using var browser = await host.SignInAsync();

        var page = await browser.GetAsync(PagesHost.Web);

        Assert.NotNull(page.Document.QuerySelector("option[value=IL]"));
        Assert.Equal(france, page.Document.QuerySelector("option[value=FR]") is not null);
        Assert.EndsWith(told, page.Document.GetElementById("country-hint")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("web", true)]
    [InlineData("mobileWeb", false)]
    public async Task A_carrier_is_asked_for_where_a_rule_has_it_in_its_condition(string surface, bool asked)
    {
        var oneCarrier = new RuleCondition { Carriers = new Dictionary<string, Selection<Carrier>> { ["GB"] = Selection.Only(Carrier.Parse("Example Mobile")) } };
        var policy = EnrolmentPolicy.Create(ShippedPolicies.Consistent.Document with
        {
            Rules = [new GatingRule { Name = "not-that-carrier", Actions = [EnrolmentAction.SubmitPhone], When = oneCarrier, Countries = Selection.Except(CountryCode.Parse("GB")), Surfaces = Selection.Only(Surface.Parse("web")) }],
        });
        await using var host = await PagesHost.StartAsync(policy);
        using var browser = await host.SignInAsync();

        var page = await browser.GetAsync($"/{surface}/account/login-verification");

        Assert.NotNull(page.Document.GetElementById("country-hint"));
        Assert.Equal(asked, page.Document.GetElementById("carrier") is not null);
    }

    /// <summary>What a host says of every account.</summary>
    private sealed class Stated(string? paid) : IAccountAttributes
    {
        public ValueTask<IReadOnlyDictionary<string, string>> ReadAsync(AccountId account, CancellationToken cancellationToken) =>
            new(paid is null ? [] : new Dictionary<string, string> { ["paid"] = paid });
    }
}
