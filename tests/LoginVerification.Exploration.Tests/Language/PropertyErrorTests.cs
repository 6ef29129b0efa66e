namespace LoginVerification.Exploration.Tests.Language;

/// <summary>Whatever is wrong with a written property: where, and what to write instead.</summary>
public class PropertyErrorTests
{
    [Theory]
    [InlineData("", 1, "Found the end, expected a name, a colon and what shall hold: NAME: always (…).")]
    [InlineData("always (device)", 8, "Found \"(\", expected \":\".")]
    [InlineData("P always (device)", 3, "Found \"always\", expected \":\".")]
    [InlineData("P: alway (device)", 4, "Found \"alway\", expected always, onEveryStep, reachable, alwaysReachable, or \"(\" and what leadsTo something. Did you mean \"always\"?")]
    [InlineData("P: always device", 11, "Found \"device\", expected \"(\".")]
    [InlineData("P: always (device", 18, "Found the end, expected and, or, implies or \")\".")]
    [InlineData("P: always (device) device", 20, "Found \"device\", expected the end of the property.")]
    [InlineData("P: always (device verified)", 19, "Found \"verified\", expected and, or, implies or \")\".")]
    [InlineData("P: always ()", 12, "Found \")\", expected a proposition.")]
    [InlineData("P: always (devise)", 12, "Nothing is called \"devise\". Did you mean \"device\"? Write one of: state, surface, screen, channel, sms, class, country, pending, verified,")]
    [InlineData("P: always (device = true)", 19, "device has no values: it is so or not. Write device alone, or not device.")]
    [InlineData("P: always (state)", 17, "Found \")\", expected \"=\", \"!=\" or in after state.")]
    [InlineData("P: always (state = VerificationEnable)", 20, "state has no value \"VerificationEnable\" in this policy. Did you mean \"VerificationEnabled\"? Write one of: NoPhone, PhonePending, PhoneVerified, VerificationEnabled.")]
    [InlineData("P: always (state = web)", 20, "state has no value \"web\" in this policy. Write one of: NoPhone,")]
    [InlineData("P: always (surface = wep)", 22, "surface has no value \"wep\" in this policy. Did you mean \"web\"? Write one of: web, mobileWeb, android, ios.")]
    [InlineData("P: always (screen = welcome)", 21, "screen has no value \"welcome\" in this policy. Write one of: settings, addPhone, code,")]
    [InlineData("P: always (state = )", 20, "Found \")\", expected a value of state: NoPhone, PhonePending, PhoneVerified, VerificationEnabled.")]
    [InlineData("P: always (state in NoPhone)", 21, "Found \"NoPhone\", expected \"{\".")]
    [InlineData("P: always (state in {})", 22, "Found \"}\", expected a value of state:")]
    [InlineData("P: always (state in {NoPhone PhonePending})", 30, "Found \"PhonePending\", expected \",\" and another value, or \"}\".")]
    [InlineData("P: always (country = FR)", 22, "country has no value \"FR\" in this policy. Write one of: IL. The rules tell no other country from all others. Write class = and one of: \"US and 243 more\", \"GB Example Mobile\", \"IL\".")]
    [InlineData("P: always (country = GB)", 22, "country has no value \"GB\" in this policy. Write one of: IL.")]
    [InlineData("P: always (class = IL or class = \"US\")", 34, "class has no value \"US\" in this policy. Write one of: \"US and 243 more\", \"GB Example Mobile\", IL.")]
    [InlineData("P: always (action = RemovePhone)", 12, "\"action\" speaks of a step. Write it in onEveryStep; of a state you can ask: state, surface,")]
    [InlineData("P: always (before.device)", 12, "\"before.device\" speaks of a step.")]
    [InlineData("P: onEveryStep (device)", 17, "A step has two states. Write before.device or after.device.")]
    [InlineData("P: onEveryStep (action = RemoveFone)", 26, "action has no value \"RemoveFone\" in this policy. Did you mean \"RemovePhone\"? Write one of: SubmitPhone,")]
    [InlineData("P: onEveryStep (actor = Staff)", 25, "actor has no value \"Staff\" in this policy. Write one of: User, Time, Environment, Operator.")]
    [InlineData("P: (pending) leadTo (verified)", 14, "Found \"leadTo\", expected leadsTo. Did you mean \"leadsTo\"?")]
    [InlineData("P: (pending) leadsTo", 21, "Found the end, expected \"(\".")]
    [InlineData("P: (pending) leadsTo (verified) withStaff overVisibleLinks", 43, "Found \"overVisibleLinks\", expected the end of the property, or overVisibleLinks, then withStaff or withoutStaff.")]
    [InlineData("P: reachable (verified) withStaff", 25, "Found \"withStaff\", expected the end of the property.")]
    [InlineData("P: always (screen = \"set)", 21, "A double quote is opened here and not closed. Close it in the same line.")]
    [InlineData("P: always (device & verified)", 19, "Found \"&\", which has no place here.")]
    [InlineData("P: always (device \U0001F600)", 19, "Found \"\U0001F600\", which has no place here.")]
    public void It_is_told_where_and_what_to_write_instead(string text, int column, string message)
    {
        var wrong = Assert.Throws<PropertySyntaxException>(() => PropertyLanguage.Parse(text, ShippedPolicies.Twitter2014));

        Assert.StartsWith(message, wrong.Message, StringComparison.Ordinal);
        Assert.Equal((1, column), (wrong.Line, wrong.Column));
    }

