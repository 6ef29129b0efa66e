namespace LoginVerification.Cli.Tests;

public class LinkSearchTests
{
    private static readonly ConditionCase Start = new(EnrolmentState.NoPhone, pending: false, verified: false, smsDelivered: false, channel: null, device: false);

    /// <summary>A surface that nothing leads to and that leads everywhere, for no screen of a policy may be out of reach.</summary>
    private static readonly SurfaceDocument Index = new()
    {
        Name = "index",
        Home = "index",
        Screens = [new ScreenDocument { Name = "index", Links = [Link("web/middle"), Link("web/first"), Link("web/second"), Link("web/form")] }],
    };

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
        Assert.Equal(["web/form"], WayTo(links, now: Start.With(smsDelivered: true)));
    }

    [Fact]
    public void A_link_that_shows_until_the_SMS_arrived_is_gone_afterwards()
    {
        ScreenLink[] links = [Link("form", LinkKind.Visible, new ScreenCondition { SmsDelivered = false })];

        Assert.Equal(["web/form"], WayTo(links));
        Assert.Empty(WayTo(links, now: Start.With(smsDelivered: true)));
    }

    private static string[] WayTo(ScreenLink[] home, ScreenLink[]? middle = null, ScreenLink[]? first = null, ScreenLink[]? second = null, ConditionCase? now = null)
    {
        ScreenAction[] submit = [new ScreenAction { Action = EnrolmentAction.SubmitPhone }];
        var screens = EnrolmentPolicy.Create(new PolicyDocument
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
                Index,
            ],
        }).Screens;
        return [.. new LinkSearch(screens).WayTo(screens.HomeOf(Surface.Parse("web")), EnrolmentAction.SubmitPhone, now ?? Start).Select(hop => hop.To.ToString())];
    }

    private static ScreenLink Link(string to, LinkKind kind = LinkKind.Visible, ScreenCondition? when = null) => new() { To = to, Kind = kind, When = when };
}
