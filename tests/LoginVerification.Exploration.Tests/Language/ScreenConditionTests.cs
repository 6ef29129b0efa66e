using System.Collections.Concurrent;
using LoginVerification.Exploration.Tests.Support;

namespace LoginVerification.Exploration.Tests.Language;

/// <summary>Screens that ask for the active channel and for a device: the service offers by them, and the explorer says so.</summary>
public sealed class ScreenConditionTests
{
    private const string Policy = "pages-by-channel-and-device";

    [Theory]
    [InlineData(VerificationChannel.Sms, VerificationChannel.AppPush, true, null)]
    [InlineData(VerificationChannel.Sms, VerificationChannel.AppPush, false, RefusalCode.ActionNotOffered)]
    [InlineData(VerificationChannel.AppPush, VerificationChannel.Sms, true, RefusalCode.ActionNotOffered)]
    public void The_service_offers_by_channel_and_device(VerificationChannel active, VerificationChannel asked, bool device, RefusalCode? refusal)
    {
        using var real = new RealService(TestPolicies.Load(Policy));
        real.Store.HasDevice = device;
        var account = new Enrolment(AccountId.Parse("explored"))
        {
            Version = 1,
            Id = ChallengeSeed.Placeholder.EnrolmentId,
            Phone = new VerifiedPhone(SampleNumbers.All[0], ShapeSpace.Now),
            ActiveChannel = active,
        };

        var came = real.Give(account, Caller.User(account.Account, Surface.Parse("web"), ShapeSpace.Now, AuthenticationFactors.MultiFactor), new ChangeChannel(asked));

        Assert.Equal(refusal, came.Refusal?.Code);
    }

    [Fact]
    public void The_explorer_never_sees_a_way_that_the_conditions_close()
    {
        var policy = TestPolicies.Load(Policy);
        var steps = new ConcurrentBag<string>();
        var look = PolicyProperty.OnEveryStep("Seen", step =>
        {
            if (step.Command is UserCommand { Action: EnrolmentAction.ChangeChannel or EnrolmentAction.EnableVerification, Choice: var choice })
                steps.Add($"{step.From.Screen}: {choice}{(step.From.DeviceRegistered ? " with a device" : "")}");
            return true;
        });

        var explored = new Explorer().Explore(policy, new ExplorationOptions { CustomProperties = [look] });

        Assert.Equal(
            ["app: ChangeChannel(AppPush) with a device", "app: EnableVerification(AppPush) with a device", "app: EnableVerification(Sms) with a device", "security: EnableVerification(Sms)"],
            steps.Distinct().Order(StringComparer.Ordinal));
        Assert.All(explored.Properties.Where(property => property.Name is "OffersCanHappen" or "LinksCanBeFollowed"), property => Assert.Equal(Verdict.Proved, property.Verdict));
    }
}