    [Fact]
    public void A_place_is_told_by_line_and_column()
    {
        var wrong = Assert.Throws<PropertySyntaxException>(() => PropertyLanguage.Parse("P: always (\n  device\n  and devise)", ShippedPolicies.Twitter2014));

        Assert.Equal((3, 7), (wrong.Line, wrong.Column));
    }

    [Fact]
    public void Every_line_that_is_wrong_is_told_and_the_others_are_read()
    {
        var read = PropertyLanguage.ParseLines("# mine\r\nA: always (true)\r\n\r\n  B always (true)\r\n  # C\r\nD: reachable (device\r\n", ShippedPolicies.Twitter2014, out var errors);

        Assert.Equal(["A"], read.Select(property => property.Name));
        Assert.Equal([(4, 5), (6, 22)], errors.Select(error => (error.Line, error.Column)));
    }

    [Fact]
    public void What_nests_too_deep_or_is_too_long_is_refused_and_breaks_nothing()
    {
        Refused($"P: always ({new string('(', 4_000)}device{new string(')', 4_000)})", "Parentheses, not and implies nest deeper than 100 levels.");
        Refused($"P: always ({string.Concat(Enumerable.Repeat("not ", 2_000))}device)", "Parentheses, not and implies nest deeper than 100 levels.");
        Refused($"P: always ({string.Join(" implies ", Enumerable.Repeat("device", 600))})", "Parentheses, not and implies nest deeper than 100 levels.");
        Refused($"P: always ({string.Join(" and ", Enumerable.Repeat("device", 1_000))})", "A property has at most 10000 characters.");
        Assert.NotNull(PropertyLanguage.Parse($"P: always ({string.Join(" and ", Enumerable.Repeat("device", 900))})", ShippedPolicies.Twitter2014).Meaning);

        static void Refused(string text, string message) =>
            Assert.StartsWith(message, Assert.Throws<PropertySyntaxException>(() => PropertyLanguage.Parse(text, ShippedPolicies.Twitter2014)).Message, StringComparison.Ordinal);
    }

    /// <summary>Whatever is written, there is a property or a message.</summary>
    [Fact]
    public void Nothing_that_is_written_fails_otherwise()
    {
        const string letters = "abdeilnoprsty .:(){},=!\"#\n\t\\é\u0000\uD83D";
        var chance = new Random(2014);
        var lines = Enumerable.Range(0, 20_000).Select(_ => "P: always (device and state = NoPhone or surface in {web, ios})".ToCharArray()).Select(text =>
        {
            for (var changes = chance.Next(1, 8); changes > 0; changes--)
                text[chance.Next(text.Length)] = letters[chance.Next(letters.Length)];
            return new string(text);
        });

        PropertyLanguage.ParseLines(string.Join('\n', lines), ShippedPolicies.Twitter2014, out var errors);

        Assert.All(errors, wrong => Assert.True(wrong.Line > 0 && wrong.Column > 0 && wrong.Message.Length > 0));
    }
}
