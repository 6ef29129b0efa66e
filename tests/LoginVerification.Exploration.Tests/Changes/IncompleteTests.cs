using LoginVerification.Exploration.Tests.Support;

namespace LoginVerification.Exploration.Tests.Changes;

/// <summary>Where not every state was looked at, that is told, and nothing is claimed that is not known.</summary>
public class IncompleteTests
{
    private static readonly Explorer Shared = new();

    private static readonly EnrolmentPolicy Small = TestPolicies.Load("code-page-out-of-sight");

    private static readonly ExplorationScale OneNumber = ExplorationScale.Default with { Numbers = 1 };

    private static readonly VariantOptions Enough = new() { Scale = OneNumber };


    public static TheoryData<VariantOptions> TooFew => [new VariantOptions { MostStates = 1 }, new VariantOptions { MostShapes = 1 }];

    [Theory]
    [MemberData(nameof(TooFew))]
    public void A_difference_tells_what_is_known_all_the_same(VariantOptions options)
    {
        var (left, right) = (ShippedPolicies.Twitter2014, ShippedPolicies.Twitter2014WebTakesCode);

        var difference = PolicyDifferences.Between(left, right, RouteLinks.Visible, options, Shared);

        Assert.False(difference.IsComplete);
        Assert.Null(difference.Stranded);
        Assert.Equal(PolicyDifferences.Between(left, right, RouteLinks.Visible, explorer: Shared).Gained, difference.Gained);
        Assert.All(difference.Verdicts, change => Assert.Equal(PropertyEffect.Unknown, change.Effect));
        Assert.Contains(difference.Verdicts, change => (change.Property, change.Left, change.Right) == ("NoTrapVisible", Verdict.NotClosed, Verdict.NotClosed));
        // Gates are asked without a look at states.
        Assert.DoesNotContain(difference.Verdicts, change => change.Property == "AcceptanceAgrees");
        Assert.False(PolicyDifferences.Between(left, left, options: options, explorer: Shared).IsEmpty);
    }

    /// <summary>Each policy has few enough shapes, and the accounts that the old one left have more under the new one.</summary>
    [Fact]
    public void Who_is_stranded_is_not_known_where_the_new_rules_meet_too_many_shapes()
    {
        var left = Small.Document with { OnStop = StopMode.OptOut, OnPhoneInvalidated = InvalidationMode.DisableSilently };
        var right = Small.Document with { OnStop = StopMode.RemovePhone, OnPhoneInvalidated = InvalidationMode.Flag };
        var most = new[] { left, right }.Max(document => Shared.Explore(EnrolmentPolicy.Create(document), new ExplorationOptions { Scale = OneNumber, Properties = [] }).Shapes);

        var difference = PolicyDifferences.Between(EnrolmentPolicy.Create(left), EnrolmentPolicy.Create(right), options: Enough with { MostShapes = most }, explorer: Shared);

        Assert.Null(difference.Stranded);
        Assert.False(difference.IsComplete);
        Assert.DoesNotContain(difference.Verdicts, change => change.Effect is PropertyEffect.Unknown);
    }

    [Fact]
    public void A_variant_with_too_many_states_is_no_repair_and_that_is_told()
    {
        var property = PolicyProperties.All.Single(property => property.Name == "NoTrapVisible");
        // Accounts that said STOP, or whose number changed hands, have more states in other modes.
        var policy = EnrolmentPolicy.Create(Small.Document with { OnStop = StopMode.RemovePhone, OnPhoneInvalidated = InvalidationMode.DisableSilently });
        var all = PolicyRepairs.Of(policy, property, Enough, Shared);
        var some = PolicyRepairs.Of(policy, property, JustEnough(policy), Shared);

        Assert.True(all.IsComplete);
        Assert.False(some.IsComplete);
        Assert.Equal(all.Tried, some.Tried);
        Assert.Equal(all.Repairs.Where(repair => repair.States <= JustEnough(policy).MostStates).Select(repair => repair.Changes[0]), some.Repairs.Select(repair => repair.Changes[0]));
        Assert.NotEmpty(some.Repairs);
    }

    [Theory]
    [MemberData(nameof(TooFew))]
    public void A_policy_with_too_many_states_is_not_called_violated(VariantOptions options)
    {
        var answer = PolicyRepairs.Of(Small, PolicyProperties.All.Single(property => property.Name == "NoTrapVisible"), options, Shared);
        var whole = PolicyRepairs.OfAll(Small, options, Shared);

        Assert.Equal((Verdict.NotClosed, 0, false), (answer.Before, answer.Repairs.Count, answer.IsComplete));
        Assert.Equal((null, false), (whole.Repair, whole.IsComplete));
        // That a code is sent which nothing takes shows in a single state.
        Assert.Equal(["SentImpliesEnterable"], whole.Left);
        Assert.Contains("NoTrapVisible", whole.Open);
    }

    [Fact]
    public void A_change_after_which_there_are_too_many_states_flips_nothing_that_is_known()
    {
        var mutations = PolicyMutations.Of(Small, JustEnough(Small), Shared).ToList();

        var open = mutations.Where(mutation => !mutation.IsComplete).ToList();
        Assert.NotEmpty(open);
        Assert.All(open, mutation => Assert.Contains(mutation.Verdicts, flip => (flip.Property, flip.Effect) == ("NoTrap", PropertyEffect.Unknown)));
        Assert.All(mutations.Except(open), mutation => Assert.DoesNotContain(mutation.Verdicts, flip => flip.Effect is PropertyEffect.Unknown));
        Assert.All(mutations.SelectMany(mutation => mutation.Verdicts), flip => Assert.Equal(flip.Effect is PropertyEffect.Unknown, flip.Left is Verdict.NotClosed || flip.Right is Verdict.NotClosed));
    }

    /// <summary>As many states as the policy has, so that some of its variants have more.</summary>
    private static VariantOptions JustEnough(EnrolmentPolicy policy) => Enough with { MostStates = (int)Shared.Explore(policy, new ExplorationOptions { Scale = OneNumber }).States };
}
