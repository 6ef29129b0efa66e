using System.Net;

namespace LoginVerification.Tests;

/// <summary>What a page offers is what the model says: every screen of every shipped policy, in every case that an enrolment can be in.</summary>
public sealed class ScreenModelTests
{
    public static TheoryData<string, string> Situations
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var (policy, situation) in from policy in ShippedPolicies.Names from situation in Steps.Keys where IsReachable(policy, situation) select (policy, situation))
                data.Add(policy, situation);
            return data;
        }
    }

    /// <summary>How to get into each situation; numbers are American, which every policy serves everywhere.</summary>
    private static readonly Dictionary<string, Func<PagesHost, Task>> Steps = new()
    {
        ["nothing"] = _ => Task.CompletedTask,
        ["pending, sent"] = async host => await SubmitAsync(host, "+12025550123"),
        ["pending, waiting"] = async host =>
        {
            host.Phone.Fault = () => new InvalidOperationException("The gateway is away.");
            await SubmitAsync(host, "+12025550123");
        },
        ["pending, failed"] = async host =>
        {
            host.Phone.Answer = _ => new SmsReceipt.Rejected(RejectionReason.Refused);
            await SubmitAsync(host, "+12025550123");
        },
        ["verified"] = host => host.VerifyAsync(number: "+12025550123"),
        ["verified, replacement pending"] = async host =>
        {
            await host.VerifyAsync(number: "+12025550123");
            await SubmitAsync(host, "+12025550124");
        },
        ["enabled"] = host => host.EnableSmsAsync(number: "+12025550123"),
        ["enabled, replacement pending"] = async host =>
        {
            await host.EnableSmsAsync(number: "+12025550123");
            await SubmitAsync(host, "+12025550124");
        },
    };

    [Theory]
    [MemberData(nameof(Situations))]
    public async Task Every_screen_shows_the_offers_and_the_links_of_the_model_and_no_others(string policyName, string situation)
    {
        await using var host = await PagesHost.StartAsync(ShippedPolicies.Load(policyName));
        await Steps[situation](host);
        using var browser = await host.SignInAsync();

        foreach (var screen in host.Policy.Screens.Screens)
        {
            var status = await host.User(surface: screen.Surface.Name).GetStatusAsync();
            var at = new ConditionCase(status.State, status.PendingPhone is not null, status.Phone is not null, status.CodeDelivery is CodeDelivery.Sent, status.ActiveChannel, status.Devices.Count > 0);
            var address = $"/{screen.Surface}/account/login-verification/screens/{screen.Name}";
            var page = await browser.GetAsync(address);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.Equal(screen.ToString(), page.Document.QuerySelector("main")!.GetAttribute("data-screen"));
            Page[] pages = page.Document.QuerySelector("[data-part=not-received]") is { } part ? [page, await browser.GetAsync(part.GetAttribute("href")!)] : [page];

            Assert.Equal(
                screen.Offers.Where(offer => offer.When.Contains(at)).Select(offer => offer.Action.ToString()).Order(),
                pages.SelectMany(shown => shown.Forms).Where(form => Enum.TryParse<EnrolmentAction>(form, out _)).Distinct().Order());
            Assert.Equal(
                screen.Exits.Where(exit => exit.Link is not null and not { Kind: LinkKind.External } && exit.When.Contains(at))
                    .Select(exit => $"{exit.Link!.Kind} {host.Policy.Screens[exit.To]}".ToLowerInvariant()),
                page.Document.QuerySelectorAll("[data-to]").Select(link => $"{link.GetAttribute("data-kind")} {link.GetAttribute("data-to")}".ToLowerInvariant()));
            foreach (var link in page.Document.QuerySelectorAll("a[data-to]"))
                Assert.Equal(link.GetAttribute("data-to"), (await browser.GetAsync(link.GetAttribute("href")!)).Document.QuerySelector("main")!.GetAttribute("data-screen"));
        }
    }

    [Theory]
    [MemberData(nameof(Situations))]
    public async Task A_choice_that_is_refused_stays_with_its_reason_and_with_its_ways_out_unless_the_page_is_modelled_without(string policyName, string situation)
    {
        await using var host = await PagesHost.StartAsync(ShippedPolicies.Load(policyName));
        await Steps[situation](host);
        using var browser = await host.SignInAsync();

        foreach (var screen in host.Policy.Screens.Screens)
        {
            var status = await host.User(surface: screen.Surface.Name).GetStatusAsync();
            var page = await browser.GetAsync($"/{screen.Surface}/account/login-verification/screens/{screen.Name}");
            foreach (var form in page.Document.QuerySelectorAll("form[data-action]").Where(form => Enum.TryParse<EnrolmentAction>(form.GetAttribute("data-action"), out _)))
            {
                var action = Enum.Parse<EnrolmentAction>(form.GetAttribute("data-action")!);
                var refused = status.Actions.Where(entry => entry.Choice.Action == action && entry.Refusal is not null && !(action is EnrolmentAction.ResendCode && entry.Refusal.Code.Kind() is RefusalKind.Wait)).ToList();
                if (refused.Count == 0)
                    continue;
                var disabled = form.QuerySelectorAll("[disabled][aria-describedby]");
                Assert.NotEmpty(disabled);
                foreach (var control in disabled.Where(control => control.GetAttribute("aria-describedby")!.EndsWith("-why", StringComparison.Ordinal)))
                {
                    var why = page.Document.GetElementById(control.GetAttribute("aria-describedby")!.Split(' ')[0])!;
                    var refusal = refused.Select(entry => entry.Refusal!).First(refusal => refusal.Code.ToString() == why.GetAttribute("data-refusal"));
                    Assert.NotEmpty(why.TextContent.Trim());
                    Assert.Equal(screen.ShowsWaysOut ? refusal.WaysOut.Select(way => way.Type).Distinct().Order() : [], why.QuerySelectorAll("[data-way]").Select(way => way.GetAttribute("data-way")).Distinct().Order());
                }
            }
        }
    }

    [Fact]
    public async Task The_home_of_a_surface_is_its_home_screen_and_other_surfaces_and_screens_are_not_found()
    {
        await using var host = await PagesHost.StartAsync();
        using var browser = await host.SignInAsync();

        Assert.Equal("ios/security", (await browser.GetAsync("/ios/account/login-verification")).Document.QuerySelector("main")!.GetAttribute("data-screen"));
        Assert.Equal("web/security", (await browser.GetAsync(PagesHost.Web + "/")).Document.QuerySelector("main")!.GetAttribute("data-screen"));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/television/account/login-verification")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/television/account/login-verification/devices")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/television/account/login-verification/sign-in")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(PagesHost.Web + "/screens/nowhere")).Status);
    }

    [Fact]
    public async Task A_link_to_a_surface_that_has_no_pages_says_in_words_where_to_go()
    {
        await using var host = await PagesHost.StartAsync(ShippedPolicies.Twitter2014, pages: o => o.SurfaceAddress = (_, _) => null);
        using var browser = await host.SignInAsync();

        var page = await browser.GetAsync("/android/account/login-verification");

        Assert.Equal("Add a phone: go to the mobile website", page.Document.QuerySelector("span[data-to='mobileWeb/addPhone']")!.TextContent);
    }

    /// <summary>The policies of 2014 take a number where there is none, and nowhere else.</summary>
    private static bool IsReachable(string policy, string situation) => ShippedPolicies.Load(policy).Screens.Screens
        .Any(screen => screen.WhenOffered(EnrolmentAction.SubmitPhone).Contains(new ConditionCase(EnrolmentState.PhoneVerified, pending: false, verified: true, smsDelivered: false, channel: null, device: false)))
        || !situation.Contains("replacement", StringComparison.Ordinal);

    private static async Task SubmitAsync(PagesHost host, string number) => Assert.Null((await host.User().SubmitPhoneAsync(number)).Refusal);
}
