using LoginVerification.Exploration.Tests.Oracles;
using LoginVerification.Exploration.Tests.Support;
using Xunit.Abstractions;

namespace LoginVerification.Exploration.Tests.Chances;

public class ChanceTests(ITestOutputHelper output)
{
    private const string Folder = "tests/LoginVerification.Exploration.Tests/Policies";

    private static readonly Explorer Explorer = new();

    /// <summary>Nothing goes wrong and nobody gives up or starts anew, so that only the policy's doors matter.</summary>
    private static readonly EnrolmentBehaviour Steadfast = new() { SmsLoss = 0, Mistype = 0, GiveUp = 0, GiveUpAtRefusal = 0, Weights = new MoveWeights { StartAnew = 0 } };

    public static TheoryData<string> Policies => [.. ShippedPolicies.Names, .. Repository.Files(Folder, "*.json")];

    /// <summary>From each start: 1 where routes find a way, unless some door on the way closes behind users; 0 where they find none.</summary>
    [Theory]
    [MemberData(nameof(Policies))]
    public void Who_errs_and_tires_never_ends_enrolled_exactly_where_there_is_a_way(string name)
    {
        var policy = Load(name);
        var routes = PolicyRoutes.Of(policy, Explorer);
        foreach (var links in Enum.GetValues<RouteLinks>())
        {
            var behaviour = links is RouteLinks.All ? Steadfast : Steadfast with { Weights = Steadfast.Weights with { HiddenLink = 0, ExternalLink = 0 } };
            var chances = EnrolmentChances.Of(policy, behaviour);
            foreach (var route in routes.Matrix([.. new[] { "US", "IL", "GB", "EG", "RU" }.Select(CountryCode.Parse)], links))
            {
                var carrier = route.Carrier is null or PolicyRoute.AnyOtherCarrier ? null : Carrier.Parse(route.Carrier);
                var chance = chances.Find(route.From, route.Country, carrier);
                Assert.Equal(route.IsReachable, chance.Enrolled > 0);
                Assert.Equal(1, chance.Enrolled + chance.Stuck, 1e-12);
                if (!route.IsReachable)
                    Assert.Equal((1, 0), (chance.Stuck, chance.Steps));
                else if (ShippedPolicies.Names.Contains(name))
                    Assert.Equal(1, chance.Enrolled, 1e-12);
            }
        }
    }

    [Fact]
    public void Shares_and_edges_sum_up_to_1_whatever_users_do()
    {
        const int seed = 20261129;
        var behaviours = Full.IsAsked ? 200 : 6;
        var dice = new Random(seed);
        foreach (var policy in new[] { ShippedPolicies.Twitter2014, ShippedPolicies.Consistent, OddPolicy.Policy, SmallPolicies.ThreeSurfaces(true) })
        {
            for (var i = 0; i < behaviours; i++)
            {
                var behaviour = Behaviour(dice);
                var chances = EnrolmentChances.Of(policy, behaviour);
                foreach (var home in chances.Model.Screens.Homes)
                {
                    Assert.All(chances.Starts(home, account: [], CancellationToken.None), start =>
                    {
                        Assert.All(start.Chain.Nodes.Where(node => node.State.User is not null), node => Assert.Equal(1, node.Edges.Sum(edge => edge.Probability), 1e-12));
                        Assert.All(start.Chain.Nodes, node => Assert.All(node.Edges, edge => Assert.InRange(edge.Probability, double.Epsilon, 1 + 1e-12)));
                    });
                    Assert.All(chances.Survey(home.Surface), chance =>
                    {
                        Assert.True(Math.Abs(chance.Enrolled + chance.GaveUp + chance.Stuck - 1) < 1e-12, $"seed {seed}: {behaviour}");
                        Assert.InRange(chance.Residual, 0, 1e-12);
                    });
                }
            }
        }
    }

    [Fact]
    public void Users_of_2014_fare_by_surface_and_country_and_those_of_a_consistent_policy_alike()
    {
        var of2014 = EnrolmentChances.Of(ShippedPolicies.Twitter2014);
        var (web, mobileWeb) = (Surface.Parse("web"), Surface.Parse("mobileWeb"));
        var (israel, america) = (CountryCode.Parse("IL"), CountryCode.Parse("US"));

        Assert.InRange(of2014.Find(web, america).Enrolled, 0.86, 0.88);
        Assert.InRange(of2014.Find(web, israel).Enrolled, 0.40, 0.42);
        Assert.InRange(of2014.Find(mobileWeb, israel).Enrolled, 0.61, 0.63);
        Assert.Equal((RefusalCode.CountryNotServed, "addPhone"), (of2014.Find(web, israel).Leavings[0].Refusal, of2014.Find(web, israel).Leavings[0].Screen));
        var consistent = EnrolmentChances.Of(ShippedPolicies.Consistent);
        Assert.All(consistent.Model.Screens.Surfaces, surface => Assert.InRange(consistent.Find(surface, israel).Enrolled, 0.91, 0.93));
    }

