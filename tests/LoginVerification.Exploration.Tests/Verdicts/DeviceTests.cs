using LoginVerification.Exploration.Tests.Support;

namespace LoginVerification.Exploration.Tests.Verdicts;

/// <summary>Who has no device, or lost it, registers one where the app channel is offered.</summary>
public sealed class DeviceTests
{
    [Theory]
    [InlineData("bank-app-first", "NoTrap")]
    [InlineData("bank-app-first", "NoTrapVisible")]
    [InlineData("bank-app-first", "NoLockout")]
    [InlineData("x-2023", "NoTrap")]
    [InlineData("x-2023", "NoLockout")]
    public void A_lost_device_traps_nobody_where_another_one_can_be_registered(string policy, string property) =>
        Assert.Equal(Verdict.Proved, TestPolicies.Verdict(policy, property).Verdict);

    [Fact]
    public void It_is_registered_only_where_the_app_is_offered_and_let_through()
    {
        var policy = TestPolicies.Load("bank-app-first");
        var model = new Explorer().ModelOf(policy, new ExplorationScale { Numbers = 1 }.For(policy), CancellationToken.None);
        var graph = StateGraph.Explore(model, int.MaxValue, null, CancellationToken.None);
        var registering = new HashSet<string>();
        foreach (var id in graph.States)
        {
            foreach (var (move, to) in model.Successors(id, Filter.Everything))
            {
                if (move.Kind is not MoveKind.DeviceRegistered)
                    continue;
                var (before, after) = (model.Codec.Unpack(id), model.Codec.Unpack(to));
                Assert.Equal((before with { Device = true }, Actor.User), (after, model.ActorOf(move)));
                registering.Add($"{model.ScreenOf(before)} {model.LifecycleOf(before)}");
            }
        }

        // The web changes to SMS alone, and the apps have nothing of it before a number is verified.
        Assert.Equal(
            ["android/security PhoneVerified", "android/security VerificationEnabled", "ios/security PhoneVerified", "ios/security VerificationEnabled"],
            registering.Order(StringComparer.Ordinal));
    }
}
