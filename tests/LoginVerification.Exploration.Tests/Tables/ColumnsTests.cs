using LoginVerification.Exploration.Tests.Support;
using NodaTime;

namespace LoginVerification.Exploration.Tests.Tables;

/// <summary>What is chosen at a sample's scale is right at the scale of the verdicts.</summary>
public class ColumnsTests
{
    [Theory]
    [InlineData("consistent")]
    [InlineData("twitter-2014")]
    [InlineData("twitter-2014-web-takes-code")]
    public void A_dropped_column_says_nothing_that_a_kept_one_does_not(string policy)
    {
        var kept = Scales.ColumnsOf(policy).Select(input => input.Name).ToHashSet();
        var whole = Scales.WholeTableOf(policy);
        var columns = whole.Columns.ToDictionary(column => whole[column].Name);
        var dropped = whole.Inputs.Where(input => !kept.Contains(input.Name)).ToList();

        Assert.NotEmpty(dropped);
        Assert.All(dropped, input =>
        {
            var ofFirst = input with { Number = Slot.First };
            var favourable = input with { Adverse = null };
            var standIn = input.Number is Slot.Second && !kept.Contains(favourable.Name) ? ofFirst : favourable;
            Assert.NotEqual(input.Name, standIn.Name);
            Assert.Equal([], Differences(whole, columns[standIn.Name], columns[input.Name]));
        });
    }

    [Theory]
    [InlineData("consistent")]
    [InlineData("twitter-2014")]
    [InlineData("twitter-2014-web-takes-code")]
    public void A_command_needs_what_its_answer_depends_on(string policy)
    {
        var whole = Scales.WholeTableOf(policy);
        var columns = whole.Columns.ToDictionary(column => whole[column].Name);

        bool DependsOn(Input input, AdverseFactKind kind) => whole.Inputs
            .Where(other => other.Family == input.Family && other.Number is null or Slot.First && other.Adverse?.Kind == kind)
            .Any(other => Differences(whole, columns[(other with { Adverse = null }).Name], columns[other.Name]).Any());

        Assert.All(Scales.ColumnsOf(policy).Where(input => input.Command is UserCommand && input.Adverse is null), input =>
        {
            Assert.Equal(DependsOn(input, AdverseFactKind.Device) ? true : null, input.NeedsDevice);
            Assert.Equal(DependsOn(input, AdverseFactKind.Code), input.NeedsMessage);
        });
    }

    /// <summary>So that variants of a policy share their columns.</summary>
    [Theory]
    [InlineData("consistent")]
    [InlineData("removed-phone-cools-down")]
    [InlineData("guessed-without-end")]
    public void What_no_column_depends_on_has_no_sample_of_its_own(string policy)
    {
        var sample = Columns.SampleOf(TestPolicies.Load(policy).Limits);
        var other = sample with
        {
            Code = sample.Code with { Digits = 8 },
            SignIn = new SignInRules { Codes = 1, Pushes = 1, PushLife = Duration.FromSeconds(30), NumberTries = 1 },
            ChannelChanges = new ChannelChangeRules { Most = 1, Window = Duration.FromHours(1) },
            PendingLapsesAfter = Duration.FromSeconds(30),
            ReauthenticateWithin = Duration.FromMinutes(1),
            AccountsPerNumber = 1,
        };

        Assert.NotEqual(sample, other);
        Assert.Equal(sample, Columns.SampleOf(other));
        Assert.Equal(Columns.Distinguishing(sample, PolicyProperties.Observers).Order(), Columns.Distinguishing(other, PolicyProperties.Observers).Order());
    }

    public static TheoryData<string, RemovePhoneMode, StopMode, InvalidationMode> Sampled
    {
        get
        {
            var all = from policy in new[] { "consistent", "twitter-2014", "gitlab", "removed-phone-cools-down", "guessed-without-end" }
                      from removal in Enum.GetValues<RemovePhoneMode>()
                      from stop in Enum.GetValues<StopMode>()
                      from invalidation in Enum.GetValues<InvalidationMode>()
                      select (policy, removal, stop, invalidation);
            var sampled = new TheoryData<string, RemovePhoneMode, StopMode, InvalidationMode>();
            foreach (var (policy, removal, stop, invalidation) in all.Where((_, index) => Full.IsAsked || index % 7 == 3))
                sampled.Add(policy, removal, stop, invalidation);
            return sampled;
        }
    }

