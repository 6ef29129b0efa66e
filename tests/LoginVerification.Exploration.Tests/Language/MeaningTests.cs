namespace LoginVerification.Exploration.Tests.Language;

/// <summary>What is written means what the same says in C#, in every state and on every step.</summary>
public class MeaningTests
{
    private static readonly EnrolmentPolicy Policy = ShippedPolicies.Twitter2014;
    private static readonly Vocabulary Vocabulary = new(Policy);

    private static readonly Dictionary<string, Func<StateView, bool>> OfStates = new()
    {
        ["true"] = _ => true,
        ["not true"] = _ => false,
        ["state = PhonePending"] = state => state.Enrolment.State is EnrolmentState.PhonePending,
        ["state != PhonePending"] = state => state.Enrolment.State is not EnrolmentState.PhonePending,
        ["surface in {web, ios}"] = state => state.Surface.Name is "web" or "ios",
        ["screen = addPhone and surface = mobileWeb"] = state => state is { Screen: "addPhone", Surface.Name: "mobileWeb" },
        ["channel = None"] = state => state.Enrolment.ActiveChannel is null,
        ["channel in {Sms, AppPush}"] = state => state.Enrolment.ActiveChannel is not null,
        ["channel = AppPush"] = state => state.Enrolment.ActiveChannel is VerificationChannel.AppPush,
        ["sms = Lost or sms = Arrived"] = state => state.Message is SmsDelivery.Lost or SmsDelivery.Arrived,
        ["country = IL"] = state => state.Class.Country.Value == "IL",
        ["class = \"GB Example Mobile\""] = state => state.Class.Name == "GB Example Mobile",
        ["pending"] = state => state.Enrolment.Pending is not null,
        ["verified"] = state => state.Enrolment.Phone is not null,
        ["needsReverification"] = state => state.Enrolment.Phone?.NeedsReverification is true,
        ["locked"] = state => state.Enrolment.LockedUntil(CodePurpose.Enrol) > ShapeSpace.Now || state.Enrolment.FailureCount(CodePurpose.Enrol) >= 2,
        ["coolingDown"] = state => state.CoolingDown,
        ["device"] = state => state.DeviceRegistered,
        ["served"] = state => state.Class.IsServed,
        ["pending implies not verified or locked"] = state => state.Enrolment is { Pending: null } or { Phone: null } || state.Locked,
        ["device and pending or verified and not device"] = state => state.DeviceRegistered ? state.Pending : state.Verified,
    };

    private static readonly Dictionary<string, Func<StepView, bool>> OfSteps = new()
    {
        ["action = ConfirmCode"] = step => step.Command is ConfirmCode,
        ["action = None"] = step => step.Command is null,
        ["action in {OptOutOfDelivery, Unlock}"] = step => step.Command is OptOutOfDelivery or Unlock,
        ["actor = Environment"] = step => step.Actor is Actor.Environment,
        ["event = CodeMatched"] = step => step.Events.Contains(LifecycleTrigger.CodeMatched),
        ["event != CodeMatched"] = step => !step.Events.Contains(LifecycleTrigger.CodeMatched),
        ["before.surface = web and after.surface != web"] = step => step.From.Surface.Name == "web" && step.To.Surface.Name != "web",
        ["before.pending implies after.pending or after.verified"] = step => !step.From.Pending || step.To.Pending || step.To.Verified,
    };

    [Fact]
    public void Propositions_mean_the_same_in_every_state_and_on_every_step() => Assert.All(
        Judged(
        [
            .. OfStates.Select(asked => PolicyProperty.Always(asked.Key, state => Read<Formula.Always>($"always ({asked.Key})").Holds.Holds(new Moment(state)) == asked.Value(state))),
            .. OfSteps.Select(asked => PolicyProperty.OnEveryStep(asked.Key, Alike(Read<Formula.OnEveryStep>($"onEveryStep ({asked.Key})").Holds, asked.Value))),
        ]),
        told => Assert.True(told.Verdict is Verdict.Proved, told.Name));

    [Fact]
    public void Each_kind_of_property_asks_what_the_same_asks_in_C_sharp()
    {
        foreach (var (text, (holds, goal)) in OfStates.Zip(OfStates.Skip(3), (one, other) => (Key: (one.Key, other.Key), Value: (one.Value, other.Value))).Select(pair => (pair.Key, pair.Value)))
        {
            var told = Judged(
            [
                Written($"A: always ({text.Item1})"), PolicyProperty.Always("a", holds),
                Written($"B: reachable ({text.Item1})"), PolicyProperty.Reachable("b", holds),
                Written($"C: alwaysReachable ({text.Item1})"), PolicyProperty.AlwaysReachable("c", holds),
                Written($"D: alwaysReachable ({text.Item1}) overVisibleLinks withoutStaff"), PolicyProperty.AlwaysReachable("d", holds, Reliance.None),
                Written($"E: ({text.Item1}) leadsTo ({text.Item2})"), PolicyProperty.LeadsTo("e", holds, goal),
                Written($"F: ({text.Item1}) leadsTo ({text.Item2}) overVisibleLinks withStaff"), PolicyProperty.LeadsTo("f", holds, goal, Reliance.Staff),
            ]);
            foreach (var pair in told.Chunk(2))
            {
                // Where implies stands outermost, a written one that never comes to it says nothing.
                Assert.True(pair[0].Verdict == pair[1].Verdict || pair[0].Verdict is Verdict.Vacuous, $"{text}: {pair[0]}");
                Assert.Equal(pair[1].Trace, pair[0].Trace);
            }
        }
    }

    [Theory]
    [InlineData("always (state = VerificationEnabled implies verified)", Verdict.Proved)]
    [InlineData("always (pending and verified implies device)", Verdict.Vacuous)]
    [InlineData("onEveryStep (event = PhoneReplaced implies after.verified)", Verdict.Vacuous)]
    [InlineData("onEveryStep (event = CodeMatched implies after.verified)", Verdict.Proved)]
    [InlineData("(pending and verified) leadsTo (device)", Verdict.Vacuous)]
    public void What_speaks_of_what_never_occurs_says_nothing(string text, Verdict verdict) => Assert.Equal(verdict, Judged([Written($"P: {text}")]).Single().Verdict);

    [Fact]
    public void The_page_has_every_term_with_its_meaning() => Assert.All(
        Vocabulary.OfStates.Concat(Vocabulary.OfSteps.Where(term => !term.Name.Contains('.', StringComparison.Ordinal))),
        term => Assert.Matches($"\\| `{term.Name}` \\| {(term.Values is null ? "–" : "[^–|]+")} \\| {term.Meaning} \\|", Repository.Read("docs/properties.md")));

    private static Func<StepView, bool> Alike(Proposition written, Func<StepView, bool> holds) => step => written.Holds(new Moment(step)) == holds(step);

    private static T Read<T>(string text)
        where T : Formula => (T)Formulas.GetOrAdd(text, static text => PropertyParser.Parse($"P: {text}", Vocabulary, firstLine: 1).Formula);

    private static System.Collections.Concurrent.ConcurrentDictionary<string, Formula> Formulas { get; } = new();

    private static PolicyProperty Written(string text) => PropertyLanguage.Parse(text, Policy);

    private static readonly Explorer Explorer = new();

    private static List<PropertyVerdict> Judged(IReadOnlyList<PolicyProperty> properties) =>
        [.. Explorer.Explore(Policy, new ExplorationOptions { CustomProperties = properties }).Properties.Where(told => told.Kind is PropertyKind.Custom)];
}
