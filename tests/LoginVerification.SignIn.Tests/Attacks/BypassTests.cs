namespace LoginVerification.Tests;

/// <summary>What the explorer tells of NoBypass, played with the services.</summary>
public sealed class BypassTests
{
    [Theory]
    [InlineData("twitter-2014", true)]
    [InlineData("consistent", false)]
    public async Task A_STOP_of_a_stranger_ends_protection_under_the_rules_of_2014_and_blocks_under_sound_ones(string policy, bool bypassed)
    {
        var rules = ShippedPolicies.Load(policy).Document;
        using var host = new SignInHost(consistent => consistent with { OnStop = rules.OnStop }, builder => builder.AllowResearchPolicy());
        await host.EnableSmsAsync();
        await host.Enrolments.ForCarrier().OptOutOfDeliveryAsync(SignInHost.Number);
        Assert.Equal(bypassed, await host.BeginAsync() is SignInStart.NotEnrolled);
        Assert.Equal(bypassed, await host.Enrolments.GetLoginRequirementAsync(SignInHost.Alice) is LoginRequirement.PasswordOnly);
    }
}
