using LoginVerification.Exploration.Tests.Naive;
using LoginVerification.Exploration.Tests.Support;
using NodaTime;

namespace LoginVerification.Exploration.Tests.Changes;

public class DifferenceTests
{
    private static readonly Explorer Shared = new();

    [Theory]
    [InlineData("consistent")]
    [InlineData("twitter-2014")]
    [InlineData("twitter-2014-web-takes-code")]
    public void A_policy_differs_in_nothing_from_itself(string name) =>
        Assert.True(PolicyDifferences.Between(ShippedPolicies.Load(name), EnrolmentPolicy.FromJson(PolicyFile.Write(ShippedPolicies.Load(name).Document)), explorer: Shared).IsEmpty);

    [Theory]
    [InlineData("consistent", "twitter-2014", RouteLinks.All)]
    [InlineData("consistent", "twitter-2014", RouteLinks.Visible)]
    [InlineData("twitter-2014", "twitter-2014-web-takes-code", RouteLinks.Visible)]
    public void What_one_way_gains_the_other_way_loses(string one, string other, RouteLinks links)
    {
        var there = PolicyDifferences.Between(ShippedPolicies.Load(one), ShippedPolicies.Load(other), links, explorer: Shared);
        var back = PolicyDifferences.Between(ShippedPolicies.Load(other), ShippedPolicies.Load(one), links, explorer: Shared);

        Assert.Equal(there.Gained, Turned(back.Lost));
        Assert.Equal(there.Lost, Turned(back.Gained));
        Assert.Equal(there.Longer, Turned(back.Shorter));
        Assert.Equal(there.Shorter, Turned(back.Longer));
        Assert.Equal(there.Verdicts.Select(change => (change.Property, change.Left, change.Right)), back.Verdicts.Select(change => (change.Property, change.Right, change.Left)));
        Assert.NotEmpty(there.Verdicts);
    }

    [Fact]
    public void The_matrices_say_what_is_gained_and_lost()
    {
        var (left, right) = (ShippedPolicies.Twitter2014, ShippedPolicies.Twitter2014WebTakesCode);
        var difference = PolicyDifferences.Between(left, right, RouteLinks.Visible, explorer: Shared);
        var (before, after) = (Reachable(left), Reachable(right));

        Assert.Equal(after.Except(before).Order(), difference.Gained.Select(Name).Order());
        Assert.Equal(before.Except(after).Order(), difference.Lost.Select(Name).Order());
        Assert.Contains(difference.Gained, cell => cell.Country.Value == "IL" && cell.Left is null);

        static HashSet<string> Reachable(EnrolmentPolicy policy) =>
            [.. PolicyRoutes.Of(policy).Matrix(links: RouteLinks.Visible).Where(cell => cell.IsReachable).Select(cell => $"{cell.From} {cell.Country} {cell.Carrier}")];

        static string Name(CellChange cell) => $"{cell.Surface} {cell.Country} {cell.Carrier}";
    }

    [Fact]
    public void A_surface_that_is_gone_and_a_carrier_that_is_told_apart_lose_their_cells()
    {
        var policy = ShippedPolicies.Consistent.Document;
        var closed = new GatingRule
        {
            Name = "closed",
            Actions = [EnrolmentAction.SubmitPhone],
            Carriers = new Dictionary<string, Selection<Carrier>> { ["IL"] = Selection.Except(Carrier.Parse("Somebody")) },
        };
        var changed = policy with { Surfaces = [.. policy.Surfaces.Take(3)], Rules = [.. policy.Rules, closed] };

        var difference = PolicyDifferences.Between(ShippedPolicies.Consistent, EnrolmentPolicy.Create(changed), explorer: Shared);

        Assert.Contains(difference.Lost, cell => (cell.Surface.Name, cell.Country.Value, cell.Left) == ("ios", "US", 3));
        Assert.Contains(difference.Lost, cell => (cell.Surface.Name, cell.Country.Value, cell.Carrier) == ("web", "IL", "Somebody"));
        Assert.DoesNotContain(difference.Lost, cell => (cell.Surface.Name, cell.Country.Value, cell.Carrier) == ("web", "IL", "any other"));
        Assert.All(difference.Stranded!, users => Assert.Equal("IL", users.Class.Country.Value));
        Assert.NotEmpty(difference.Stranded!);
    }

