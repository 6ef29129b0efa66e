using LoginVerification.Exploration.Tests.Support;

namespace LoginVerification.Exploration.Tests.Classes;

/// <summary>Who belongs to a class is told, and by which rules.</summary>
public sealed class ClassMemberTests
{
    [Fact]
    public void Few_members_are_named_one_by_one()
    {
        var classes = ClassesOf(TestPolicies.Load("one-carrier-out-one-in"));

        var two = classes.Single(known => known.Members.Count == 2);
        Assert.Equal(["CL any other", "PT Azul"], two.Members.Select(member => member.ToString()));
        Assert.Equal("CL any other, PT Azul", two.Name);
    }

    /// <summary>Each mobile is of the class whose member it is, and of no other.</summary>
    [Fact]
    public void Every_country_is_a_member_of_the_class_of_its_mobiles()
    {
        var policy = ShippedPolicies.Twitter2014;
        var classes = ClassesOf(policy);
        foreach (var country in Countries.All.Where(country => CountryPlans.MobileIn(country) is not null && CountryPlans.MainOf(country) is null))
        {
            foreach (var carrier in NumberClasses.CarriersOf(country, policy))
            {
                var known = classes[NumberClasses.IdOf(classes, country, carrier, policy)!.Value.Index];
                var name = NumberClasses.CarriersOf(country, policy).Skip(1).Any() ? carrier?.Name ?? "any other" : null;
                var having = classes.Where(candidate => candidate.Members.Any(member =>
                    member.Country == country && member.LineTypes.Contains(CountryPlans.MobileIn(country)!.Value) && (name is null ? member.Carriers.Count == 0 : member.Carriers.Contains(name))));
                Assert.Equal([known], having);
            }
        }

        Assert.Equal(classes.Select(known => known.Countries), classes.Select(known => known.Members.Select(member => member.Country).Distinct().Count()));
    }

    [Fact]
    public void The_rules_that_make_a_class_are_told() => Assert.Equal(
        [
            "every number that the rules web-countries and web-carriers allow",
            "every number that the rule web-countries allows, and the rule web-carriers refuses for its carrier",
            "every number that the rule web-carriers allows, and the rule web-countries refuses for its country",
        ],
        ClassesOf(ShippedPolicies.Twitter2014).Select(known => known.Description));

    [Fact]
    public void A_rule_that_speaks_of_channels_alone_tells_no_numbers_apart() =>
        Assert.Equal("every number", Assert.Single(ClassesOf(TestPolicies.Load("text-messages-refused"))).Description);

    private static IReadOnlyList<NumberClass> ClassesOf(EnrolmentPolicy policy) => NumberClasses.Of(policy);
}
