using LoginVerification.Exploration.Tests.Support;

namespace LoginVerification.Exploration.Tests.Routes;

/// <summary>The shortest ways to VerificationEnabled, and the first refusal beside them.</summary>
public class RouteTests
{
    private static readonly PolicyRoutes Story = PolicyRoutes.Of(ShippedPolicies.Load("twitter-2014"));

    [Fact]
    public void The_way_of_2014_leads_over_the_mobile_web_and_a_hidden_link()
    {
        var route = Story.Find(Surface.Parse("web"), CountryCode.Parse("IL"));

        Assert.Equal(
            [
                "web/settings: open mobileWeb",
                "mobileWeb/home: follow \"add a phone\"",
                "mobileWeb/addPhone: SubmitPhone",
                "mobileWeb/pending: follow \"manage\"",
                "mobileWeb/verification: ConfirmCode",
                "mobileWeb/home: open web",
                "web/settings: EnableVerification",
            ],
            Lines(route));
        Assert.Equal(LinkKind.Hidden, route.Steps[3].Link);
        Assert.Equal(["web", "mobileWeb"], route.Surfaces.Select(surface => surface.Name));
    }

    [Fact]
    public void By_visible_links_alone_there_is_no_way_for_the_Israeli_number_from_anywhere()
    {
        var routes = Story.Matrix([CountryCode.Parse("IL")], RouteLinks.Visible);

        Assert.Equal(["web", "mobileWeb", "android", "ios"], routes.Select(route => route.From.Name));
        Assert.All(routes, route => Assert.False(route.IsReachable));
        Assert.All(routes, route => Assert.Empty(route.Steps));
        Assert.All(routes, route => Assert.Empty(route.Surfaces));
    }

    [Theory]
    [InlineData(RouteLinks.All)]
    [InlineData(RouteLinks.Visible)]
    public void The_web_refuses_the_country_and_nobody_else_does(RouteLinks links)
    {
        var routes = Story.Matrix([CountryCode.Parse("IL")], links);

        Assert.Equal(["CountryNotServed web-countries", null, null, null], routes.Select(Refusal));
    }

    [Fact]
    public void A_named_carrier_and_any_other_have_a_route_each()
    {
        var routes = Story.Matrix([CountryCode.Parse("GB")]).Where(route => route.From.Name == "web").ToList();

        Assert.Equal(["Example Mobile", "any other"], routes.Select(route => route.Carrier));
        Assert.Equal(["CarrierNotServed web-carriers", null], routes.Select(Refusal));
        Assert.Equal(Lines(Story.Find(Surface.Parse("web"), CountryCode.Parse("IL"))), Lines(routes[0]));
        Assert.Equal(Lines(Story.Find(Surface.Parse("web"), CountryCode.Parse("US"))), Lines(routes[1]));
    }

    [Theory]
    [InlineData("GB", null, "any other")]
    [InlineData("GB", "example mobile", "example mobile")]
    [InlineData("GB", "Nobody's", "any other")]
    [InlineData("US", "Example Mobile", null)]
    public void The_carrier_is_told_where_a_rule_tells_carriers_apart(string country, string? carrier, string? told) =>
        Assert.Equal(told, Story.Find(Surface.Parse("web"), CountryCode.Parse(country), carrier is null ? null : Carrier.Parse(carrier)).Carrier);

    [Theory]
    [InlineData("web")]
    [InlineData("mobileWeb")]
    [InlineData("android")]
    [InlineData("ios")]
    public void The_default_policy_takes_three_commands_on_one_surface_and_refuses_nothing(string surface)
    {
        var route = PolicyRoutes.Of(ShippedPolicies.Consistent).Find(Surface.Parse(surface), CountryCode.Parse("IL"), links: RouteLinks.Visible);

        Assert.Equal([$"{surface}/security: SubmitPhone", $"{surface}/code: ConfirmCode", $"{surface}/security: EnableVerification"], Lines(route));
        Assert.Null(route.Refusal);
    }

