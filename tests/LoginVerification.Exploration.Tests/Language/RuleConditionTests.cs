using LoginVerification.Exploration.Tests.Support;

namespace LoginVerification.Exploration.Tests.Language;

/// <summary>Rules that imply, as services have them: the service decides by them, and the explorer says so.</summary>
public sealed class RuleConditionTests
{
    /// <summary>The rule without a condition refuses the app to everybody, too.</summary>
    [Theory]
    [InlineData("text-messages-in-one-country", "PT", false, "Sms")]
    [InlineData("text-messages-in-one-country", "PT", true, "Sms")]
    [InlineData("text-messages-in-one-country", "CL", true, "")]
    [InlineData("sms-where-listed-app-everywhere", "US", false, "Sms")]
    [InlineData("sms-where-listed-app-everywhere", "US", true, "Sms, AppPush")]
    [InlineData("sms-where-listed-app-everywhere", "IL", false, "")]
    [InlineData("sms-where-listed-app-everywhere", "IL", true, "AppPush")]
    [InlineData("sms-where-the-app-fails", "IL", false, "Sms")]
    [InlineData("sms-where-the-app-fails", "IL", true, "AppPush")]
    public void A_number_is_protected_by_the_channels_that_the_rules_leave(string policy, string country, bool device, string channels)
    {
        Assert.Equal(channels, string.Join(", ", ProtectedBy.Service(policy, country, device)));
        Assert.Equal(channels, string.Join(", ", ProtectedBy.Explorer(policy, country, device)));
    }

    [Theory]
    [InlineData("sms-where-listed-app-everywhere")]
    [InlineData("sms-where-the-app-fails")]
    public void A_rule_with_a_condition_fires(string policy) => Assert.Equal(
        Verdict.Proved,
        new Explorer().Explore(TestPolicies.Load(policy)).Properties.Single(property => property.Name == "EveryRuleFires").Verdict);
}
