using System.Diagnostics;
using System.Text.Json.Nodes;

namespace LoginVerification.Tests.Policies;

/// <summary>What the largest legal policy may cost.</summary>
public sealed class LargePolicyTests
{
    private const int Rules = 64;
    private static readonly Surface First = Surface.Parse("s0");

    /// <summary>Every country with every carrier would be millions of questions, and minutes.</summary>
    [Theory]
    [InlineData(SelectionKind.Only, LineType.Mobile)]
    [InlineData(SelectionKind.Only, LineType.Voip)]
    [InlineData(SelectionKind.Except, LineType.Mobile)]
    public void A_million_bytes_of_rules_are_read_and_frozen_at_once(SelectionKind kind, LineType served)
    {
        var text = JsonNode.Parse(PolicyFile.Write(WithCarriers(kind, served)))!.ToJsonString(PolicyJson.Options);
        Assert.InRange(text.Length, 700 * 1024, PolicyLimits.MaxBytes);

        var watch = Stopwatch.StartNew();
        var policy = EnrolmentPolicy.FromJson(text);

        // Some 0.2 s; the bound is for a machine that is busy.
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(15));
        Assert.Equal((kind, served) is (SelectionKind.Only, LineType.Mobile) ? "common" : null, policy.Gate.SomeServedNumber(First, default).Carrier?.Name);
    }

    [Fact]
    public void Only_the_shortest_list_is_tried_against_the_others()
    {
        var compared = 0;
        Counted[] many = [.. Enumerable.Range(0, 1000).Select(i => new Counted(i, () => compared++))];
        Assert.True(CommonItem.TryFind([Selection.Only(many), Selection.Only(many[999], many[3]), Selection.Except(many[999])], out var item));
        Assert.Equal(3, item!.Id);
        Assert.InRange(compared, 1, 20);
        Assert.False(CommonItem.TryFind([Selection.Only(many[..500]), Selection.Only(many[500..])], out _));
        Assert.True(CommonItem.TryFind([Selection.Except(many), Selection.Any<Counted>()], out item));
        Assert.Null(item);
    }

    [Fact]
    public void What_is_remembered_of_ways_out_stays_within_its_bound_and_the_answers_stay_the_same()
    {
        const int most = 20_000;
        var policy = EnrolmentPolicy.Create(WithScreens());
        var (small, large) = (new Wayfinder(policy, most), new Wayfinder(policy));
        var largest = 0;
        for (var i = 0; i < 64; i++)
        {
            var command = new EnableVerification((VerificationChannel)(i % 2));
            var enrolment = i % 4 < 2 ? Given.NoPhone : Given.PhoneVerified;
            var facts = Given.FactsOf(Given.ByUser with { Surface = policy.Screens.Surfaces[i % 8] }) with { DeviceRegistered = i % 3 == 0 };
            var situation = new Situation(enrolment, facts, policy);
            Assert.Equal(large.Find(situation, command, Given.Israeli), small.Find(situation, command, Given.Israeli));
            Assert.InRange(small.Size, 0, most);
            largest = Math.Max(largest, small.Size);
        }

        Assert.True(large.Size > most, $"{large.Size} is no strain");
        Assert.True(largest > 0, "something is remembered");
    }

    [Fact]
    public void A_map_of_ways_keeps_nothing_for_a_link()
    {
        var enrolment = Given.NoPhone;
        var situation = new Situation(enrolment, Given.FactsOf(Given.ByUser with { Surface = First }), EnrolmentPolicy.Create(WithScreens()));
        Assert.Equal(Size(links: 1), Size(links: 15));

        int Size(int links)
        {
            var policy = EnrolmentPolicy.Create(WithScreens(links));
            var finder = new Wayfinder(policy);
            finder.Find(situation with { Limits = policy.Limits, Gate = policy.Gate }, new EnableVerification(VerificationChannel.Sms), Given.Israeli);
            return finder.Size;
        }
    }

    private static PolicyDocument WithCarriers(SelectionKind kind, LineType served) => ShippedPolicies.Consistent.Document with
    {
        Surfaces = [.. Enumerable.Range(0, 16).Select(surface => new SurfaceDocument { Name = $"s{surface}", Home = "home", Screens = [new() { Name = "home", Actions = [new() { Action = EnrolmentAction.SubmitPhone }] }] })],
        Rules = [.. Enumerable.Range(0, Rules).Select(rule => new GatingRule
        {
            Name = $"r{rule}",
            Actions = [EnrolmentAction.SubmitPhone],
            LineTypes = rule == Rules - 1 ? Selection.Only(served) : Selection.Any<LineType>(),
            Countries = kind is SelectionKind.Only ? Selection.Only<CountryCode>([.. Countries]) : Selection.Any<CountryCode>(),
            Carriers = Countries.ToDictionary(country => country.Value, _ => kind is SelectionKind.Only
                ? Selection.Only<Carrier>([.. Carriers(rule), Carrier.Parse("common")])
                : Selection.Except<Carrier>([.. Carriers(rule)])),
        })],
    };

    private static IEnumerable<CountryCode> Countries => "AT AU BE BR CH CN CZ DE DK EG ES FI FR GB GR HU IE IL IN IT".Split(' ').Select(CountryCode.Parse);

    private static IEnumerable<Carrier> Carriers(int rule) => Enumerable.Range(0, 48).Select(carrier => Carrier.Parse($"carrier{rule:00}{carrier:000}"));

    private static PolicyDocument WithScreens(int links = 4) => ShippedPolicies.Consistent.Document with
    {
        Rules = [],
        Surfaces = [.. Enumerable.Range(0, 8).Select(surface => new SurfaceDocument
        {
            Name = $"s{surface}",
            Home = "p0",
            Screens = [.. Enumerable.Range(0, 16).Select(screen => new ScreenDocument
            {
                Name = $"p{screen}",
                Actions = [.. Enum.GetValues<EnrolmentAction>().Select(action => new ScreenAction { Action = action })],
                Links = [.. Enumerable.Range(1, links).Select(to => new ScreenLink { To = $"p{(screen + to) % 16}" })],
            })],
        })],
    };

    /// <summary>An item that tells when it is compared.</summary>
    private sealed class Counted(int id, Action compared) : IEquatable<Counted>
    {
        public int Id => id;

        public bool Equals(Counted? other)
        {
            compared();
            return other?.Id == id;
        }

        public override bool Equals(object? obj) => Equals(obj as Counted);

        public override int GetHashCode() => id;
    }
}
