using LoginVerification.Exploration.Tests.Oracles;
using LoginVerification.Exploration.Tests.Replay;

namespace LoginVerification.Exploration.Tests.Fairness;

/// <summary>Whoever keeps trying: verdicts and stories, on policies.</summary>
public class LeadsToTests
{
    private static readonly Explorer Explorer = new();

    public static TheoryData<string> Names => [.. ShippedPolicies.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Fixed_points_over_explicit_sets_say_the_same(string name) => AssertAlike(ShippedPolicies.Load(name));

    [Fact]
    public void They_say_the_same_where_somebody_is_caught() => AssertAlike(Oracles.Policies.WithTrap);

    [Theory]
    [InlineData("consistent", Verdict.Violated, Verdict.Proved, Verdict.Proved)]
    [InlineData("twitter-2014", Verdict.Violated, Verdict.Proved, Verdict.Violated)]
    [InlineData("twitter-2014-web-takes-code", Verdict.Violated, Verdict.Proved, Verdict.Proved)]
    public void Who_keeps_trying_ends_enrolled(string name, Verdict alone, Verdict withStaff, Verdict inSight)
    {
        var told = Judged(ShippedPolicies.Load(name), [.. new[] { Reliance.HiddenLinks, Reliance.HiddenLinks | Reliance.Staff, Reliance.Staff }.Select(Enrolled)]);

        Assert.Equal([alone, withStaff, inSight], told.Select(property => property.Verdict));
    }

    /// <summary>Where it begins everywhere, fair runs get there if and only if some way always leads there: a theorem, and Rumur says so of the second.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void From_everywhere_it_is_what_can_always_still_be_reached(string name)
    {
        PolicyProperty[] pairs =
        [
            .. Goals.SelectMany(goal => Reliances.SelectMany(reliance => new[]
            {
                PolicyProperty.LeadsTo($"{goal.Key} comes {reliance}", _ => true, goal.Value, reliance),
                PolicyProperty.AlwaysReachable($"{goal.Key} can come {reliance}", goal.Value, reliance),
            })),
        ];

        foreach (var pair in Judged(ShippedPolicies.Load(name), pairs).Chunk(2))
            Assert.True(pair[0].Verdict == pair[1].Verdict, $"{pair[0].Name}: {pair[0].Verdict}, {pair[1].Verdict}");
    }

    [Fact]
    public void The_story_goes_round_and_each_step_can_be_taken()
    {
        var told = Judged(ShippedPolicies.Twitter2014, Enrolled(Reliance.Staff)).Single();
        var scale = ExplorationScale.Default.For(ShippedPolicies.Twitter2014);
        using var replay = new TraceReplay(Explorer.ModelOf(ShippedPolicies.Twitter2014, scale, CancellationToken.None));

        Assert.Null(replay.Complaint(told.Trace));
        var round = told.Trace!.Skip(told.CycleStart!.Value).ToList();
        Assert.Null(replay.Complaint([.. told.Trace!, .. round, .. round]));
        Assert.Equal("it can go round for ever without getting there", told.Reason);
    }

    [Fact]
    public void Where_nothing_leads_on_the_story_ends()
    {
        var told = Judged(OneCountry, PolicyProperty.LeadsTo("Pending", state => !state.Class.IsServed, state => state.Pending)).Single();

        Assert.Equal((Verdict.Violated, null), (told.Verdict, told.CycleStart));
        Assert.Equal("look for a way on", told.Trace![^1].Action);
    }

    [Fact]
    public void What_never_begins_says_nothing() => Assert.Equal(
        Verdict.Vacuous,
        Judged(ShippedPolicies.Twitter2014, PolicyProperty.LeadsTo("Never", state => state is { Pending: true, Verified: true }, _ => false)).Single().Verdict);

    private static void AssertAlike(EnrolmentPolicy policy)
    {
        var naive = new NaiveResponse(policy, Oracles.Policies.SmallScale);
        (Func<StateView, bool> Here, Func<NaiveState, bool> There)[] propositions =
        [
            (state => state.Class.IsServed, _ => true),
            (state => state.State is EnrolmentState.VerificationEnabled, state => state.Lifecycle == "VerificationEnabled"),
            (state => state.State is EnrolmentState.PhonePending, state => state.Lifecycle == "PhonePending"),
            (state => state.State is EnrolmentState.NoPhone, state => state.Lifecycle == "NoPhone"),
            (state => state.Surface.Name == "web", state => state.Surface == "web"),
            (state => state.Message is SmsDelivery.Lost, state => state.Message == "Lost"),
            (state => state.DeviceRegistered, state => state.Device),
        ];
        var asked =
            (from number in Enumerable.Range(0, propositions.Length)
             from other in Enumerable.Range(1, propositions.Length - 1)
             let reliance = Reliances[(number + other) % Reliances.Length]
             select (Name: $"{number} leads to {other}, {reliance}", From: propositions[number], To: propositions[other], Reliance: reliance)).ToList();
        var served = Export.Explored(policy, Oracles.Policies.SmallScale).Classes.Where(known => known.IsServed).Select(known => known.Name).ToHashSet();

        var told = Judged(policy, [.. asked.Select(one => PolicyProperty.LeadsTo(one.Name, state => state.Class.IsServed && one.From.Here(state), one.To.Here, one.Reliance))]);

        Assert.Contains(told, one => one.Verdict is Verdict.Proved);
        Assert.Contains(told, one => one.Verdict is Verdict.Violated);
        Assert.All(asked.Zip(told), pair => Assert.True(
            naive.Leads(
                state => served.Contains(state.Class) && pair.First.From.There(state),
                pair.First.To.There,
                pair.First.Reliance.HasFlag(Reliance.Staff),
                pair.First.Reliance.HasFlag(Reliance.HiddenLinks)) == pair.Second.Verdict is not Verdict.Violated,
            $"{policy.Name}: {pair.First.Name}: {pair.Second.Verdict}"));
    }

    private static readonly Reliance[] Reliances = [Reliance.None, Reliance.HiddenLinks, Reliance.Staff, Reliance.HiddenLinks | Reliance.Staff];

    private static readonly Dictionary<string, Func<StateView, bool>> Goals = new()
    {
        ["enabled"] = state => state.State is EnrolmentState.VerificationEnabled,
        ["served and enabled"] = state => !state.Class.IsServed || state.State is EnrolmentState.VerificationEnabled,
        ["start"] = state => state.State is EnrolmentState.NoPhone,
        ["web"] = state => state.Surface.Name == "web",
        ["device"] = state => state.DeviceRegistered,
    };

    /// <summary>On the one screen nothing can be done with numbers of other countries.</summary>
    private static EnrolmentPolicy OneCountry { get; } = EnrolmentPolicy.Create(new PolicyDocument
    {
        Name = "one-country",
        Surfaces =
        [
            new SurfaceDocument { Name = "web", Home = "add", Screens = [new ScreenDocument { Name = "add", Actions = [new ScreenAction { Action = EnrolmentAction.SubmitPhone }] }] },
        ],
        Rules = [new GatingRule { Name = "israel", Actions = [EnrolmentAction.SubmitPhone], Countries = Selection.Only(CountryCode.Parse("IL")) }],
    });

    private static PolicyProperty Enrolled(Reliance reliance) =>
        PolicyProperty.LeadsTo($"Enrolled, {reliance}", state => state.Class.IsServed, state => state.State is EnrolmentState.VerificationEnabled, reliance);

    private static List<PropertyVerdict> Judged(EnrolmentPolicy policy, params PolicyProperty[] properties) =>
    [
        .. Explorer.Explore(policy, new ExplorationOptions { Scale = Oracles.Policies.SmallScale, CustomProperties = properties }).Properties.Where(told => told.Kind is PropertyKind.Custom),
    ];
}