    [Fact]
    public void A_country_with_figures_of_its_own_has_a_row_of_its_own()
    {
        var egypt = CountryCode.Parse("EG");
        var chances = EnrolmentChances.Of(ShippedPolicies.Twitter2014, new EnrolmentBehaviour { SmsLossIn = new Dictionary<CountryCode, double> { [egypt] = 0.5, [CountryCode.Parse("AQ")] = 0.5 } });
        var rows = chances.Survey(Surface.Parse("web")).Where(row => row.HasDevice is not true).ToList();

        Assert.Equal(["EG"], rows.Select(row => row.Numbers).Except(EnrolmentChances.Of(ShippedPolicies.Twitter2014).Survey(Surface.Parse("web")).Select(row => row.Numbers)));
        Assert.True(rows.Single(row => row.Numbers == "EG").Enrolled < rows[0].Enrolled);
        Assert.Equal(rows.Single(row => row.Numbers == "EG").Enrolled, chances.Find(Surface.Parse("web"), egypt).Enrolled);
    }

    [Fact]
    public void Accounts_that_rules_tell_apart_have_rows_of_their_own()
    {
        var (web, israel) = (Surface.Parse("web"), CountryCode.Parse("IL"));
        var chances = EnrolmentChances.Of(PolicyStudies.Load("x-2023"), new EnrolmentBehaviour { SmsLossIn = new Dictionary<CountryCode, double> { [israel] = 0.5 } });

        var rows = chances.Survey(web);
        var begin = rows.Where(row => row.HasDevice is not true).ToList();

        Assert.Equal(["US and 244 more, paid=no [paid=no]", "US and 244 more, paid=yes [paid=yes]", "IL, paid=no [paid=no]", "IL, paid=yes [paid=yes]"], begin.Select(row => $"{row.Numbers} {row.Account}"));
        Assert.Equal(
            rows.Where(row => row.Account[0].Value == "yes").Select(row => (row.Numbers, row.HasDevice, row.Enrolled)),
            chances.Survey(web, [new("paid", "yes")]).Select(row => (row.Numbers, row.HasDevice, row.Enrolled)));
        Assert.Equal(begin[2].Enrolled, chances.Find(web, israel).Enrolled);
        Assert.Equal(begin[3].Enrolled, chances.Find(web, israel, account: [new("paid", "yes")]).Enrolled);
        Assert.True(begin[2].Enrolled < begin[3].Enrolled);
        using var chains = new StringWriter { NewLine = "?" };
        PolicyExport.WriteChains(chances, chains);
        Assert.All(rows, row => Assert.Contains($"  web, {row.Numbers}", chains.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public void A_survey_tells_those_with_a_device_apart_where_they_fare_otherwise()
    {
        var indifferent = EnrolmentChances.Of(SmallPolicies.OneScreen, SmallPolicies.Even);
        var registering = SmallPolicies.Even with { Weights = SmallPolicies.Even.Weights with { RegisterDevice = 1 } };

        Assert.Equal([(null, 3)], Told(indifferent));
        Assert.Equal([(false, 3.5), (true, 3)], Told(EnrolmentChances.Of(SmallPolicies.OneScreen, registering)));
        Assert.Equal([(true, 3)], Told(EnrolmentChances.Of(SmallPolicies.OneScreen, registering with { HasDevice = true })));

        static IEnumerable<(bool?, double)> Told(EnrolmentChances chances) => chances.Survey(SmallPolicies.Web).Select(row => (row.HasDevice, row.Steps));
    }

    [Fact]
    public void No_SMS_is_lost_to_those_whom_the_policy_leaves_out_whatever_the_behaviour_says()
    {
        var (web, policy) = (Surface.Parse("web"), TestPolicies.Load("sms-lost-in-india"));

        var losing = EnrolmentChances.Of(policy, new EnrolmentBehaviour { SmsLoss = 0.5 });
        var safe = EnrolmentChances.Of(policy, new EnrolmentBehaviour { SmsLoss = 0 });

        var (america, india) = (CountryCode.Parse("US"), CountryCode.Parse("IN"));
        Assert.Equal((0, 0.5), (losing.Find(web, america).SmsLoss, losing.Find(web, america).StatedSmsLoss));
        Assert.Equal((0.5, 0.5), (losing.Find(web, india).SmsLoss, losing.Find(web, india).StatedSmsLoss));
        Assert.Equal(safe.Find(web, america).Enrolled, losing.Find(web, america).Enrolled);
        Assert.True(losing.Find(web, india).Enrolled < safe.Find(web, india).Enrolled);
    }

    /// <summary>Sixteen surfaces of thirty screens each, every page a click from its home: users wander over all of them between two commands, so that the largest component is of all screens.</summary>
    [Fact]
    public void A_policy_of_480_screens_is_solved()
    {
        var chances = EnrolmentChances.Of(SmallPolicies.Wide(surfaces: 16, pages: 29));
        var chance = chances.Find(Surface.Parse("s0"), CountryCode.Parse("US"));
        var chain = ChainBuilder.Build(chances.Model, EnrolmentBehaviour.Default, 0.05, PolicyModel.Start(new ClassId(0), chances.Model.Screens.Homes[0], device: false), CancellationToken.None);
        var largest = StrongComponents<int>.From(0, node => chain.Nodes[node].Edges.Select(edge => edge.To)).Max(component => component.Count);

        output.WriteLine($"{chance.States} states, the largest component {largest}, residual {chance.Residual}");
        Assert.Equal(480, largest);
        Assert.InRange(chance.Residual, 0, 1e-12);
        Assert.Equal(1, chance.Enrolled + chance.GaveUp + chance.Stuck, 1e-12);
    }

    [Fact]
    public void A_loop_that_is_hardly_ever_left_is_told_with_the_mend()
    {
        var behaviour = SmallPolicies.Even with { Weights = SmallPolicies.Even.Weights with { Action = double.Epsilon, Surface = MoveWeights.Most } };

        var refused = Assert.Throws<NotSupportedException>(() => EnrolmentChances.Of(SmallPolicies.TwoSurfaces, behaviour).Survey(SmallPolicies.Web));

        Assert.StartsWith("Users hardly ever leave some loop, so that no number says how many steps they take. Let some give up,", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_out_of_bounds_or_unknown_is_told_with_the_mend()
    {
        var chances = EnrolmentChances.Of(ShippedPolicies.Twitter2014);

        Assert.StartsWith("There are no phone numbers in AQ. Name another country.", Assert.Throws<ArgumentException>(() => chances.Find(Surface.Parse("web"), CountryCode.Parse("AQ"))).Message, StringComparison.Ordinal);
        Assert.StartsWith("SmsLoss is 1.5. Give a probability, 0 to 1.", Assert.Throws<ArgumentOutOfRangeException>(() => new EnrolmentBehaviour { SmsLoss = 1.5 }).Message, StringComparison.Ordinal);
        Assert.StartsWith("MostSms is 0. Give 1 to 20.", Assert.Throws<ArgumentOutOfRangeException>(() => new EnrolmentBehaviour { MostSms = 0 }).Message, StringComparison.Ordinal);
        Assert.StartsWith("SmsLossIn is NaN.", Assert.Throws<ArgumentOutOfRangeException>(() => new EnrolmentBehaviour { SmsLossIn = new Dictionary<CountryCode, double> { [CountryCode.Parse("IL")] = double.NaN } }).Message, StringComparison.Ordinal);
        Assert.StartsWith("Action is -1. Give a weight, 0 to 1,000,000.", Assert.Throws<ArgumentOutOfRangeException>(() => new MoveWeights { Action = -1 }).Message, StringComparison.Ordinal);
    }

    private static EnrolmentPolicy Load(string name)
    {
        if (ShippedPolicies.Names.Contains(name))
            return ShippedPolicies.Load(name);
        using var file = File.OpenRead(Repository.PathOf(name));
        return EnrolmentPolicy.Create(PolicyFile.Read(file));
    }

    private static EnrolmentBehaviour Behaviour(Random dice) => new()
    {
        SmsLoss = Probability(dice),
        Mistype = Probability(dice),
        GiveUp = Probability(dice),
        GiveUpAtRefusal = Probability(dice),
        MostSms = dice.Next(1, 7),
        HasDevice = dice.Next(2) == 0,
        Weights = new MoveWeights { Action = Weight(dice), VisibleLink = Weight(dice), HiddenLink = Weight(dice), ExternalLink = Weight(dice), Surface = Weight(dice), ShownWayOut = Weight(dice), StartAnew = Weight(dice), RegisterDevice = Weight(dice) },
    };

    /// <summary>Also never and always.</summary>
    private static double Probability(Random dice) => dice.Next(5) switch
    {
        0 => 0,
        1 => 1,
        _ => dice.NextDouble(),
    };

    private static double Weight(Random dice) => dice.Next(4) == 0 ? 0 : Math.Pow(10, dice.Next(-6, 3));
}
