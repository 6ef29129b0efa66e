namespace LoginVerification.Tests.Policies;

/// <summary>A condition on accounts asks for what the policy declares.</summary>
public sealed class AttributeNamesTests
{
    [Theory]
    [InlineData("payd", new[] { "no" }, "$.rules[0].when.account['payd']", "There is no attribute \"payd\". Did you mean \"paid\"? Write one of: paid.")]
    [InlineData("paid", new[] { "nope" }, "$.rules[0].when.account['paid'][0]", "\"nope\" is no value of \"paid\".")]
    [InlineData("paid", new[] { "no", "no" }, "$.rules[0].when.account['paid'][1]", "a second time")]
    [InlineData("paid", new[] { "no", "yes" }, "$.rules[0].when.account['paid']", "All values of \"paid\" are named")]
    [InlineData("paid", new string[0], "$.rules[0].when.account['paid']", "The list of values is empty")]
    public void What_is_not_declared_is_told_with_its_place(string attribute, string[] values, string path, string message)
    {
        var consistent = ShippedPolicies.Consistent.Document;
        var rule = new GatingRule { Name = "paid-for", Actions = [EnrolmentAction.SubmitPhone], When = RuleCondition.ForAccounts(attribute, values), Countries = Selection.Only<CountryCode>(CountryCode.Parse("IL")) };
        var policy = consistent with { AccountAttributes = [new() { Name = "paid", Values = ["no", "yes"] }], Rules = [rule] };

        var error = Assert.Single(Assert.Throws<PolicyInvalidException>(() => EnrolmentPolicy.Create(policy)).Errors);

        Assert.Equal(path, error.Path);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }
}
