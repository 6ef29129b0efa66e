using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;

namespace LoginVerification.Tests;

public sealed class SignInTests
{
    private const string SignIn = PagesHost.Web + "/sign-in";

    [Fact]
    public async Task The_code_by_SMS_lets_in_and_leads_to_where_the_sign_in_began()
    {
        await using var host = await PagesHost.StartAsync();
        await host.EnableSmsAsync();
        using var browser = await host.GivePasswordAsync();

        var page = await browser.GetAsync(SignIn + "?returnUrl=%2Fbasket%3Fitem%3D1");
        Assert.Equal("Check your phone", page.Heading);
        Assert.DoesNotContain("502345", page.Text, StringComparison.Ordinal);
        var wrong = await browser.PostAsync(page, "AnswerSignIn", ("code", "000000"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Equal("This code is not right. Check the newest message. You have 4 tries left.", wrong.Document.GetElementById("code-error")!.TextContent);
        var right = await browser.PostAsync(wrong, "AnswerSignIn", ("code", host.Phone.LastCode));

        Assert.Equal(HttpStatusCode.SeeOther, right.Status);
        Assert.Equal("/basket?item=1", right.Location);
        Assert.Equal("alice", (await browser.GetAsync("/test/who")).Text);
    }

    [Fact]
    public async Task A_return_path_with_letters_of_any_language_is_led_to_and_spends_no_code_for_nothing()
    {
        await using var host = await PagesHost.StartAsync();
        await host.EnableSmsAsync();
        using var browser = await host.GivePasswordAsync();

        var page = await browser.GetAsync($"{SignIn}?returnUrl={Uri.EscapeDataString("/שלום?a=é")}");
        var right = await browser.PostAsync(page, "AnswerSignIn", ("code", host.Phone.LastCode));

        Assert.Equal((HttpStatusCode.SeeOther, "/%D7%A9%D7%9C%D7%95%D7%9D?a=%C3%A9"), (right.Status, right.Location));
        Assert.Equal("alice", (await browser.GetAsync("/test/who")).Text);
    }

    [Fact]
    public async Task A_page_that_is_loaded_again_sends_no_second_code()
    {
        await using var host = await PagesHost.StartAsync();
        await host.EnableSmsAsync();
        using var browser = await host.GivePasswordAsync();

        var before = host.Phone.Messages.Count;
        await browser.GetAsync(SignIn);
        await browser.GetAsync(SignIn);

        Assert.Equal(before + 1, host.Phone.Messages.Count);
    }

    [Fact]
    public async Task A_resend_that_comes_too_soon_is_told_the_clock_time_and_a_later_one_sends()
    {
        await using var host = await PagesHost.StartAsync();
        await host.EnableSmsAsync();
        using var browser = await host.GivePasswordAsync();
        var page = await browser.GetAsync(SignIn);

        var part = await browser.GetAsync(page.Document.QuerySelector("[data-part=not-received]")!.GetAttribute("href")!);
        var early = await browser.PostAsync(part, "ResendSignIn");
        Assert.Equal(HttpStatusCode.TooManyRequests, early.Status);
        Assert.Contains("12:01 UTC", early.Document.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        host.Time.Advance(TimeSpan.FromSeconds(31));
        var before = host.Phone.Messages.Count;
        var later = await browser.SubmitAsync(early, "ResendSignIn");

        Assert.Equal(before + 1, host.Phone.Messages.Count);
        Assert.Equal("We have asked you once more. Use the newest message.", later.Document.QuerySelector("[role=status]")!.TextContent);
    }

    [Fact]
    public async Task A_backup_code_lets_in_who_no_longer_has_the_phone()
    {
        await using var host = await PagesHost.StartAsync();
        await host.EnableSmsAsync();
        var code = (await host.User().IssueBackupCodesAsync()).BackupCodes[0].Text;
        using var browser = await host.GivePasswordAsync();

        var page = await browser.GetAsync(SignIn + "?returnUrl=/basket");
        var way = page.Document.QuerySelector("[data-way=useBackupCode] a")!.GetAttribute("href")!;
        var form = await browser.GetAsync(way);
        var wrong = await browser.PostAsync(form, "UseBackupCode", ("code", "AAAA"));
        Assert.Equal("A backup code has 16 letters and digits.", wrong.Document.GetElementById("code-error")!.TextContent);
        var right = await browser.PostAsync(wrong, "UseBackupCode", ("code", code.ToLowerInvariant()));

        Assert.Equal("/basket", right.Location);
        Assert.Equal("alice", (await browser.GetAsync("/test/who")).Text);
    }

    [Fact]
    public async Task The_page_of_the_app_shows_the_number_and_lets_in_whoever_carried_it_there()
    {
        await using var host = await PagesHost.StartAsync();
        using var app = await host.EnableAppAsync();
        using var browser = await host.GivePasswordAsync();

        var page = await browser.GetAsync(SignIn);
        var number = page.Document.QuerySelector(".lv-match")!.TextContent;
        Assert.Equal(2, number.Length);
        Assert.Equal(number, (await browser.GetAsync(SignIn)).Document.QuerySelector(".lv-match")!.TextContent);
        var fields = page.FieldsOf("AnswerSignIn").ToList();
        Assert.Equal(HttpStatusCode.NoContent, (await browser.PostAsync(SignIn, fields, "application/json")).Status);
        var waiting = await browser.PostAsync(page, "AnswerSignIn");
        Assert.Equal("We wait for your answer in the app.", waiting.Document.QuerySelector("[role=status]")!.TextContent);
        await AnswerAsync(host, app, prompt => app.Approval(prompt, number));
        var polled = await browser.PostAsync(SignIn, fields, "application/json");

        Assert.Equal("/", JsonDocument.Parse(polled.Text).RootElement.GetProperty("next").GetString());
        Assert.Equal("alice", (await browser.GetAsync("/test/who")).Text);
    }

    [Fact]
    public async Task A_no_in_the_app_is_told_with_its_ways_out_and_begins_nothing_new()
    {
        await using var host = await PagesHost.StartAsync();
        using var app = await host.EnableAppAsync();
        using var browser = await host.GivePasswordAsync();
        var page = await browser.GetAsync(SignIn);

        await AnswerAsync(host, app, app.Denial);
        var told = await browser.PostAsync(page, "AnswerSignIn");

        Assert.Contains("This sign-in was denied in the app.", told.Document.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["Try again at 12:01 UTC"], told.Document.QuerySelectorAll("[data-way]").Select(way => way.TextContent.Trim()));
        Assert.Null(told.Document.QuerySelector(".lv-match"));
        var early = await browser.PostAsync(told, "BeginSignIn");
        Assert.Equal(HttpStatusCode.TooManyRequests, early.Status);
        host.Time.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal("Check your app", (await browser.SubmitAsync(early, "BeginSignIn")).Heading);
    }

    [Fact]
    public async Task A_no_in_the_app_stays_told_however_often_the_page_is_loaded_until_another_try_is_asked_for()
    {
        await using var host = await PagesHost.StartAsync();
        using var app = await host.EnableAppAsync();
        using var browser = await host.GivePasswordAsync();
        var part = await browser.GetAsync(SignIn + "/not-received?returnUrl=/basket");
        await AnswerAsync(host, app, app.Denial);
        host.Time.Advance(TimeSpan.FromSeconds(61));

        var told = new List<Page>();
        foreach (var address in new[] { "", "", "/not-received", "/again" })
            told.Add(await browser.FollowAsync($"{SignIn}{address}?returnUrl=/basket"));
        told.Add(await browser.PostAsync(part, "ResendSignIn"));
        told.Add(await browser.PostAsync(SignIn + "/again", [KeyValuePair.Create("nonce", "of another site")]));
        told.Add(await browser.GetAsync(SignIn));

        foreach (var page in told.Where(page => page.Status is not HttpStatusCode.BadRequest))
            Assert.Contains("This sign-in was denied in the app.", page.Document.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.All(told, page => Assert.Null(page.Document.QuerySelector(".lv-match")));
        // The way on leads to the form, and not to a page that would only tell it again.
        Assert.Equal($"{SignIn}?returnUrl=%2Fbasket#BeginSignIn", told[0].Document.QuerySelector("[data-way=beginSignIn] a")!.GetAttribute("href"));
        Assert.Equal(1, await PushesAsync(host));

        var again = await browser.SubmitAsync(told[0], "BeginSignIn");
        Assert.Equal("Check your app", again.Heading);
        Assert.EndsWith($"{SignIn}?returnUrl=%2Fbasket", again.Address, StringComparison.Ordinal);
        Assert.Equal(2, await PushesAsync(host));
        Assert.Equal(again.Document.QuerySelector(".lv-match")!.TextContent, (await browser.GetAsync(SignIn)).Document.QuerySelector(".lv-match")!.TextContent);
        // The form of the page from before, sent once more, begins nothing while the owner is asked.
        Assert.Equal("Check your app", (await browser.SubmitAsync(told[0], "BeginSignIn")).Heading);
        Assert.Equal(2, await PushesAsync(host));
    }

    [Fact]
    public async Task A_push_whose_time_is_over_or_whose_place_another_browser_took_is_told_and_not_sent_again_by_a_reload()
    {
        await using var host = await PagesHost.StartAsync();
        using var app = await host.EnableAppAsync();
        using var browser = await host.GivePasswordAsync();
        await browser.GetAsync(SignIn);
        host.Time.Advance(TimeSpan.FromMinutes(3));

        var late = await browser.GetAsync(SignIn);
        Assert.Equal("We cannot verify you now", late.Heading);
        Assert.Equal(1, await PushesAsync(host));
        using var other = await host.GivePasswordAsync();
        Assert.Equal("Check your app", (await other.GetAsync(SignIn)).Heading);

        Assert.Equal("We cannot verify you now", (await browser.GetAsync(SignIn)).Heading);
        Assert.Equal(2, await PushesAsync(host));
        Assert.Equal("Check your app", (await other.GetAsync(SignIn)).Heading);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/backup-code")]
    public async Task A_form_that_is_sent_again_after_it_let_in_leads_to_where_it_led(string path)
    {
        await using var host = await PagesHost.StartAsync();
        await host.EnableSmsAsync();
        var backup = (await host.User().IssueBackupCodesAsync()).BackupCodes[0].Text;
        using var browser = await host.GivePasswordAsync();
        await browser.GetAsync(SignIn);
        var (form, code) = path == "" ? ("AnswerSignIn", host.Phone.LastCode) : ("UseBackupCode", backup);
        var page = await browser.GetAsync(SignIn + path + "?returnUrl=/basket");

        Assert.Equal("/basket", (await browser.PostAsync(page, form, ("code", code))).Location);
        var resent = await browser.PostAsync(page, form, ("code", code));

        Assert.Equal("/basket", resent.Location);
        Assert.Equal("alice", (await browser.GetAsync("/test/who")).Text);
    }

    [Fact]
    public async Task Who_comes_back_after_the_sign_in_is_led_on()
    {
        await using var host = await PagesHost.StartAsync();
        await host.EnableSmsAsync();
        using var browser = await host.SignInAsync();

        foreach (var address in new[] { SignIn, SignIn + "/not-received", SignIn + "/backup-code" })
            Assert.Equal("/basket", (await browser.GetAsync(address + "?returnUrl=/basket")).Location);
    }

    [Theory]
    [InlineData(true, 3)]
    [InlineData(false, 0)]
    public async Task A_session_from_before_or_of_the_password_alone_passes_for_no_sign_in(bool both, int minutes)
    {
        await using var host = await PagesHost.StartAsync();
        await host.EnableSmsAsync();
        using var waiting = await host.GivePasswordAsync();
        var form = await waiting.GetAsync(SignIn + "?returnUrl=/basket");
        using var browser = await host.SignInAsync(both: both);
        host.Time.Advance(TimeSpan.FromMinutes(minutes));

        var posted = await browser.PostAsync(form, "AnswerSignIn", ("code", "000000"));
        var loaded = await browser.GetAsync(SignIn + "?returnUrl=/basket");

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Enter your password first"), (posted.Status, posted.Heading));
        Assert.Equal((HttpStatusCode.OK, "Enter your password first"), (loaded.Status, loaded.Heading));
    }

    [Fact]
    public async Task The_tries_that_are_left_are_told_until_the_last_one_ends_the_code()
    {
        await using var host = await PagesHost.StartAsync();
        await host.EnableSmsAsync();
        using var browser = await host.GivePasswordAsync();
        var page = await browser.GetAsync(SignIn);

        var told = new List<string>();
        for (var wrong = 0; wrong < 4; wrong++)
            told.Add((page = await browser.PostAsync(page, "AnswerSignIn", ("code", "000000"))).Document.GetElementById("code-error")!.TextContent.Split(". ")[^1]);
        var last = await browser.PostAsync(page, "AnswerSignIn", ("code", "000000"));

        Assert.Equal(["You have 4 tries left.", "You have 3 tries left.", "You have 2 tries left.", "You have one try left."], told);
        Assert.Equal(HttpStatusCode.TooManyRequests, last.Status);
        Assert.DoesNotContain("left", last.Document.QuerySelector("[role=alert] p")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_code_whose_form_is_sent_twice_costs_one_try_and_another_code_or_another_form_one_more()
    {
        await using var host = await PagesHost.StartAsync();
        await host.EnableSmsAsync();
        using var browser = await host.GivePasswordAsync();
        var page = await browser.GetAsync(SignIn);

        Task<Page> SendAsync(Page form, string code) => browser.PostAsync(form, "AnswerSignIn", ("code", code));
        static string Left(Page page) => page.Document.GetElementById("code-error")!.TextContent.Split(". ")[^1];
        var twice = await Task.WhenAll(SendAsync(page, "000000"), SendAsync(page, "000000"));
        Assert.All(twice, answer => Assert.Equal("You have 4 tries left.", Left(answer)));
        Assert.Equal("You have 4 tries left.", Left(await SendAsync(page, "000000")));
        var other = await SendAsync(page, "000001");
        Assert.Equal("You have 3 tries left.", Left(other));
        Assert.Equal("You have 2 tries left.", Left(await SendAsync(other, "000001")));
        Assert.Equal("You have 2 tries left.", Left(await SendAsync(page, "000000")));

        // What is kept of it is keyed, and tells neither the code nor the form.
        var stored = (await host.Services.GetRequiredService<IEnrolmentStore>().LoadAsync(PagesHost.Alice, default))!;
        Assert.Equal(3, stored.SignIn!.Challenge.WrongTries);
        Assert.DoesNotContain(stored.Requests, request => $"{request.Mark} {request.Fingerprint}".Contains("000000", StringComparison.Ordinal));
        // The right code in a form that was wrong before lets in, and once.
        Assert.Equal(HttpStatusCode.SeeOther, (await SendAsync(page, host.Phone.LastCode)).Status);
    }

    [Fact]
    public async Task Where_nobody_waits_the_page_leads_to_the_hosts_login()
    {
        await using var host = await PagesHost.StartAsync();
        using var browser = host.Open();

        foreach (var address in new[] { SignIn, SignIn + "/not-received", SignIn + "/backup-code" })
        {
            var page = await browser.GetAsync(address + "?returnUrl=/basket");
            Assert.Equal("Enter your password first", page.Heading);
            Assert.Equal("/login?returnUrl=/basket", page.Document.QuerySelector("main a")!.GetAttribute("href"));
        }
    }

    [Fact]
    public async Task Who_has_no_verification_is_let_in_at_once()
    {
        await using var host = await PagesHost.StartAsync();
        using var browser = await host.GivePasswordAsync();

        Assert.Equal("/basket", (await browser.GetAsync(SignIn + "?returnUrl=/basket")).Location);
        Assert.Equal("alice", (await browser.GetAsync("/test/who")).Text);
    }

    [Fact]
    public async Task Who_cannot_be_asked_is_told_why_and_what_is_left_and_is_not_let_in()
    {
        await using var host = await PagesHost.StartAsync();
        await host.EnableSmsAsync();
        await host.User().IssueBackupCodesAsync();
        await host.Enrolments.ForCarrier().OptOutOfDeliveryAsync(PagesHost.Number);
        using var browser = await host.GivePasswordAsync();

        var page = await browser.GetAsync(SignIn);

        Assert.Equal("We cannot verify you now", page.Heading);
        Assert.NotEmpty(page.Document.QuerySelectorAll("[data-way=useBackupCode] a"));
        Assert.Equal("nobody", (await browser.GetAsync("/test/who")).Text);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("/%09/evil.example/")]
    [InlineData("\\\\evil.example")]
    [InlineData("javascript:alert(1)")]
    public async Task A_return_path_that_leads_elsewhere_is_none(string elsewhere)
    {
        await using var host = await PagesHost.StartAsync();
        using var browser = await host.GivePasswordAsync();

        var address = elsewhere.Contains('%', StringComparison.Ordinal) ? elsewhere : Uri.EscapeDataString(elsewhere);
        Assert.Equal("/", (await browser.GetAsync($"{SignIn}?returnUrl={address}")).Location);
    }

    [Fact]
    public async Task A_form_of_another_site_answers_nothing_and_counts_nothing()
    {
        await using var host = await PagesHost.StartAsync();
        await host.EnableSmsAsync();
        using var browser = await host.GivePasswordAsync();
        await browser.GetAsync(SignIn);

        var forged = await browser.PostAsync(SignIn, [KeyValuePair.Create("code", host.Phone.LastCode)]);

        Assert.Equal(HttpStatusCode.BadRequest, forged.Status);
        Assert.Equal("nobody", (await browser.GetAsync("/test/who")).Text);
    }

    /// <summary>How often an app was asked.</summary>
    private static async Task<int> PushesAsync(PagesHost host) =>
        (await host.Services.GetRequiredService<IEnrolmentStore>().LoadAsync(PagesHost.Alice, default))!.Sends.Count(sent => sent.Purpose is CodePurpose.SignIn);

    private static async Task AnswerAsync(PagesHost host, App app, Func<ChallengeId, AnswerPrompt> answer)
    {
        var devices = host.Services.GetRequiredService<IDeviceService>();
        var prompt = (await app.LookAsync(devices, host.Time.GetInstant())).Prompt!;
        Assert.Null((await devices.AnswerAsync(PagesHost.Alice, answer(prompt.Challenge))).Refusal);
    }
}
