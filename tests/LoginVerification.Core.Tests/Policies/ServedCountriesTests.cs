namespace LoginVerification.Core.Tests.Policies;

public sealed class ServedCountriesTests
{
    [Fact]
    public void The_default_policy_serves_every_country_with_numbers()
    {
        var served = Served(ShippedPolicies.Consistent, "web");

        Assert.Contains("IL", served);
        Assert.Contains("US", served);
        Assert.Contains("SJ", served);
        Assert.DoesNotContain("AQ", served);
        Assert.DoesNotContain("TA", served);
        Assert.Equal(served.Order(StringComparer.Ordinal), served);
    }

    [Fact]
    public void The_web_of_2014_serves_all_but_one_and_a_carrier_is_looked_at_when_it_comes()
    {
        var web = Served(ShippedPolicies.Twitter2014, "web");
        var mobileWeb = Served(ShippedPolicies.Twitter2014, "mobileWeb");

        Assert.Equal(["IL"], mobileWeb.Except(web));
        Assert.Contains("GB", web);
    }

    [Fact]
    public void A_surface_without_a_screen_that_takes_a_number_serves_none() => Assert.Empty(Served(ShippedPolicies.Twitter2014, "android"));

    [Fact]
    public void Countries_that_share_their_digits_are_served_as_the_one_whose_they_are()
    {
        var policy = EnrolmentPolicy.Create(ShippedPolicies.Consistent.Document with
        {
            Rules = [new GatingRule { Name = "no-norway", Actions = [EnrolmentAction.SubmitPhone], Countries = Selection.Except(CountryCode.Parse("NO")) }],
        });

        Assert.Equal(["NO", "SJ"], Served(ShippedPolicies.Consistent, "web").Except(Served(policy, "web")));
    }

    /// <summary>Paid accounts are taken from everywhere, others from one country; with a device, from no second one.</summary>
    [Theory]
    [InlineData("yes", false, true, true)]
    [InlineData("no", false, true, false)]
    [InlineData(null, false, true, false)]
    [InlineData("yes", true, true, false)]
    public void Those_of_an_account_are_those_that_it_can_use(string? paid, bool device, bool israel, bool france)
    {
        var israelAlone = new GatingRule { Name = "israel-alone", Actions = [EnrolmentAction.SubmitPhone], Countries = Selection.Only(CountryCode.Parse("IL")) };
        var policy = EnrolmentPolicy.Create(ShippedPolicies.Consistent.Document with
        {
            AccountAttributes = [new AccountAttribute { Name = "paid", Values = ["yes", "no"] }],
            Rules =
            [
                israelAlone with { When = RuleCondition.ForAccounts("paid", "no") },
                israelAlone with { Name = "not-france", When = RuleCondition.WithDevice(registered: true), Countries = Selection.Except(CountryCode.Parse("FR")) },
            ],
        });

        var served = policy.Gate.ServedCountries(Surface.Parse("web"), policy.Gate.AskerOf(device, [new("paid", paid)]));

        Assert.Equal((israel, france), (served.Contains(CountryCode.Parse("IL")), served.Contains(CountryCode.Parse("FR"))));
        Assert.Contains("FR", Served(policy, "web"));
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, true)]
    public void Where_a_screen_takes_a_number_with_a_device_alone_who_has_none_is_served_no_country(bool device, bool served)
    {
        var policy = WayPolicies.Single(
            new() { Action = EnrolmentAction.SubmitPhone, When = new ScreenCondition { Device = true } },
            new() { Action = EnrolmentAction.ConfirmCode });

        Assert.Equal(served, policy.Gate.ServedCountries(Surface.Parse("web"), policy.Gate.AskerOf(device, [])).Contains(CountryCode.Parse("IL")));
        Assert.Contains("IL", Served(policy, "web"));
    }

    [Fact]
    public void A_surface_that_is_not_declared_is_the_programmers_mistake() =>
        Assert.Throws<ArgumentException>(() => ShippedPolicies.Consistent.ServedCountries(Surface.Parse("fax")));

    private static IEnumerable<string> Served(EnrolmentPolicy policy, string surface) => policy.ServedCountries(Surface.Parse(surface)).Select(country => country.Value);
}
