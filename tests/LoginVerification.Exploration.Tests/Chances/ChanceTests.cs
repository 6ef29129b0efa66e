using LoginVerification.Exploration.Tests.Oracles;
using LoginVerification.Exploration.Tests.Support;

namespace LoginVerification.Exploration.Tests.Chances;

public class ChanceTests
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
            var chances = EnrolmentChances.Of(policy, behaviour, Explorer);
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
                var chances = EnrolmentChances.Of(policy, behaviour, Explorer);
                foreach (var home in chances.Model.Screens.Homes)
                {
                    Assert.All(chances.Starts(home, CancellationToken.None), start =>
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
        var of2014 = EnrolmentChances.Of(ShippedPolicies.Twitter2014, explorer: Explorer);
        var (web, mobileWeb) = (Surface.Parse("web"), Surface.Parse("mobileWeb"));
        var (israel, america) = (CountryCode.Parse("IL"), CountryCode.Parse("US"));

        Assert.InRange(of2014.Find(web, america).Enrolled, 0.86, 0.88);
        Assert.InRange(of2014.Find(web, israel).Enrolled, 0.40, 0.42);
        Assert.InRange(of2014.Find(mobileWeb, israel).Enrolled, 0.61, 0.63);
        Assert.Equal((RefusalCode.CountryNotServed, "addPhone"), (of2014.Find(web, israel).Leavings[0].Refusal, of2014.Find(web, israel).Leavings[0].Screen));
        var consistent = EnrolmentChances.Of(ShippedPolicies.Consistent, explorer: Explorer);
        Assert.All(consistent.Model.Screens.Surfaces, surface => Assert.InRange(consistent.Find(surface, israel).Enrolled, 0.91, 0.93));
    }

    [Fact]
    public void A_country_with_figures_of_its_own_has_a_row_of_its_own()
    {
        var egypt = CountryCode.Parse("EG");
        var chances = EnrolmentChances.Of(ShippedPolicies.Twitter2014, new EnrolmentBehaviour { SmsLossIn = new Dictionary<CountryCode, double> { [egypt] = 0.5, [CountryCode.Parse("AQ")] = 0.5 } }, Explorer);
        var rows = chances.Survey(Surface.Parse("web"));

        Assert.Equal(["EG"], rows.Select(row => row.Numbers).Except(EnrolmentChances.Of(ShippedPolicies.Twitter2014, explorer: Explorer).Survey(Surface.Parse("web")).Select(row => row.Numbers)));
        Assert.True(rows.Single(row => row.Numbers == "EG").Enrolled < rows[0].Enrolled);
        Assert.Equal(rows.Single(row => row.Numbers == "EG").Enrolled, chances.Find(Surface.Parse("web"), egypt).Enrolled);
    }

    [Fact]
    public void What_is_out_of_bounds_or_unknown_is_told_with_the_mend()
    {
        var chances = EnrolmentChances.Of(ShippedPolicies.Twitter2014, explorer: Explorer);

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
