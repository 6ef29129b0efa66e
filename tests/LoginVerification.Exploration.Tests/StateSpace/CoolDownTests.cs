using LoginVerification.Exploration.Tests.Naive;
using LoginVerification.Exploration.Tests.Support;
using NodaTime;
using Xunit.Abstractions;

namespace LoginVerification.Exploration.Tests.StateSpace;

/// <summary>An account from which a phone was removed takes none for a while, and time ends it.</summary>
public sealed class CoolDownTests(ITestOutputHelper output)
{
    private static readonly EnrolmentPolicy Policy = TestPolicies.Load("removed-phone-cools-down");
    private static readonly ExplorationScale Scale = new() { Numbers = 1 };

    /// <summary>Shorter than any wait, longer than some, and as long as the window of sends.</summary>
    [Theory]
    [InlineData(10)]
    [InlineData(45)]
    [InlineData(86_400)]
    public void A_naive_explorer_comes_to_the_same(int seconds) => NaiveComparison.Hold(With(Duration.FromSeconds(seconds)), Scale, output);

    [Fact]
    public void What_a_cool_down_is_can_be_asked()
    {
        string[] proved =
        [
            "cooling: reachable (coolingDown)",
            "nothing-there: always (coolingDown implies state = NoPhone)",
            "nothing-added: onEveryStep (before.coolingDown implies after.state = NoPhone)",
            "it-ends: (coolingDown) leadsTo (not coolingDown)",
            "who-removed-cools-down: onEveryStep (event = PhoneRemoved implies after.coolingDown)",
            "who-cancelled-does-not: onEveryStep (event = PendingCancelled and event != PhoneRemoved implies not after.coolingDown)",
        ];
        var written = PropertyLanguage.ParseLines(string.Join('\n', proved), Policy, out var errors);
        Assert.Empty(errors);

        Assert.All(
            new Explorer().Explore(Policy, new ExplorationOptions { Scale = Scale, CustomProperties = written }).Properties.Where(told => told.Kind is PropertyKind.Custom),
            told => Assert.True(told.Verdict is Verdict.Proved, $"{told.Name}: {told.Verdict} {told.Reason}"));
    }

    /// <summary>Who has to wait is not trapped and not locked out, and the refusal that tells until when leads on.</summary>
    [Theory]
    [InlineData("NoTrap")]
    [InlineData("NoTrapVisible")]
    [InlineData("NoLockout")]
    [InlineData("RefusalHasWayOut")]
    [InlineData("OffersCanHappen")]
    public void A_wait_is_no_trap(string property) =>
        Assert.Equal(Verdict.Proved, TestPolicies.Explore(Policy).Properties.Single(told => told.Name == property).Verdict);

    [Fact]
    public void A_policy_without_one_knows_no_timer_and_no_state_of_it()
    {
        var model = new Explorer().ModelOf(With(Duration.Zero), Scale, CancellationToken.None);

        Assert.DoesNotContain(model.Table.Inputs, input => input.Passing?.Timer is Timer.CoolDown);
        Assert.DoesNotContain(model.Table.Shapes, shape => shape.CoolingDown);
    }

    private static EnrolmentPolicy With(Duration coolDown) => EnrolmentPolicy.Create(Policy.Document with { CoolDownAfterRemoval = coolDown });
}