    /// <summary>Whoever has a device needs as many steps with the app as with SMS, and picks SMS first.</summary>
    [Fact]
    public void A_refusal_that_comes_on_the_way_is_told_though_the_way_is_as_long()
    {
        var closed = new GatingRule { Name = "by-app", Actions = [EnrolmentAction.EnableVerification], When = new RuleCondition { Device = true }, Channels = Selection.Only(VerificationChannel.AppPush) };
        var document = ShippedPolicies.Consistent.Document;

        var difference = PolicyDifferences.Between(ShippedPolicies.Consistent, EnrolmentPolicy.Create(document with { Rules = [.. document.Rules, closed] }), explorer: Shared);

        Assert.Contains(difference.Refusals, cell => (cell.Surface.Name, cell.Country.Value, cell.Device) == ("web", "FR", true));
        Assert.All(difference.Refusals, cell => Assert.Equal((3, 3, null, RefusalCode.ChannelNotServed, true), (cell.Left, cell.Right, cell.LeftRefusal, cell.RightRefusal, cell.Device)));
        Assert.Empty(difference.Lost.Concat(difference.Longer));
    }

    /// <summary>A wait leads nobody another way, and eight digits are as good as six to the explorer.</summary>
    [Fact]
    public void Limits_and_waits_are_told_though_nobody_fares_otherwise()
    {
        var document = ShippedPolicies.Twitter2014.Document;
        var changed = document with { CoolDownAfterRemoval = Duration.FromHours(24), Code = document.Code with { Digits = 8 } };

        var difference = PolicyDifferences.Between(ShippedPolicies.Twitter2014, EnrolmentPolicy.Create(changed), explorer: Shared);

        Assert.Equal(["/code/digits 8", "/coolDownAfterRemoval P1D"], difference.Settings.Select(edit => $"{edit.Path} {edit.To}").Order());
        Assert.Empty(difference.Lost.Concat(difference.Longer));
        Assert.False(difference.IsEmpty);
    }

    /// <summary>A change for some accounts, or for whoever has a device, is one.</summary>
    [Fact]
    public void Accounts_and_devices_are_told_apart_where_they_fare_otherwise()
    {
        var free = TestPolicies.Load("sms-for-the-paid").Document;
        var closed = new GatingRule
        {
            Name = "closed-to-the-paid",
            Actions = [EnrolmentAction.SubmitPhone],
            When = RuleCondition.ForAccounts("paid", "yes"),
            Countries = Selection.Except(CountryCode.Parse("IL")),
        };
        var withoutDevice = closed with { Name = "closed-to-devices", When = new RuleCondition { Device = true } };

        var accounts = Between(free, free with { Rules = [.. free.Rules, closed] });
        var devices = Between(free, free with { Rules = [.. free.Rules, withoutDevice] });

        Assert.NotEmpty(accounts.Lost);
        Assert.All(accounts.Lost, cell => Assert.Equal(("IL", "paid=yes", null), (cell.Country.Value, $"{cell.Account![0]}", cell.Device)));
        Assert.NotEmpty(devices.Lost);
        Assert.All(devices.Lost, cell => Assert.Equal(("IL", true), (cell.Country.Value, cell.Device)));

        static PolicyDifference Between(PolicyDocument left, PolicyDocument right) =>
            PolicyDifferences.Between(EnrolmentPolicy.Create(left), EnrolmentPolicy.Create(right), explorer: Shared);
    }

    /// <summary>A value that only one policy knows can have been any other: nobody is left out, and nothing fails where no value is known to both.</summary>
    [Theory]
    [InlineData("no", "yes", "trial")]
    [InlineData("old", "new")]
    public void Accounts_of_values_that_one_policy_alone_declares_are_compared(params string[] values)
    {
        var left = TestPolicies.Load("sms-for-the-paid").Document;
        var right = left with { AccountAttributes = [left.AccountAttributes[0] with { Values = values }], Rules = [.. left.Rules.Select(rule => rule with { When = null })] };

        var accounts = CommonAccount.Of(EnrolmentPolicy.Create(left), EnrolmentPolicy.Create(right));
        var difference = PolicyDifferences.Between(EnrolmentPolicy.Create(left), EnrolmentPolicy.Create(right), explorer: Shared);

        Assert.Equal(values.Order(), accounts.Select(account => account.Right[0].Value).Distinct().Order());
        Assert.Equal(left.AccountAttributes[0].Values, accounts.Select(account => account.Left[0].Value).Distinct());
        Assert.False(difference.IsEmpty);
    }

    /// <summary>Where the old rules led nobody on, the new ones strand nobody.</summary>
    [Fact]
    public void Nobody_is_stranded_who_had_no_way()
    {
        var free = ShippedPolicies.Consistent.Document;
        var closed = free with { Rules = [.. free.Rules, new GatingRule { Name = "closed", Actions = [EnrolmentAction.EnableVerification], Channels = Selection.Only(VerificationChannel.Sms), Countries = Selection.Only(CountryCode.Parse("AQ")) }] };

        var difference = PolicyDifferences.Between(EnrolmentPolicy.Create(closed), EnrolmentPolicy.Create(free), explorer: Shared);

        Assert.Empty(difference.Stranded!);
        Assert.NotEmpty(difference.Gained);
    }

