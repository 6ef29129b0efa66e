namespace LoginVerification.Tests.Policies;

public sealed class PolicyShapeTests
{
    [Fact]
    public void The_small_policy_is_valid()
    {
        var reading = PolicyFile.Read(PolicyText.Small);
        Assert.Empty(reading.Errors);
        Assert.Equal("small", reading.Document?.Name);
    }

    [Theory]
    [InlineData("\"digits\": 6", "\"digit\": 6", "$.code.digit", 10, "The key \"digit\" is not known here. Did you mean \"digits\"? Write one of: digits, life, wrongTries, onResend.")]
    [InlineData("\"digits\": 6", "\"digits\": 6, \"digits\": 7", "$.code.digits", 10, "stands here a second time, first on line 10. Keep one of them.")]
    [InlineData("\"name\": \"small\",", "\"name\": \"small\",\n\"name\": \"small\",", "$.name", 3, "first on line 2")]
    [InlineData("\"name\": \"small\",", "", "$.name", 1, "\"name\" is missing. Add it here.")]
    [InlineData("\"small\"", "5", "$.name", 2, "Here stands 5; write a text in double quotes.")]
    [InlineData("\"home\": \"settings\"", "\"home\": null", "$.surfaces[0].home", 4, "Here stands null; write a text in double quotes.")]
    [InlineData("\"name\": \"small\"", "\"name\": null", "$.name", 2, "Here stands null; write a text in double quotes.")]
    [InlineData("[{ \"action\": \"ConfirmCode\" }]", "[null]", "$.surfaces[0].screens[1].actions[0]", 6, "Here stands null; write an object: {\"key\": value, …}.")]
    [InlineData("\"then\": \"code\"", "\"then\": null", "$.surfaces[0].screens[0].actions[0].then", 5, "Here stands null; write a text in double quotes, or leave the key out.")]
    [InlineData("\"then\": \"code\"", "\"then\": \"code\", \"when\": []", "$.surfaces[0].screens[0].actions[0].when", 5, "Here stands a list; write an object")]
    [InlineData("\"then\": \"code\"", "\"then\": \"code\", \"when\": { \"pending\": \"no\" }", "$.surfaces[0].screens[0].actions[0].when.pending", 5, "write true or false")]
    [InlineData("\"ConfirmCode\"", "\"confirmCode\"", "$.surfaces[0].screens[1].actions[0].action", 6, "Did you mean \"ConfirmCode\"? Write one of: SubmitPhone, ResendCode, ConfirmCode,")]
    [InlineData("\"to\": \"web/settings\"", "\"to\": \"settings\", \"kind\": \"Hidden\"", "$.surfaces[0].screens[1].links[0].kind", 6, "Write one of: visible, hidden, external.")]
    [InlineData("{ \"except\": [\"IL\"] }", "{ \"none\": [\"IL\"] }", "$.rules[0].countries", 9, "Write \"any\", {\"only\": [\"…\"]} or {\"except\": [\"…\"]}.")]
    [InlineData("{ \"except\": [\"IL\"] }", "\"all\"", "$.rules[0].countries", 9, "This is no selection.")]
    [InlineData("[\"IL\"]", "[\"IL\", \"UK\"]", "$.rules[0].countries.except[1]", 9, "Write \"GB\".")]
    [InlineData("[\"IL\"]", "[\"il\"]", "$.rules[0].countries.except[0]", 9, "Write \"IL\".")]
    [InlineData("[\"IL\"]", "[\"ZZ\"]", "$.rules[0].countries.except[0]", 9, "\"ZZ\" is no country.")]
    [InlineData("[\"IL\"]", "[5]", "$.rules[0].countries.except[0]", 9, "Here stands a number; write a text in double quotes.")]
    [InlineData("\"digits\": 6", "\"digits\": 6.5", "$.code.digits", 10, "Here stands 6.5; write a whole number.")]
    [InlineData("\"digits\": 6", "\"digits\": 1e99", "$.code.digits", 10, "write a whole number.")]
    [InlineData("\"digits\": 6", "\"life\": \"10 min\"", "$.code.life", 10, "\"10 min\" is no length of time. Write an ISO 8601 duration")]
    [InlineData("\"digits\": 6", "\"life\": \"P1M\"", "$.code.life", 10, "has years or months, whose length is not fixed.")]
    [InlineData("\"digits\": 6", "\"life\": 600", "$.code.life", 10, "Here stands a number; write a text in double quotes.")]
    [InlineData("\"digits\": 6", "\"life\": \"PT99999999999999999H\"", "$.code.life", 10, "is no length of time.")]
    [InlineData("\"code\": {", "\"onStop\": \"OptOut\", \"code\": {", "$.onStop", 10, "Did you mean \"optOut\"? Write one of: optOut, removePhone.")]
    public void A_wrong_shape_is_one_error_that_says_what_to_write(string old, string @new, string path, int line, string message) =>
        PolicyText.AssertOneError(old, @new, path, line, message);