    /// <summary>The large one has two numbers that are each sent a second code, and whatever bound the policy lacks it lacks as well.</summary>
    [Theory, MemberData(nameof(Sampled))]
    public void Two_small_samples_tell_the_columns_that_a_large_one_tells(string policy, RemovePhoneMode removal, StopMode stop, InvalidationMode invalidation)
    {
        var sample = Columns.SampleOf(TestPolicies.Load(policy).Limits) with { RemovePhoneWhileEnabled = removal, OnStop = stop, OnPhoneInvalidated = invalidation };
        var table = TableBuilder.Build(sample, [.. Inputs.All(numbers: 2, sample)], PolicyProperties.Observers, int.MaxValue, CancellationToken.None);

        Assert.Equal(Distinguishing(table).Order(), Columns.Distinguishing(sample, PolicyProperties.Observers).Order());
    }

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, Full.IsAsked ? 40 : 4)];

    /// <summary>Limits that nobody thought of, with temporary locks and codes that die, which no sample has.</summary>
    [Theory, MemberData(nameof(Seeds))]
    public void No_column_is_dropped_that_says_something_at_a_larger_scale(int seed)
    {
        var dice = new Random(seed);
        var usual = ShippedPolicies.Consistent.Limits;
        var limits = usual with
        {
            Code = usual.Code with { OnResend = Pick<ResendMode>(), WrongTries = Pick(1, 5, PolicyLimits.Unlimited), Life = Pick(Duration.FromSeconds(30), Duration.FromMinutes(10)) },
            Sending = usual.Sending with { ResendWait = Pick(Duration.FromSeconds(1), Duration.FromSeconds(30), Duration.FromMinutes(10)), PerNumber = Pick(1, 2, 5), Window = Pick(Duration.FromHours(1), Duration.FromDays(7)) },
            Lock = usual.Lock with { EveryFailures = Pick(1, 2, PolicyLimits.Unlimited), First = Pick(Duration.FromSeconds(1), Duration.FromHours(1)) },
            CoolDownAfterRemoval = Pick(Duration.Zero, Duration.FromSeconds(1), Duration.FromDays(30)),
            RemovePhoneWhileEnabled = Pick<RemovePhoneMode>(),
            OnStop = Pick<StopMode>(),
            OnPhoneInvalidated = Pick<InvalidationMode>(),
        };
        var scale = new ExplorationScale { Numbers = 2, WrongTries = Pick(1, 2), FinalFailures = 2, SendsPerAccount = Pick(2, 3) };
        var scaled = scale.Applied(limits);
        var table = TableBuilder.Build(scaled, [.. Inputs.All(numbers: 2, scaled)], PolicyProperties.Observers, mostShapes: Full.IsAsked ? 20_000 : 5_000, CancellationToken.None);

        Assert.Subset(Columns.Distinguishing(Columns.SampleOf(limits), PolicyProperties.Observers).ToHashSet(), Distinguishing(table));

        T Pick<T>(params T[] values) => (values.Length == 0 ? (T[])Enum.GetValues(typeof(T)) : values) is var all ? all[dice.Next(all.Length)] : default!;
    }

    /// <summary>What some shape tells from its stand-in, in a table with all columns.</summary>
    private static HashSet<string> Distinguishing(DecisionTable table)
    {
        var columns = table.Columns.ToDictionary(column => table[column].Name);
        return table.Inputs.Where(IsDistinguishing).Select(input => input.Name).ToHashSet();

        bool IsDistinguishing(Input input)
        {
            var favourable = input with { Adverse = null };
            return input.Passing is not null || (Differs(favourable, favourable with { Number = Slot.First }) && Differs(input, favourable));
        }

        bool Differs(Input input, Input standIn) => input.Name == standIn.Name || table.ShapeIds.Any(shape => IsTold(table[shape, columns[input.Name]], table[shape, columns[standIn.Name]]));

        static bool IsTold(in Cell one, in Cell other) => one != Cell.Empty && other != Cell.Empty && one.ToAnswer() != other.ToAnswer();
    }

    private static IEnumerable<Shape> Differences(DecisionTable table, ColumnId left, ColumnId right) =>
        table.ShapeIds
            .Where(shape => table[shape, left] != Cell.Empty && table[shape, right] != Cell.Empty && Answer(table[shape, left]) != Answer(table[shape, right]))
            .Select(shape => table[shape]).Take(1);

    /// <summary>A cell without what it says of another one.</summary>
    private static Cell Answer(in Cell cell) => cell with { IsSameStep = false };
}
