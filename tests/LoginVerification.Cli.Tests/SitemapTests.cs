namespace LoginVerification.Cli.Tests;

public class SitemapTests
{
    private static readonly Moment Start = new(new Enrolment(AccountId.Parse("person")), CodeArrived: false);

    [Fact]
    public void A_screen_of_the_own_surface_goes_before_a_nearer_one_elsewhere()
    {
        var way = WayTo(
            [Link("app/form"), Link("middle")],
            middle: [Link("form")]);

        Assert.Equal(["web/middle", "web/form"], way);
    }

    [Theory]
    [InlineData(LinkKind.Visible, LinkKind.Hidden, "web/first")]
    [InlineData(LinkKind.Hidden, LinkKind.Visible, "web/second")]
    [InlineData(LinkKind.External, LinkKind.Hidden, "web/second")]
    [InlineData(LinkKind.Hidden, LinkKind.External, "web/first")]
    public void Of_two_ways_of_one_length_the_one_in_plain_sight_is_taken(LinkKind first, LinkKind second, string expected)
    {
        var way = WayTo(
            [Link("first", first), Link("second", second)],
            first: [Link("form")],
            second: [Link("form")]);

        Assert.Equal([expected, "web/form"], way);
    }

    [Fact]
    public void A_shorter_way_goes_before_one_in_plain_sight()
    {
        var way = WayTo([Link("form", LinkKind.External), Link("middle")], middle: [Link("form")]);

        Assert.Equal(["web/form"], way);
    }

    [Fact]
    public void A_link_whose_condition_does_not_hold_is_not_there()
    {
        var pending = new ScreenCondition { Pending = true };

        Assert.Empty(WayTo([Link("form", LinkKind.Visible, pending)]));
    }

    [Fact]
    public void The_link_in_the_SMS_is_there_once_the_SMS_arrived()
    {
        ScreenLink[] links = [Link("form", LinkKind.External, new ScreenCondition { SmsDelivered = true })];

        Assert.Empty(WayTo(links));
        Assert.Equal(["web/form"], WayTo(links, moment: Start with { CodeArrived = true }));
    }

    [Fact]
    public void A_link_that_shows_until_the_SMS_arrived_is_gone_afterwards()
    {
        ScreenLink[] links = [Link("form", LinkKind.Visible, new ScreenCondition { SmsDelivered = false })];

        Assert.Equal(["web/form"], WayTo(links));
        Assert.Empty(WayTo(links, moment: Start with { CodeArrived = true }));
    }

    private static string[] WayTo(ScreenLink[] home, ScreenLink[]? middle = null, ScreenLink[]? first = null, ScreenLink[]? second = null, Moment? moment = null)
    {
        ScreenAction[] submit = [new ScreenAction { Action = EnrolmentAction.SubmitPhone }];
        var sitemap = new Sitemap(new PolicyDocument
        {
            Name = "map",
            Surfaces =
            [
                new SurfaceDocument
                {
                    Name = "web",
                    Home = "home",
                    Screens =
                    [
                        new ScreenDocument { Name = "home", Links = home },
                        new ScreenDocument { Name = "middle", Links = middle ?? [] },
                        new ScreenDocument { Name = "first", Links = first ?? [] },
                        new ScreenDocument { Name = "second", Links = second ?? [] },
                        new ScreenDocument { Name = "form", Actions = submit },
                    ],
                },
                new SurfaceDocument { Name = "app", Home = "form", Screens = [new ScreenDocument { Name = "form", Actions = submit }] },
            ],
        });
        return [.. sitemap.WayTo(sitemap.Home("web"), EnrolmentAction.SubmitPhone, moment ?? Start).Select(hop => hop.To.ToString())];
    }

    private static ScreenLink Link(string to, LinkKind kind = LinkKind.Visible, ScreenCondition? when = null) => new() { To = to, Kind = kind, When = when };
}