    [Theory]
    [InlineData("android")]
    [InlineData("ios")]
    public void Among_ways_of_one_length_the_one_that_comes_back_goes_first(string app)
    {
        var route = Story.Find(Surface.Parse(app), CountryCode.Parse("IL"));

        Assert.Equal(
            [
                $"{app}/settings: follow \"Add phone\"",
                "mobileWeb/addPhone: SubmitPhone",
                "mobileWeb/pending: follow \"manage\"",
                "mobileWeb/verification: ConfirmCode",
                $"mobileWeb/home: open {app}",
                $"{app}/settings: EnableVerification",
            ],
            Lines(route));
    }

    [Fact]
    public void Without_the_hidden_link_the_one_in_the_SMS_leads_on()
    {
        var policy = Changed(surface => surface.Name != "mobileWeb" ? surface : surface with
        {
            Screens = [.. surface.Screens.Select(screen => screen with { Links = [.. screen.Links.Where(link => link.Kind is not LinkKind.Hidden)] })],
        });

        var route = PolicyRoutes.Of(policy).Find(Surface.Parse("mobileWeb"), CountryCode.Parse("IL"));

        Assert.Contains("mobileWeb/pending: follow \"the link in the SMS\"", Lines(route));
        Assert.Contains(route.Steps, step => step.Link is LinkKind.External);
    }

    [Fact]
    public void A_refusal_that_comes_late_on_the_way_is_told_for_the_surface_where_it_is_met()
    {
        var document = ShippedPolicies.Load("twitter-2014").Document;
        var policy = EnrolmentPolicy.Create(document with
        {
            Rules = [new GatingRule { Name = "no-apps", Actions = [EnrolmentAction.EnableVerification], Surfaces = Selection.Only<Surface>(Surface.Parse("ios")), Countries = Selection.Only<CountryCode>(CountryCode.Parse("US")) }],
        });

        var routes = PolicyRoutes.Of(policy).Matrix([CountryCode.Parse("IL")]);

        Assert.Equal([null, null, null, "CountryNotServed no-apps"], routes.Select(Refusal));
        Assert.All(routes, route => Assert.True(route.IsReachable));
    }

    [Fact]
    public void The_matrix_has_a_cell_for_each_surface_country_and_named_carrier()
    {
        var cells = Story.Matrix();

        Assert.Equal(4 * (Countries.All.Count + 1), cells.Count);
        Assert.Equal(cells.Count, cells.Select(cell => (cell.From, cell.Country, cell.Carrier)).Distinct().Count());
        Assert.All(cells, cell => Assert.Equal(cell.HasNumbers, cell.IsReachable));
        Assert.All(cells, cell => Assert.Equal(cell.Country.Value == "GB", cell.Carrier is not null));
    }

    [Fact]
    public void A_country_that_is_served_nowhere_is_out_of_reach_and_each_surface_that_asks_for_a_number_says_why()
    {
        var document = ShippedPolicies.Load("twitter-2014").Document;
        var policy = EnrolmentPolicy.Create(document with
        {
            Rules = [new GatingRule { Name = "home-only", Actions = [EnrolmentAction.SubmitPhone], Countries = Selection.Only<CountryCode>(CountryCode.Parse("US")) }],
        });

        var routes = PolicyRoutes.Of(policy).Matrix([CountryCode.Parse("FR")]);

        Assert.All(routes, route => Assert.False(route.IsReachable));
        Assert.Equal(["CountryNotServed home-only", "CountryNotServed home-only", null, null], routes.Select(Refusal));
    }

    /// <summary>The bank turns verification on over the app alone, and the app registers devices.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Who_has_no_device_registers_one_on_the_way(bool device)
    {
        var route = PolicyRoutes.Of(TestPolicies.Load("bank-app-first")).Find(Surface.Parse("ios"), CountryCode.Parse("DE"), device: device);

        string[] way = ["ios/start: SubmitPhone", "ios/pair: ConfirmCode", "ios/security: register a device", "ios/security: EnableVerification"];
        Assert.Equal((device, true), (route.BeginsWithDevice, route.IsReachable));
        Assert.Equal(way.Where(step => !device || !step.EndsWith("device", StringComparison.Ordinal)), Lines(route));
    }

