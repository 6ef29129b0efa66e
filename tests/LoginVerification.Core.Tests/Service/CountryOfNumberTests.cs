namespace LoginVerification.Tests;

/// <summary>The user's word does not choose the country that a rule looks at.</summary>
public sealed class CountryOfNumberTests
{
    [Theory]
    [InlineData("NO", "+4741234567", "SJ")]
    [InlineData("NO", "41 23 45 67", "SJ")]
    [InlineData("FI", "0412345678", "AX")]
    [InlineData("IT", "312 345 6789", "VA")]
    [InlineData("JE", "07797 123456", "GB")]
    [InlineData("PR", "787 234 5678", "US")]
    public async Task A_rule_that_excludes_a_country_is_not_passed_by_stating_another(string excluded, string number, string stated)
    {
        var policy = EnrolmentPolicy.Create(ShippedPolicies.Consistent.Document with
        {
            Rules = [new GatingRule { Name = "not-there", Actions = [EnrolmentAction.SubmitPhone], Countries = Selection.Except<CountryCode>(CountryCode.Parse(excluded)) }],
        });
        using var host = new ServiceHost(policy);

        var result = await host.Service.HandleAsync(
            Caller.User(AccountId.Parse(ServiceHost.Account), Surface.Parse("web"), host.Now), new SubmitPhone(number, CountryCode.Parse(stated)));

        Assert.Equal(RefusalCode.CountryNotServed, result.Refusal?.Code);
        Assert.Empty(host.Phone.Messages);
    }

    [Theory]
    [InlineData("4915123456789", "DE", "+4915123456789")]
    [InlineData("07797 123456", "GB", "+447797123456")]
    [InlineData("787 234 5678", "US", "+17872345678")]
    [InlineData("+972\uFE0F502345678", "IL", "+972502345678")]
    [InlineData("+972502345678", "US", "+972502345678")]
    public async Task The_code_goes_to_the_number_that_was_meant(string number, string stated, string e164)
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);

        await host.Service.HandleAsync(
            Caller.User(AccountId.Parse(ServiceHost.Account), Surface.Parse("web"), host.Now), new SubmitPhone(number, CountryCode.Parse(stated)));

        Assert.Equal(e164, host.Phone.Messages[^1].To.E164);
    }
}
