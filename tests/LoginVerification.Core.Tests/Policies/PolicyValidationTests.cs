using NodaTime;

namespace LoginVerification.Tests.Policies;

public sealed class PolicyValidationTests
{
    [Fact]
    public void A_surface_without_a_name_is_an_error_like_any_other()
    {
        var reading = PolicyFile.Read("""
            {
              "name": "x",
              "surfaces": [{ "name": "", "home": "h", "screens": [{ "name": "h", "actions": [{ "action": "SubmitPhone" }] }] }],
              "rules": [{ "name": "r", "actions": ["SubmitPhone"], "countries": { "only": ["IL"] } }]
            }
            """);

        Assert.Equal("$.surfaces[0].name", Assert.Single(reading.Errors).Path);
    }

    [Theory]
    [InlineData("\"small\"", "\"not a name\"", "$.name", 2, "\"not a name\" is no name.")]
    [InlineData("\"home\": \"settings\"", "\"home\": \"setings\"", "$.surfaces[0].home", 4, "The surface \"web\" has no screen \"setings\". Did you mean \"settings\"? Write one of: settings, code.")]
    [InlineData("\"then\": \"code\"", "\"then\": \"cod\"", "$.surfaces[0].screens[0].actions[0].then", 5, "Did you mean \"code\"?")]
    [InlineData("\"web/settings\"", "\"wep/settings\"", "$.surfaces[0].screens[1].links[0].to", 6, "There is no surface \"wep\". Did you mean \"web\"?")]
    [InlineData("\"web/settings\"", "\"web/setings\"", "$.surfaces[0].screens[1].links[0].to", 6, "Did you mean \"settings\"?")]
    [InlineData("\"web/settings\"", "\"nowhere\"", "$.surfaces[0].screens[1].links[0].to", 6, "The surface \"web\" has no screen \"nowhere\". Write one of: settings, code.")]
    [InlineData(", \"then\": \"code\"", "", "$.surfaces[0].screens[1]", 6, "Nobody can reach the screen \"code\"")]
    [InlineData("{ \"action\": \"EnableVerification\" }", "{ \"action\": \"SubmitPhone\" }", "$.surfaces[0].screens[0].actions[1].action", 5, "\"SubmitPhone\" stands here a second time. Offer it once")]
    [InlineData("\"ConfirmCode\" }", "\"ConfirmCode\", \"when\": {} }", "$.surfaces[0].screens[1].actions[0].when", 6, "The condition says nothing.")]
    [InlineData("\"ConfirmCode\" }", "\"ConfirmCode\", \"when\": { \"state\": [] } }", "$.surfaces[0].screens[1].actions[0].when.state", 6, "The list of states is empty")]
    [InlineData("\"ConfirmCode\" }", "\"ConfirmCode\", \"when\": { \"state\": [\"PhonePending\", \"NoPhone\"], \"pending\": true } }", "$.surfaces[0].screens[1].actions[0].when.state[1]", 6, "The rest of the condition never holds in NoPhone.")]
    [InlineData("\"ConfirmCode\" }", "\"ConfirmCode\", \"when\": { \"state\": [\"PhoneVerified\"], \"verified\": false } }", "$.surfaces[0].screens[1].actions[0].when.state[0]", 6, "never holds in PhoneVerified")]
    [InlineData("\"ConfirmCode\" }", "\"ConfirmCode\", \"when\": { \"channel\": [] } }", "$.surfaces[0].screens[1].actions[0].when.channel", 6, "Name a channel")]
    [InlineData("\"ConfirmCode\" }", "\"ConfirmCode\", \"when\": { \"channel\": [\"Sms\", \"Sms\"] } }", "$.surfaces[0].screens[1].actions[0].when.channel[1]", 6, "a second time")]
    [InlineData("\"ConfirmCode\" }", "\"ConfirmCode\", \"when\": { \"channel\": [\"Push\"] } }", "$.surfaces[0].screens[1].actions[0].when.channel[0]", 6, "\"Push\" is not known here.")]
    [InlineData("\"ConfirmCode\" }", "\"ConfirmCode\", \"when\": { \"channel\": [\"Sms\"], \"verified\": false } }", "$.surfaces[0].screens[1].actions[0].when.channel", 6, "only while a number is verified")]
    [InlineData("\"ConfirmCode\" }", "\"ConfirmCode\", \"when\": { \"state\": [\"PhoneVerified\"], \"channel\": [\"Sms\"] } }", "$.surfaces[0].screens[1].actions[0].when.state[0]", 6, "never holds in PhoneVerified")]
    [InlineData("\"ConfirmCode\" }", "\"ConfirmCode\", \"when\": { \"pending\": false, \"smsDelivered\": true } }", "$.surfaces[0].screens[1].actions[0].when.smsDelivered", 6, "only while a number is pending")]
    [InlineData("\"to\": \"web/settings\"", "\"to\": \"web/settings\", \"label\": \" \"", "$.surfaces[0].screens[1].links[0].label", 6, "A label has 1 to 200 characters.")]
    [InlineData("[\"SubmitPhone\"]", "[]", "$.rules[0].actions", 9, "Name at least one action")]
    [InlineData("[\"SubmitPhone\"]", "[\"SubmitPhone\", \"SubmitPhone\"]", "$.rules[0].actions[1]", 9, "a second time")]
    [InlineData("[\"SubmitPhone\"]", "[\"SubmitPhone\", \"RemovePhone\"]", "$.rules[0].actions[1]", 9, "The rule never fires for RemovePhone")]
    [InlineData("[\"SubmitPhone\"]", "[\"SubmitPhone\"], \"surfaces\": { \"only\": [\"web\", \"ios\"] }", "$.rules[0].surfaces.only[1]", 9, "There is no surface \"ios\".")]
    [InlineData("[\"SubmitPhone\"]", "[\"SubmitPhone\"], \"surfaces\": { \"except\": [\"web\"] }", "$.rules[0].surfaces.except", 9, "The rule speaks of no surface")]
    [InlineData(", \"countries\": { \"except\": [\"IL\"] }", "", "$.rules[0]", 9, "The rule allows everything")]
    [InlineData("\"countries\": { \"except\": [\"IL\"] }", "\"channels\": { \"only\": [\"Sms\"] }", "$.rules[0].channels", 9, "None of the rule's actions takes a channel.")]
    [InlineData("[\"IL\"]", "[]", "$.rules[0].countries.except", 9, "\"except\" nothing is everything.")]
    [InlineData("\"except\": [\"IL\"]", "\"only\": []", "$.rules[0].countries.only", 9, "\"only\" nothing allows nothing.")]
    [InlineData("[\"IL\"]", "[\"IL\", \"IL\"]", "$.rules[0].countries.except[1]", 9, "a second time")]
    [InlineData("\"countries\": { \"except\": [\"IL\"] }", "\"channels\": { \"except\": [\"Sms\", \"AppPush\"] }", "$.rules[0].channels.except", 9, "Everything is excepted, so that nothing is allowed.")]
    [InlineData("[\"IL\"] }", "[\"IL\"] }, \"carriers\": { \"IL\": { \"except\": [\"X\"] } }", "$.rules[0].carriers['IL']", 9, "leave IL out")]
    [InlineData("[\"IL\"] }", "[\"IL\"] }, \"carriers\": { \"UK\": { \"except\": [\"X\"] } }", "$.rules[0].carriers['UK']", 9, "Write \"GB\".")]
    [InlineData("[\"IL\"] }", "[\"IL\"] }, \"carriers\": { \"GB\": \"any\" }", "$.rules[0].carriers['GB']", 9, "Take the entry out.")]
    [InlineData("[\"IL\"] }", "[\"IL\"] }, \"carriers\": { \"GB\": { \"only\": [\"x\", \"X\"] } }", "$.rules[0].carriers['GB'].only[1]", 9, "a second time")]
    [InlineData("[\"IL\"] }", "[\"IL\"] }, \"when\": {}", "$.rules[0].when", 9, "The condition says nothing.")]
    [InlineData("[\"IL\"] }", "[\"IL\"] }, \"when\": { \"channels\": { \"only\": [\"Sms\"] } }", "$.rules[0].actions[0]", 9, "it takes no channel, and \"when\" asks for one")]
    [InlineData("[\"IL\"] }", "[\"IL\"] }, \"when\": { \"countries\": { \"only\": [\"UK\"] } }", "$.rules[0].when.countries.only[0]", 9, "Write \"GB\".")]
    [InlineData("[\"IL\"] }", "[\"IL\"] }, \"when\": { \"countries\": { \"only\": [\"US\"] } }", "$.rules[0].countries", 9, "allows all \"countries\" for which it speaks")]
    [InlineData("[\"IL\"] }", "[\"IL\"] }, \"when\": { \"carriers\": { \"GB\": { \"only\": [\"X\"] } }, \"countries\": { \"except\": [\"GB\"] } }", "$.rules[0].when.carriers['GB']", 9, "leave GB out")]
    [InlineData("[\"IL\"] }", "[\"IL\"] }, \"when\": { \"device\": \"yes\" }", "$.rules[0].when.device", 9, "write true or false")]
    [InlineData("[\"IL\"] }", "[\"IL\"] }, \"when\": { \"devise\": true }", "$.rules[0].when.devise", 9, "Did you mean \"device\"?")]
    [InlineData("[\"IL\"] }", "[\"IL\"] }, \"when\": { \"account\": { \"paid\": [\"no\"] } }", "$.rules[0].when.account['paid']", 9, "Declare it in \"accountAttributes\".")]
    [InlineData("\"code\": {", "\"accountAttributes\": [{ \"name\": \"paid\", \"values\": [\"no\"] }], \"code\": {", "$.accountAttributes[0].values", 10, "at least two values")]
    [InlineData("\"code\": {", "\"accountAttributes\": [{ \"name\": \"paid\", \"values\": [\"no\", \"no\"] }], \"code\": {", "$.accountAttributes[0].values[1]", 10, "a second time")]
    [InlineData("\"code\": {", "\"accountAttributes\": [{ \"name\": \"not a name\", \"values\": [\"no\", \"yes\"] }], \"code\": {", "$.accountAttributes[0].name", 10, "is no name")]
    [InlineData("\"code\": {", "\"accountAttributes\": [{ \"name\": \"a\", \"values\": [\"1\", \"2\", \"3\", \"4\", \"5\", \"6\", \"7\", \"8\"] }, { \"name\": \"b\", \"values\": [\"1\", \"2\", \"3\", \"4\", \"5\", \"6\", \"7\", \"8\"] }, { \"name\": \"c\", \"values\": [\"1\", \"2\"] }], \"code\": {", "$.accountAttributes", 10, "There are 128 combinations")]
    [InlineData("\"code\": {", "\"pendingLapsesAfter\": \"PT1M\", \"code\": {", "$.pendingLapsesAfter", 10, "before its code is dead")]
    [InlineData("\"code\": {", "\"smsDelivery\": { \"uncertain\": { \"only\": [\"XX\"] } }, \"code\": {", "$.smsDelivery.uncertain.only[0]", 10, "XX")]
    [InlineData("\"code\": {", "\"smsDelivery\": { \"uncertain\": { \"only\": [] } }, \"code\": {", "$.smsDelivery.uncertain.only", 10, "\"only\" nothing allows nothing")]
    [InlineData("\"code\": {", "\"sending\": { \"perNumber\": 10, \"perAccount\": 5 }, \"code\": {", "$.sending.perAccount", 10, "Write at least 10")]
    [InlineData("\"code\": {", "\"lock\": { \"first\": \"PT1H\", \"longest\": \"PT1M\" }, \"code\": {", "$.lock.longest", 10, "shorter than the first")]
    [InlineData("\"code\": {", "\"lock\": { \"everyFailures\": 10, \"finalFailures\": 5 }, \"code\": {", "$.lock.finalFailures", 10, "Write at least 10")]
    public void A_wrong_policy_is_told_by_place_and_mend(string old, string @new, string path, int line, string message) =>
        Assert.Contains(PolicyText.ErrorsWith(old, @new), error => error.Path == path && error.Line == line && error.Message.Contains(message, StringComparison.Ordinal));

