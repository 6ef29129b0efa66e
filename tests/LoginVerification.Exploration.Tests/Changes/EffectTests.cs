using LoginVerification.Exploration.Tests.Support;
using NodaTime;

namespace LoginVerification.Exploration.Tests.Changes;

/// <summary>What a change does to a property has one meaning, whoever tells it; and no repair may let what is violated reach farther.</summary>
public class EffectTests
{
    private static readonly Explorer Shared = new();

    private static readonly PolicyDocument Policy = ShippedPolicies.Twitter2014.Document with { OnPhoneInvalidated = InvalidationMode.Flag };

    private static readonly ExplorationScale OneNumber = ExplorationScale.Default with { Numbers = 1 };

    [Fact]
    public void Diff_mutate_and_repair_say_the_same_of_what_is_repaired()
    {
        var policy = TestPolicies.Load("code-page-out-of-sight");
        var repair = PolicyRepairs.Of(policy, Named("NoTrapVisible"), new VariantOptions { Scale = OneNumber }, Shared).Repairs[0];

        var difference = PolicyDifferences.Between(policy, repair.Policy, options: new VariantOptions { Scale = OneNumber }, explorer: Shared);
        var mutation = PolicyMutations.Of(policy, new VariantOptions { Scale = OneNumber }, Shared).First(mutation => mutation.Change == repair.Changes[0]);

        Assert.Equal(["SameSurfaceCompletion", "NoTrapVisible", "SentImpliesEnterable"], repair.Repaired);
        Assert.Equal(repair.Repaired, Repaired(difference.Verdicts));
        Assert.Equal(repair.Repaired, Repaired(mutation.Verdicts));

        static IEnumerable<string> Repaired(IEnumerable<VerdictChange> changes) => changes.Where(change => change.Effect is PropertyEffect.Repaired).Select(change => change.Property);
    }

    /// <summary>A policy without rules refuses nothing, so that its surfaces agree; where others are the reason that nothing can be said, nothing is repaired.</summary>
    [Theory]
    [InlineData("AcceptanceAgrees", PropertyEffect.Repaired, "ungate: drop the rule web-countries", "ungate: drop the rule web-carriers")]
    [InlineData("AcceptanceAgrees", PropertyEffect.Repaired, "rule web-countries on all surfaces", "rule web-carriers on all surfaces")]
    [InlineData("AcceptanceAgrees", PropertyEffect.Vacuous, "rule web-countries: not for SubmitPhone", "rule web-carriers: not for SubmitPhone")]
    [InlineData("EveryRuleFires", PropertyEffect.Vacuous, "ungate: drop the rule web-countries", "ungate: drop the rule web-carriers")]
    [InlineData("SentImpliesEnterable", PropertyEffect.Repaired, "mobileWeb/pending: show \"manage\"")]
    [InlineData("NoTrap", PropertyEffect.Broken, "mobileWeb/verification: drop ConfirmCode")]
    [InlineData("RefusalHasWayOut", null, "mobileWeb/pending: show \"manage\"")]
    public void A_change_has_one_effect_on_a_property(string property, PropertyEffect? effect, params string[] changes)
    {
        var (before, after) = (JudgedAt(Policy), JudgedAt(ChangedBy.Of(Policy, changes)));

        Assert.Equal(effect, after.EffectOn(Named(property), before));
        // What became vacuous says something again the other way round.
        if (effect is PropertyEffect.Vacuous && before[Named(property)].Verdict is Verdict.Proved)
            Assert.Equal(PropertyEffect.Proved, before.EffectOn(Named(property), after));
    }