    /// <summary>Recomputed with the real service by an explorer that knows no shapes, from where the old policy left its users.</summary>
    [Theory]
    [InlineData("drop mobileWeb's code")]
    [InlineData("close Israel")]
    [InlineData("close Israel and forget who said STOP")]
    [InlineData("a page is gone")]
    [InlineData("nothing")]
    public void Who_is_stranded_is_found_by_a_naive_explorer_as_well(string change)
    {
        var (left, right) = Changed(change);
        using var before = new NaiveExplorer(left, numbers: 1);
        before.Explore();
        var hopeful = before.Hopeful();
        var moved = hopeful.Select(place => Carried(place, left, right)).ToList();
        using var after = new NaiveExplorer(right, numbers: 1);
        after.ExploreFrom(moved);
        var free = after.Hopeful().Select(place => place.ToString()).ToHashSet();
        var expected = hopeful.Zip(moved).Where(pair => !free.Contains(pair.Second.ToString()))
            .CountBy(pair => $"{pair.First.Class} | {pair.First.Surface}/{pair.First.Screen} | {pair.First.Account.State}")
            .Select(stranded => $"{stranded.Key}: {stranded.Value}");

        var difference = PolicyDifferences.Between(
            EnrolmentPolicy.Create(left), EnrolmentPolicy.Create(right), options: new VariantOptions { Scale = ExplorationScale.Default with { SendsPerNumber = 1, SendsPerAccount = 1 } }, explorer: Shared);

        var found = difference.Stranded!.Select(users => $"{NaiveClasses.NameOf(left, users.Class.Numbers[0], NoAttributes)} | {users.Surface}/{users.Screen} | {users.State}: {users.States}");
        Assert.Equal(expected.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
        Assert.Equal(change is not "nothing", difference.Stranded!.Count > 0);
    }

    private static readonly Dictionary<string, string> NoAttributes = [];

    private static (PolicyDocument Left, PolicyDocument Right) Changed(string change)
    {
        var whole = ShippedPolicies.Twitter2014.Document;
        var left = whole with
        {
            Surfaces = [.. whole.Surfaces.Take(2)],
            Code = whole.Code with { WrongTries = 1 },
            Lock = whole.Lock with { EveryFailures = 1, FinalFailures = 2 },
            Sending = whole.Sending with { PerNumber = 1, PerAccount = 1 },
        };
        var closed = left with
        {
            Rules =
            [
                .. left.Rules,
                new GatingRule { Name = "closed", Actions = [EnrolmentAction.SubmitPhone, EnrolmentAction.ConfirmCode], Countries = Selection.Except(CountryCode.Parse("IL")) },
            ],
        };
        return change switch
        {
            "drop mobileWeb's code" => (left, SingleChanges.Of(left).Single(one => one.Description == "mobileWeb/verification: drop ConfirmCode").Document),
            "close Israel" => (left, closed),
            // Those who said STOP are in states that the new policy, which takes their number away, never led anybody into.
            "close Israel and forget who said STOP" => (left with { OnStop = StopMode.OptOut }, closed),
            "a page is gone" => (left, Merged(left)),
            _ => (left, left with { Description = "another one" }),
        };
    }

    /// <summary>Without the page for the code on the web, and with one on the page that takes the number, for others than its users.</summary>
    private static PolicyDocument Merged(PolicyDocument policy)
    {
        var web = policy.Surfaces[0];
        ScreenDocument[] screens =
        [
            web.Screens[0] with { Links = [.. web.Screens[0].Links.Take(1)] },
            web.Screens[1] with { Actions = [web.Screens[1].Actions[0] with { Then = null }, .. web.Screens[2].Actions.Select(offer => offer with { Then = null })] },
        ];
        return policy with
        {
            Surfaces = [web with { Screens = screens }, .. policy.Surfaces.Skip(1)],
            Rules = [.. policy.Rules, new GatingRule { Name = "closed", Actions = [EnrolmentAction.ConfirmCode], Countries = Selection.Except(CountryCode.Parse("IL")) }],
        };
    }

    private static NaivePlace Carried(NaivePlace place, PolicyDocument left, PolicyDocument right)
    {
        var surface = right.Surfaces.Single(surface => surface.Name == place.Surface);
        return place with
        {
            Class = NaiveClasses.NameOf(right, NaiveClasses.Of(left)[place.Class].Phones[0], NoAttributes),
            Screen = surface.Screens.Any(screen => screen.Name == place.Screen) ? place.Screen : surface.Home,
        };
    }

    private static IEnumerable<CellChange> Turned(IEnumerable<CellChange> cells) => cells.Select(cell => cell with { Left = cell.Right, Right = cell.Left, LeftRefusal = cell.RightRefusal, RightRefusal = cell.LeftRefusal });
}