    /// <summary>By the default policy nobody needs one, and whoever registers one needlessly is refused SMS by this rule.</summary>
    [Theory]
    [InlineData(false, null)]
    [InlineData(true, "ChannelNotServed by-app")]
    public void A_refusal_of_whoever_has_a_device_is_none_of_those_without_one(bool device, string? refusal)
    {
        var document = ShippedPolicies.Consistent.Document;
        var policy = EnrolmentPolicy.Create(document with
        {
            Rules =
            [
                .. document.Rules,
                new GatingRule { Name = "by-app", Actions = [EnrolmentAction.EnableVerification], When = new RuleCondition { Device = true }, Channels = Selection.Only(VerificationChannel.AppPush) },
            ],
        });

        Assert.Equal(refusal, Refusal(PolicyRoutes.Of(policy).Find(Surface.Parse("ios"), CountryCode.Parse("DE"), device: device)));
    }

    [Fact]
    public void What_there_is_not_is_refused_with_the_mend()
    {
        Assert.Contains("Name one of: web, mobileWeb, android, ios", Assert.Throws<ArgumentException>(() => Story.Find(Surface.Parse("mars"), CountryCode.Parse("IL"))).Message, StringComparison.Ordinal);
        Assert.Contains("Write \"GB\"", Assert.Throws<ArgumentException>(() => Story.Find(Surface.Parse("web"), CountryCode.Parse("UK"))).Message, StringComparison.Ordinal);
        Assert.Contains("\"ZZ\" is no country", Assert.Throws<ArgumentException>(() => Story.Matrix([CountryCode.Parse("IL"), CountryCode.Parse("ZZ")])).Message, StringComparison.Ordinal);
    }

    private static string[] Lines(PolicyRoute route) => [.. route.Steps.Select(step => $"{step.Surface}/{step.Screen}: {step.Action}")];

    private static string? Refusal(PolicyRoute route) => route.Refusal is { } refusal ? $"{refusal.Code} {refusal.Source}" : null;

    private static EnrolmentPolicy Changed(Func<SurfaceDocument, SurfaceDocument> change)
    {
        var document = ShippedPolicies.Load("twitter-2014").Document;
        return EnrolmentPolicy.Create(document with { Surfaces = [.. document.Surfaces.Select(change)] });
    }

    /// <summary>In the plan of the United States a mobile cannot be told from a fixed line; in that of Israel it can.</summary>
    [Theory]
    [InlineData("US", LineType.Mobile, false)]
    [InlineData("US", LineType.FixedLineOrMobile, true)]
    [InlineData("IL", LineType.Mobile, true)]
    [InlineData("IL", LineType.FixedLineOrMobile, false)]
    [InlineData("AX", LineType.Mobile, true)]
    public void A_rule_on_kinds_of_line_meets_what_a_mobile_of_the_country_is_read_as(string country, LineType line, bool isReachable)
    {
        var routes = PolicyRoutes.Of(EnrolmentPolicy.Create(ShippedPolicies.Consistent.Document with
        {
            Rules = [new GatingRule { Name = "lines", Actions = [EnrolmentAction.SubmitPhone], LineTypes = Selection.Only(line) }],
        }));

        var route = routes.Find(Surface.Parse("web"), CountryCode.Parse(country));

        Assert.Equal((isReachable, isReachable ? null : "LineTypeNotServed lines"), (route.IsReachable, Refusal(route)));
    }

    [Fact]
    public void Where_there_are_no_numbers_there_is_no_way_and_the_refusal_says_so()
    {
        var route = Story.Find(Surface.Parse("android"), CountryCode.Parse("AQ"));

        Assert.False(route.HasNumbers);
        Assert.False(route.IsReachable);
        Assert.Equal(RefusalCode.CountryMismatch, route.Refusal!.Code);
        Assert.True(Story.Find(Surface.Parse("android"), CountryCode.Parse("FR")).HasNumbers);
    }

    [Fact]
    public void A_rule_that_names_a_country_whose_mobiles_are_read_as_anothers_never_meets_one()
    {
        var routes = PolicyRoutes.Of(EnrolmentPolicy.Create(ShippedPolicies.Consistent.Document with
        {
            Rules = [new GatingRule { Name = "countries", Actions = [EnrolmentAction.SubmitPhone], Countries = Selection.Except(CountryCode.Parse("NO")) }],
        }));

        Assert.False(routes.Find(Surface.Parse("web"), CountryCode.Parse("SJ")).IsReachable);
    }
}