    /// <summary>Each of them flips no verdict of the property.</summary>
    [Theory]
    [InlineData("France is refused, too", "NoTrapVisible", "AcceptanceAgrees", "EnableGateAgreesWithAddGate", "LinkTargetServes")]
    [InlineData("a code is sent that the web does not take", "SentImpliesEnterable")]
    [InlineData("a number that changed hands ends protection as well", "NoSilentDisable", "NoBypass")]
    [InlineData("a refusal more without a way out", "RefusalHasWayOut")]
    [InlineData("nothing")]
    public void What_is_violated_farther_is_harmed_and_what_is_violated_less_is_not(string change, params string[] harmed)
    {
        var (before, after) = (JudgedAt(Policy), JudgedAt(Changed(change)));

        Assert.Equal(harmed, after.HarmedSince(before).Select(property => property.Name).Where(name => harmed.Contains(name) || change == "nothing"));
        Assert.All(harmed, name => Assert.Null(after.EffectOn(Named(name), before)));
        // Where a gate is closed, what was refused behind it is so no more.
        Assert.DoesNotContain(before.HarmedSince(after), property => harmed.Contains(property.Name) && property is not RefusalHasWayOut);
    }

    /// <summary>It would repair the property and break none, yet let the web take numbers whose code it then refuses.</summary>
    [Fact]
    public void A_change_that_sends_codes_which_nothing_takes_is_no_repair()
    {
        string[] changes = ["rule web-countries on all surfaces", "rule web-carriers: not for SubmitPhone"];
        var (before, after) = (JudgedAt(Policy), JudgedAt(ChangedBy.Of(Policy, changes)));

        Assert.Equal(PropertyEffect.Repaired, after.EffectOn(Named("AcceptanceAgrees"), before));
        Assert.DoesNotContain(after.ChangesSince(before), flip => flip.Effect is PropertyEffect.Broken or PropertyEffect.Vacuous);
        Assert.Equal(["SentImpliesEnterable"], after.HarmedSince(before).Select(property => property.Name));
    }

    /// <summary>It is violated before and after, with the same story: how far, only the chance of a hit tells.</summary>
    [Theory]
    [InlineData("a digit less")]
    [InlineData("twice the guesses")]
    [InlineData("no end to the guesses")]
    [InlineData("a digit less, without an end")]
    [InlineData("faster guesses, without an end")]
    public void Guesses_that_hit_more_often_are_a_violation_that_reaches_farther(string change)
    {
        var (few, endless) = (new LockRules { FinalFailures = 50 }, new LockRules { Longest = Duration.FromSeconds(30), FinalFailures = PolicyLimits.Unlimited });
        var (before, after) = change switch
        {
            "a digit less" => (Guessed(5, few), Guessed(4, few)),
            "twice the guesses" => (Guessed(5, few), Guessed(5, new LockRules())),
            "no end to the guesses" => (Guessed(4, few), Guessed(4, endless)),
            "a digit less, without an end" => (Guessed(5, endless), Guessed(4, endless)),
            _ => (Guessed(4, endless), Guessed(4, endless, new SendRules { PerNumber = 20 })),
        };

        Assert.Equal((Verdict.Violated, Verdict.Violated), (before[Named("GuessesAreBounded")].Verdict, after[Named("GuessesAreBounded")].Verdict));
        Assert.Equal(["GuessesAreBounded"], after.HarmedSince(before).Select(property => property.Name));
        Assert.Empty(before.HarmedSince(after));

        static Judgement Guessed(int digits, LockRules locks, SendRules? sending = null) => JudgedAt(TestPolicies.Load("guessed-without-end").Document with
        {
            Code = new CodeRules { Digits = digits },
            Sending = sending ?? new SendRules(),
            Lock = locks,
        });
    }

    private static PolicyDocument Changed(string change) => change switch
    {
        "France is refused, too" => Policy with { Rules = [Policy.Rules[0] with { Countries = Selection.Except(CountryCode.Parse("IL"), CountryCode.Parse("FR")) }, Policy.Rules[1]] },
        "a code is sent that the web does not take" => ChangedBy.Of(Policy, "rule web-carriers: not for SubmitPhone"),
        "a number that changed hands ends protection as well" => Policy with { OnPhoneInvalidated = InvalidationMode.DisableSilently },
        "a refusal more without a way out" => ChangedBy.Of(Policy, "close the channel Sms"),
        _ => Policy with { Description = "another one" },
    };

    private static Judgement JudgedAt(PolicyDocument document) => new PolicyJudge(Shared, new VariantOptions { Scale = OneNumber }, CancellationToken.None).Of(document)!;

    private static PolicyProperty Named(string name) => PolicyProperties.All.Single(property => property.Name == name);
}