    [Fact]
    public void The_schema_key_is_allowed_at_the_root_alone()
    {
        Assert.Empty(PolicyText.ErrorsWith("\"name\": \"small\"", "\"$schema\": \"anywhere\", \"name\": \"small\""));
        PolicyText.AssertOneError("\"digits\": 6", "\"$schema\": \"anywhere\"", "$.code.$schema", 10, "is not known here");
    }

    [Fact]
    public void What_is_not_stated_has_its_default()
    {
        var read = PolicyFile.Read(PolicyText.Small).Document!;
        var usual = new PolicyDocument { Name = "small", Surfaces = [] };
        Assert.Equal((usual.Code, usual.Sending, usual.Lock), (read.Code, read.Sending, read.Lock));
        Assert.Equal((usual.PendingLapsesAfter, usual.ReauthenticateWithin, usual.AccountsPerNumber), (read.PendingLapsesAfter, read.ReauthenticateWithin, read.AccountsPerNumber));
        Assert.Equal((usual.RemovePhoneWhileEnabled, usual.OnStop, usual.OnPhoneInvalidated), (read.RemovePhoneWhileEnabled, read.OnStop, read.OnPhoneInvalidated));
        Assert.True(read.Surfaces[0].Screens[0].ShowsWaysOut);
        Assert.Equal(SelectionKind.Any, read.Rules[0].LineTypes.Kind);
    }

    [Fact]
    public void Errors_of_every_kind_are_told_together_in_the_order_of_the_file()
    {
        var errors = PolicyFile.Read("""
            {
              "name": "many errors",
              "colour": "red",
              "surfaces": [
                { "name": "web", "home": "settings", "screens": [
                  { "name": "settings", "actions": [{ "action": "SubmitFone" }, { "action": "EnableVerification", "then": "cod" }],
                    "links": [{ "to": "mobilWeb/home" }, { "to": "code" }] },
                  { "name": "code", "name": "code", "actions": [{ "action": "ConfirmCode" }] },
                  { "name": "lost" }
                ] },
                { "name": "mobileWeb", "home": "home", "screens": [{ "name": "home" }] }
              ],
              "rules": [
                { "name": "a", "actions": ["EnableVerification"], "countries": { "only": ["IL"] } },
                { "name": "b", "actions": ["EnableVerification"], "countries": { "only": ["US"] } },
                { "name": "b", "actions": ["EnableVerification"], "lineTypes": { "only": [] } }
              ],
              "code": { "digits": 0, "wrongTries": -1 },
              "sending": { "window": "PT200H" },
              "onStop": "nothing"
            }
            """).Errors;
        Assert.Equal(
            [
                (2, "$.name"), (3, "$.colour"),
                (6, "$.surfaces[0].screens[0].actions[0].action"), (6, "$.surfaces[0].screens[0].actions[1].then"),
                (7, "$.surfaces[0].screens[0].links[0].to"), (8, "$.surfaces[0].screens[1].name"), (9, "$.surfaces[0].screens[2]"),
                (15, "$.rules[1].countries"), (16, "$.rules[2].lineTypes.only"), (16, "$.rules[2].name"),
                (18, "$.code.digits"), (18, "$.code.wrongTries"), (19, "$.sending.window"), (20, "$.onStop"),
            ],
            errors.Select(error => (error.Line!.Value, error.Path)).OrderBy(place => place.Value).ThenBy(place => place.Path, StringComparer.Ordinal));
        Assert.Equal(errors.Select(error => error.Line).Order(), errors.Select(error => error.Line));
    }

    [Fact]
    public void A_misspelt_name_brings_no_doubtful_errors_with_it() => Assert.Equal(
        ["$.surfaces[0].screens[1].nam", "$.surfaces[0].screens[1].name"],
        PolicyText.ErrorsWith("\"name\": \"code\"", "\"nam\": \"code\"").Select(error => error.Path));

    [Fact]
    public void Policy_from_json_throws_every_error()
    {
        var thrown = Assert.Throws<PolicyInvalidException>(() => EnrolmentPolicy.FromJson(PolicyText.With("\"digits\": 6", "\"digits\": 9, \"wrongTries\": 0")));
        Assert.Equal(["$.code.digits", "$.code.wrongTries"], thrown.Errors.Select(error => error.Path));
        Assert.Contains("$.code.digits (line 10): 9 is out of bounds. Write 6 to 8.", thrown.Message, StringComparison.Ordinal);
    }
}