    [Fact]
    public void A_policy_without_surfaces_is_one_error()
    {
        var error = Assert.Single(PolicyFile.Read("""{ "name": "empty", "surfaces": [] }""").Errors);
        Assert.Equal("$.surfaces (line 1): The list is empty. Add at least one surface: {\"name\": \"web\", \"home\": …, \"screens\": […]}.", error.ToString());
    }

    [Fact]
    public void Names_that_come_twice_are_told_where_they_come_again()
    {
        var screen = new ScreenDocument { Name = "home" };
        var surface = new SurfaceDocument { Name = "web", Home = "home", Screens = [screen, screen] };
        Assert.Equal(
            ["$.surfaces[0].screens[1].name", "$.surfaces[1].name", "$.surfaces[1].screens[1].name"],
            PolicyValidation.Validate(new PolicyDocument { Name = "twice", Surfaces = [surface, surface] }).Select(error => error.Path).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_screen_that_only_unreachable_screens_lead_to_is_unreachable() => Assert.Equal(
        ["$.surfaces[0].screens[1]", "$.surfaces[0].screens[2]"],
        Errors(PolicyBuilder.Named("islands").Surface("web", home: "home", web => web
            .Screen("home", page => { })
            .Screen("a", page => page.Links("b"))
            .Screen("b", page => page.Links("a"))).Build()));

    [Fact]
    public void A_screen_of_another_surface_can_be_linked_to() => Assert.Empty(
        Errors(PolicyBuilder.Named("across")
            .Surface("web", home: "home", web => web.Screen("home", page => page.Links("mobile/inner")))
            .Surface("mobile", home: "home", mobile => mobile.Screen("home", page => { }).Screen("inner", page => { })).Build()));

    [Fact]
    public void Rules_that_together_allow_no_country_contradict_each_other() => AssertContradiction(
        "$.rules[1].countries", "On \"web\", SubmitPhone is left no country: \"a\" and \"b\" together allow none.",
        a => a.Countries(Selection.Only<CountryCode>(CountryCode.Parse("IL"), CountryCode.Parse("US"))), b => b.Countries(Selection.Except<CountryCode>(CountryCode.Parse("IL"), CountryCode.Parse("US"))));

    [Fact]
    public void Rules_that_together_allow_no_carrier_of_a_country_contradict_each_other() => AssertContradiction(
        "$.rules[1].carriers['GB']", "is left no carrier of GB",
        a => a.Carriers(CountryCode.Parse("GB"), Selection.Only<Carrier>(Carrier.Parse("X"))), b => b.Carriers(CountryCode.Parse("GB"), Selection.Only<Carrier>(Carrier.Parse("Y"))));

    [Fact]
    public void Rules_that_together_allow_no_line_type_contradict_each_other() => AssertContradiction(
        "$.rules[1].lineTypes", "is left no line type",
        a => a.LineTypes(Selection.Except(Enum.GetValues<LineType>()[1..])), b => b.LineTypes(Selection.Except(LineType.Unknown)));

    [Fact]
    public void Rules_that_together_allow_no_channel_contradict_each_other() => AssertContradiction(
        "$.rules[1].channels", "EnableVerification is left no channel",
        a => a.For(EnrolmentAction.EnableVerification).Channels(Selection.Only(VerificationChannel.Sms)),
        b => b.For(EnrolmentAction.EnableVerification).Channels(Selection.Only(VerificationChannel.AppPush)));

    [Fact]
    public void Rules_for_different_surfaces_do_not_contradict_each_other() => Assert.Empty(
        Errors(Two(a => a.On(Surface.Parse("web")).Countries(Selection.Only<CountryCode>(CountryCode.Parse("IL"))), b => b.On(Surface.Parse("ios")).Countries(Selection.Only<CountryCode>(CountryCode.Parse("US"))))));

    [Fact]
    public void A_rule_that_excepts_everything_is_told_once() =>
        Assert.Equal(["$.rules[0].lineTypes.except"], Errors(Two(a => a.LineTypes(Selection.Except(Enum.GetValues<LineType>())), b => b.Countries(Selection.Only<CountryCode>(CountryCode.Parse("US"))))));

    [Fact]
    public void Every_bound_is_kept_on_both_sides()
    {
        var policy = PolicyFile.Read(PolicyText.Small).Document!;
        foreach (var bound in BoundsOf(policy))
        {
            Assert.Empty(Errors(bound.Least));
            Assert.Empty(Errors(bound.Most));
            Assert.Contains(bound.Path, Errors(bound.TooLittle));
            Assert.Contains(bound.Path, Errors(bound.TooMuch));
        }
    }

    [Fact]
    public void Zero_and_negative_values_are_out_of_every_bound()
    {
        var policy = PolicyFile.Read(PolicyText.Small).Document!;
        Assert.All([0, -1, int.MinValue], value => Assert.Contains("$.code.digits", Errors(policy with { Code = policy.Code with { Digits = value } })));
        Assert.All([Duration.Zero, Duration.FromSeconds(-1), Duration.MinValue], value => Assert.Contains("$.code.life", Errors(policy with { Code = policy.Code with { Life = value } })));
    }

    [Fact]
    public void An_error_of_a_policy_built_in_csharp_has_no_line() =>
        Assert.Null(Assert.Single(PolicyValidation.Validate(new PolicyDocument { Name = "x", Surfaces = [] })).Line);

    private static IEnumerable<(string Path, PolicyDocument Least, PolicyDocument Most, PolicyDocument TooLittle, PolicyDocument TooMuch)> BoundsOf(PolicyDocument policy)
    {
        // What another value bounds from below is given room, so that only its own bound counts.
        var low = policy with { Sending = policy.Sending with { PerNumber = 1 }, Lock = policy.Lock with { EveryFailures = 1, First = PolicyBounds.First.Least }, Code = policy.Code with { Life = PolicyBounds.Life.Least } };
        yield return Row("$.code.digits", PolicyBounds.Digits, 1, value => policy with { Code = policy.Code with { Digits = value } });
        yield return Row("$.code.life", PolicyBounds.Life, Duration.Epsilon, value => policy with { Code = policy.Code with { Life = value } });
        yield return Row("$.code.wrongTries", PolicyBounds.WrongTries, 1, value => policy with { Code = policy.Code with { WrongTries = value } });
        yield return Row("$.sending.resendWait", PolicyBounds.ResendWait, Duration.Epsilon, value => policy with { Sending = policy.Sending with { ResendWait = value } });
        yield return Row("$.sending.perNumber", PolicyBounds.PerNumber, 1, value => policy with { Sending = policy.Sending with { PerNumber = value, PerAccount = 100 } });
        yield return Row("$.sending.perAccount", PolicyBounds.PerAccount, 1, value => low with { Sending = low.Sending with { PerAccount = value } });
        yield return Row("$.sending.window", PolicyBounds.Window, Duration.Epsilon, value => policy with { Sending = policy.Sending with { Window = value } });
        yield return Row("$.lock.everyFailures", PolicyBounds.EveryFailures, 1, value => policy with { Lock = policy.Lock with { EveryFailures = value } });
        yield return Row("$.lock.first", PolicyBounds.First, Duration.Epsilon, value => policy with { Lock = policy.Lock with { First = value, Longest = Duration.FromHours(24) } });
        yield return Row("$.lock.longest", PolicyBounds.Longest, Duration.Epsilon, value => low with { Lock = low.Lock with { Longest = value } });
        yield return Row("$.lock.finalFailures", PolicyBounds.FinalFailures, 1, value => low with { Lock = low.Lock with { FinalFailures = value } });
        yield return Row("$.signIn.codes", PolicyBounds.SignInCodes, 1, value => policy with { SignIn = policy.SignIn with { Codes = value } });
        yield return Row("$.signIn.pushes", PolicyBounds.Pushes, 1, value => policy with { SignIn = policy.SignIn with { Pushes = value } });
        yield return Row("$.signIn.pushLife", PolicyBounds.PushLife, Duration.Epsilon, value => policy with { SignIn = policy.SignIn with { PushLife = value } });
        yield return Row("$.signIn.numberTries", PolicyBounds.NumberTries, 1, value => policy with { SignIn = policy.SignIn with { NumberTries = value } });
        yield return Row("$.channelChanges.most", PolicyBounds.ChannelChanges, 1, value => low with { ChannelChanges = low.ChannelChanges with { Most = value } });
        yield return Row("$.channelChanges.window", PolicyBounds.Window, Duration.Epsilon, value => low with { ChannelChanges = low.ChannelChanges with { Window = value } });
        yield return Row("$.pendingLapsesAfter", PolicyBounds.PendingLapsesAfter, Duration.Epsilon, value => low with { PendingLapsesAfter = value });
        yield return Row("$.reauthenticateWithin", PolicyBounds.ReauthenticateWithin, Duration.Epsilon, value => policy with { ReauthenticateWithin = value });
        yield return Row("$.coolDownAfterRemoval", PolicyBounds.CoolDownAfterRemoval, Duration.Epsilon, value => policy with { CoolDownAfterRemoval = value });
        yield return Row("$.accountsPerNumber", PolicyBounds.AccountsPerNumber, 1, value => policy with { AccountsPerNumber = value });
    }

    private static (string, PolicyDocument, PolicyDocument, PolicyDocument, PolicyDocument) Row(string path, Bound<int> bound, int step, Func<int, PolicyDocument> with) =>
        (path, with(bound.Least), with(bound.Most), with(bound.Least - step), with(bound.Most + step));

    private static (string, PolicyDocument, PolicyDocument, PolicyDocument, PolicyDocument) Row(string path, Bound<Duration> bound, Duration step, Func<Duration, PolicyDocument> with) =>
        (path, with(bound.Least), with(bound.Most), with(bound.Least - step), with(bound.Most + step));

    private static void AssertContradiction(string path, string message, Action<RuleBuilder> a, Action<RuleBuilder> b)
    {
        var error = Assert.Single(PolicyValidation.Validate(Two(a, b)));
        Assert.Equal(path, error.Path);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    /// <summary>Two rules for SubmitPhone, unless they say otherwise, on two surfaces.</summary>
    private static PolicyDocument Two(Action<RuleBuilder> a, Action<RuleBuilder> b)
    {
        static void Everything(SurfaceBuilder surface) => surface.Screen("home", page => page.Offers(EnrolmentAction.SubmitPhone).Offers(EnrolmentAction.EnableVerification));
        return PolicyBuilder.Named("two").Surface("web", "home", Everything).Surface("ios", "home", Everything)
            .Rule("a", rule => a(rule.For(EnrolmentAction.SubmitPhone)))
            .Rule("b", rule => b(rule.For(EnrolmentAction.SubmitPhone)))
            .Build();
    }

    private static IEnumerable<string> Errors(PolicyDocument policy) => PolicyValidation.Validate(policy).Select(error => error.Path);
}
