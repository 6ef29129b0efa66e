using LoginVerification.Exploration.Tests.Support;

namespace LoginVerification.Exploration.Tests.Language;

/// <summary>Rules that ask for what an account is: the host states it, the service decides by it, and the explorer has a class for each kind.</summary>
public sealed class AccountAttributeTests
{
    private const string Policy = "sms-for-the-paid";

    [Theory]
    [InlineData("no", false, "")]
    [InlineData("no", true, "AppPush")]
    [InlineData("yes", false, "Sms")]
    [InlineData("yes", true, "Sms, AppPush")]
    public void An_account_is_protected_by_the_channels_that_its_attributes_leave(string paid, bool device, string channels)
    {
        Assert.Equal(channels, string.Join(", ", ProtectedBy.Service(Policy, "IL", device, new Dictionary<string, string> { ["paid"] = paid })));
        Assert.Equal(channels, string.Join(", ", ProtectedBy.ExplorerOf(Policy, $"US and 244 more, paid={paid}", device)));
    }

    /// <summary>What nobody knows closes what depends on it, and nothing else: whichever value comes first.</summary>
    [Theory]
    [InlineData("no", "yes")]
    [InlineData("yes", "no")]
    public void What_nobody_knows_of_an_account_closes_what_depends_on_it(params string[] values)
    {
        var document = TestPolicies.Load(Policy).Document;
        var policy = EnrolmentPolicy.Create(document with { AccountAttributes = [document.AccountAttributes[0] with { Values = values }] });

        Assert.Equal([VerificationChannel.AppPush], ProtectedBy.Service(policy, "IL", device: true, answers: false));
        Assert.Equal([VerificationChannel.AppPush], ProtectedBy.Service(policy, "IL", device: true, Stated("paid", "maybe")));
        Assert.Equal([VerificationChannel.AppPush], ProtectedBy.Service(policy, "IL", device: true, Stated("Paid", "yes")));
        Assert.Equal([VerificationChannel.Sms, VerificationChannel.AppPush], ProtectedBy.Service(policy, "IL", device: true, Stated("paid", "yes")));

        static Dictionary<string, string> Stated(string name, string value) => new() { [name] = value };
    }

    [Fact]
    public void The_two_kinds_are_classes_of_their_own_and_the_rule_fires_for_one()
    {
        var explored = new Explorer().Explore(TestPolicies.Load(Policy));

        Assert.Equal(["US and 244 more, paid=no", "US and 244 more, paid=yes"], explored.Classes.Select(known => known.Name));
        Assert.Equal(Verdict.Proved, explored.Properties.Single(property => property.Name == "EveryRuleFires").Verdict);
    }
}
