using LoginVerification.Exploration.Tests.Naive;
using LoginVerification.Exploration.Tests.Support;

namespace LoginVerification.Exploration.Tests.StateSpace;

/// <summary>An SMS is lost where the policy says that it can be, and nowhere else.</summary>
public sealed class LostSmsTests
{
    private const string Name = "sms-lost-in-india";
    private static readonly EnrolmentPolicy Policy = TestPolicies.Load(Name);
    private static readonly ExplorationScale Scale = new() { Numbers = 1 };

    [Fact]
    public void Numbers_are_told_apart_by_whether_an_SMS_can_be_lost()
    {
        Assert.Equal(["US", "IN"], NumberClasses.Of(Policy).Select(number => number.Country.Value).Where(country => country is "US" or "IN"));
        Assert.Equal(
            ["every number that the rule sms-where-listed allows, and to which every SMS arrives", "every number that the rule sms-where-listed refuses for its country, and to which every SMS arrives", "every number that the rule sms-where-listed allows, and to which an SMS can be lost"],
            NumberClasses.Of(Policy).Select(number => number.Description));
        Assert.Equal(2, NumberClasses.Of(Without(Policy)).Count);
    }

    [Fact]
    public void Nothing_is_lost_elsewhere()
    {
        var model = new Explorer().ModelOf(Policy, Scale, CancellationToken.None);
        var graph = StateGraph.Explore(model, int.MaxValue, null, CancellationToken.None);

        Assert.Equal(["IN"], graph.States.Select(state => model.Codec.Unpack(state)).Where(state => state.Message is SmsDelivery.Lost).Select(state => model.ClassOf(state).Country.Value).Distinct());
    }

    /// <summary>India and the US pass the same gates, and yet one walk cannot stand for both.</summary>
    [Fact]
    public void Classes_are_alike_only_if_an_SMS_can_be_lost_to_both_or_to_neither()
    {
        var model = new Explorer().ModelOf(Policy, Scale, CancellationToken.None);

        Assert.All(model.AlikeClasses, alike => Assert.Single(alike));
    }

    [Fact]
    public void A_naive_explorer_loses_the_same_SMS()
    {
        var scale = new ExplorationScale { Numbers = 1, WrongTries = 1, EveryFailures = 1, FinalFailures = 2, SendsPerNumber = 1, SendsPerAccount = 1 };
        var document = Policy.Document;
        using var naive = new NaiveExplorer(
            document with
            {
                Code = document.Code with { WrongTries = 1 },
                Lock = document.Lock with { EveryFailures = 1, FinalFailures = 2 },
                Sending = document.Sending with { PerNumber = 1, PerAccount = 1 },
            },
            numbers: 1);

        var explored = new Explorer().Explore(Policy, new ExplorationOptions { Scale = scale });
        naive.Explore();

        Assert.Equal((explored.Classes.Count, explored.States, explored.Edges, explored.Depth), (naive.Classes, naive.States, naive.Edges, naive.Depth));
    }

    /// <summary>What holds wherever SMS arrive is violated by those alone to whom one can be lost.</summary>
    [Fact]
    public void A_property_that_a_lost_SMS_violates_is_proved_where_none_can_be_lost()
    {
        var told = Explored(Policy);
        Assert.Equal(Verdict.Violated, told.Verdict);
        Assert.All(told.Violations, violation => Assert.Equal("IN", violation.Class!.Country.Value));

        var nowhere = Policy.Document with { Rules = [Policy.Document.Rules[0], new() { Name = "not-in-india", Actions = [EnrolmentAction.SubmitPhone, EnrolmentAction.ResendCode], Countries = Selection.Except<CountryCode>(CountryCode.Parse("IN")) }] };
        Assert.Equal(Verdict.Proved, Explored(EnrolmentPolicy.Create(nowhere)).Verdict);
        Assert.Equal(Verdict.Violated, Explored(Without(EnrolmentPolicy.Create(nowhere))).Verdict);
    }

    private static EnrolmentPolicy Without(EnrolmentPolicy policy) => EnrolmentPolicy.Create(policy.Document with { SmsDelivery = new() });

    private static PropertyVerdict Explored(EnrolmentPolicy policy) => new Explorer()
        .Explore(policy, new ExplorationOptions { Scale = Scale, CustomProperties = [PolicyProperty.Always("NothingLost", state => state.Message is not SmsDelivery.Lost)] })
        .Properties.Single(property => property.Name == "NothingLost");
}
