using LoginVerification.Exploration.Tests.Support;

namespace LoginVerification.Exploration.Tests.Routes;

/// <summary>Routes and matrices say of which accounts they speak.</summary>
public class AccountRouteTests
{
    private static readonly Surface Web = Surface.Parse("web");

    /// <summary>In IL one attribute tells accounts apart, in US both do, and elsewhere none.</summary>
    private static readonly EnrolmentPolicy TwoAttributes = Policy();

    private static readonly PolicyRoutes Routes = PolicyRoutes.Of(TwoAttributes);

    [Fact]
    public void A_matrix_has_a_cell_for_each_kind_of_account_that_rules_tell_apart()
    {
        var cells = Routes.Matrix([.. new[] { "IL", "US", "FR", "AQ" }.Select(code => CountryCode.Parse(code))]);

        Assert.Equal(
            [
                "IL [paid=no]", "IL [paid=yes]",
                "US [paid=no, staff=no]", "US [paid=no, staff=yes]", "US [paid=yes, staff=no]", "US [paid=yes, staff=yes]",
                "FR []",
                "AQ []",
            ],
            cells.Select(cell => $"{cell.Country} {cell.Account}"));
        Assert.All(cells, cell => Assert.All(PolicyAccounts.Of(TwoAttributes).Where(kind => cell.Account.All(kind.Contains)), kind =>
        {
            var own = Routes.Find(Web, cell.Country, account: kind);
            Assert.Equal((cell.IsReachable, cell.Steps.Count, cell.Refusal?.Code), (own.IsReachable, own.Steps.Count, own.Refusal?.Code));
        }));
        Assert.Equal(["IL [paid=no]", "US [paid=no, staff=no]"], cells.Where(cell => cell.Refusal?.Code is RefusalCode.ChannelNotServed).Select(cell => $"{cell.Country} {cell.Account}"));
    }

    [Fact]
    public void Of_a_matrix_some_accounts_alone_can_be_asked_for()
    {
        var cells = Routes.Matrix([CountryCode.Parse("IL"), CountryCode.Parse("FR")], account: [new("staff", "yes")]);

        Assert.Equal(["IL [paid=no, staff=yes]", "IL [paid=yes, staff=yes]", "FR [staff=yes]"], cells.Select(cell => $"{cell.Country} {cell.Account}"));
    }

    [Fact]
    public void A_route_is_that_of_the_account_that_is_stated_and_has_first_values_else()
    {
        Assert.Equal("[paid=no, staff=no]", $"{Routes.Find(Web, CountryCode.Parse("US")).Account}");
        Assert.Equal("[paid=no, staff=yes]", $"{Routes.Find(Web, CountryCode.Parse("US"), account: [new("staff", "yes")]).Account}");
        Assert.NotNull(Routes.Find(Web, CountryCode.Parse("US")).Refusal);
        Assert.Null(Routes.Find(Web, CountryCode.Parse("US"), account: [new("staff", "yes")]).Refusal);
    }

    /// <summary>The real service is asked whether it lets such an account turn SMS on.</summary>
    [Fact]
    public void The_service_treats_an_account_as_its_route_says() => Assert.All(PolicyAccounts.Of(TwoAttributes), kind => Assert.Equal(
        Routes.Find(Web, CountryCode.Parse("US"), account: kind).Refusal is null,
        Language.ProtectedBy.Service(TwoAttributes, "US", device: false, kind.ToDictionary(known => known.Name, known => known.Value!)).Contains(VerificationChannel.Sms)));

    [Fact]
    public void What_the_policy_does_not_declare_is_told_with_what_it_declares()
    {
        Wrong("Accounts have no attribute \"pait\" in the policy \"two-attributes\". Did you mean \"paid\"? It declares: paid (no, yes); staff (no, yes).", TwoAttributes, [new("pait", "yes")]);
        Wrong("\"paid\" has no value \"Yes\" in the policy \"two-attributes\". Did you mean \"yes\"? It declares: paid (no, yes).", TwoAttributes, [new("paid", "Yes")]);
        Wrong("\"paid\" is stated twice. State it once.", TwoAttributes, [new("paid", "yes"), new("paid", "no")]);
        Wrong("The policy \"consistent\" declares no attributes of accounts. Leave \"paid\" out.", ShippedPolicies.Consistent, [new("paid", "yes")]);

        static void Wrong(string message, EnrolmentPolicy policy, ValueList<AttributeValue> stated) =>
            Assert.StartsWith(message, Assert.Throws<ArgumentException>(() => PolicyAccounts.Of(policy, stated)).Message, StringComparison.Ordinal);
    }

    private static EnrolmentPolicy Policy()
    {
        var document = TestPolicies.Load("sms-for-the-paid").Document;
        var rule = document.Rules[0];
        return EnrolmentPolicy.Create(document with
        {
            Name = "two-attributes",
            AccountAttributes = [document.AccountAttributes[0], new AccountAttribute { Name = "staff", Values = ["no", "yes"] }],
            Rules =
            [
                rule with { Name = "in-israel", When = rule.When! with { Countries = Selection.Only(CountryCode.Parse("IL")) } },
                rule with
                {
                    Name = "in-america",
                    When = rule.When! with
                    {
                        Countries = Selection.Only(CountryCode.Parse("US")),
                        Account = new Dictionary<string, IReadOnlyList<string>> { ["paid"] = ["no"], ["staff"] = ["no"] },
                    },
                },
            ],
        });
    }
}
