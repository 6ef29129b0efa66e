namespace LoginVerification.Cli.Tests;

/// <summary>Whatever is wrong: exit code 2, one message that names the place and the mend, and an empty standard output.</summary>
public class BadInputTests
{
    [Theory]
    [InlineData("A verb is missing. Write one of: walk, check, explore, routes, matrix, chances, diff, repair, mutate, export, report;")]
    [InlineData("\"enrol\" is no verb. Write one of: walk, check, explore, routes, matrix, chances, diff, repair, mutate, export, report;", "enrol")]
    [InlineData("\"--json\" is no option before a verb.", "--json")]
    [InlineData("walk has no option \"--colour\". It has: --policy, --number, --country, --carrier, --from, --sign-in, --store, --account, --json", "walk", "--colour")]
    [InlineData("--policy has no value. Write: --policy NAME|FILE.", "walk", "--policy")]
    [InlineData("--number has no value. Write: --number +972…", "walk", "--number", "--json")]
    [InlineData("--country has no value.", "walk", "--country")]
    [InlineData("--carrier has no value.", "walk", "--carrier")]
    [InlineData("--from has no value.", "walk", "--from")]
    [InlineData("--from has 2 values. Write it once", "walk", "--from", "web", "--from", "ios")]
    [InlineData("walk cannot place \"web\".", "walk", "web")]
    [InlineData("walk cannot place \"maybe\".", "walk", "--json=maybe")]
    [InlineData("\"--json\" stands after --, where neither verbs nor options are read. Take -- out.", "walk", "--", "--json")]
    [InlineData("\"--json\" stands after --, where neither verbs nor options are read. Take -- out.", "walk", "--json", "--", "--json")]
    [InlineData("\"--help\" stands after --,", "walk", "--", "--help")]
    [InlineData("\"walk\" stands after --,", "--", "walk")]
    [InlineData("\"[suggest]\" is no verb. Write one of: walk, check, explore, routes, matrix, chances, diff, repair, mutate, export, report;", "[suggest]")]
    [InlineData("\"[suggest]\" is no verb.", "[suggest]", "wal")]
    [InlineData("\"[diagram]\" is no verb.", "[diagram]", "walk")]
    [InlineData("(digits, hidden) is no verb.", "[0502345678]", "walk")]
    [InlineData("--carrier has a character that no name has. Write the carrier as the policy names it, or leave the option out.", "walk", "--carrier", "a\u0001b")]
    [InlineData("--carrier has a character that no name has.", "routes", "--country", "IL", "--carrier", "\u0000")]
    [InlineData("--policy \"nope\" is neither a file nor a shipped policy. Name a file that exists, or one of: consistent, twitter-2014, twitter-2014-web-takes-code, aspnet-core-identity, bank-app-first, cognito-at-once, cognito-verify-first, entra-opt-in-regions, github, gitlab, x-2023.", "walk", "--policy", "nope")]
    [InlineData("--policy \"\" is neither a file nor a shipped policy.", "walk", "--policy", "")]
    [InlineData("--policy \"@nope\" is neither", "walk", "--policy", "@nope")]
    [InlineData("--policy \"/\" is a directory.", "walk", "--policy", "/")]
    [InlineData("--country \"ISR\" is no country. Write its two ISO 3166-1 letters, for example IL.", "walk", "--country", "ISR")]
    [InlineData("--country \"\" is no country.", "walk", "--country", "")]
    [InlineData("--country AQ has no example number.", "walk", "--country", "AQ")]
    [InlineData("--country \"ZZ\" is no country.", "walk", "--country", "ZZ")]
    [InlineData("--carrier takes a name of 1 to 64 characters.", "walk", "--carrier", " ")]
    [InlineData("--carrier has digits alone.", "walk", "--carrier", "42501")]
    [InlineData("--from \"mars\" is no surface of the policy \"consistent\". Write one of: web, mobileWeb, android, ios.", "walk", "--from", "mars")]
    [InlineData("--from \"Web\" is no surface", "walk", "--from", "Web")]
    [InlineData("--number is refused with NumberUnreadable:", "walk", "--number", "")]
    [InlineData("--number is refused with NumberUnreadable:", "walk", "--number", "call me")]
    [InlineData("--number is refused with NumberTooShort:", "walk", "--number", "+97250")]
    [InlineData("--number is refused with NumberTooLong:", "walk", "--number", "+972502345678901234")]
    [InlineData("--number is refused with NumberNotInUse:", "walk", "--number", "+12005550000")]
    [InlineData("--number is refused with CountryMissing:", "walk", "--number", "0502345678")]
    [InlineData("--number is refused with CountryMismatch: its calling code belongs to no country, or it lacks + and --country AQ has no phone numbers.", "walk", "--number", "0502345678", "--country", "AQ")]
    [InlineData("--country \"UK\" is not the code of the United Kingdom. Write \"GB\".", "walk", "--number", "+972502345678", "--country", "UK")]
    [InlineData("--number is refused with CountryMismatch: its calling code belongs to no country.", "walk", "--number", "+80012345678")]
    [InlineData("--number is refused with ShortNumber:", "walk", "--number", "112", "--country", "DE")]
    [InlineData("FILE is missing. Write: login-verification check FILE.", "check")]
    [InlineData("check cannot place \"b\".", "check", "a", "b")]
    [InlineData("FILE \"nope.json\" is neither a file nor a shipped policy.", "check", "nope.json")]
    [InlineData("FILE \"/\" is a directory.", "check", "/")]
    [InlineData("P2 is missing. Write: login-verification diff P1 P2.", "diff", "consistent")]
    [InlineData("P1 \"nope\" is neither a file nor a shipped policy.", "diff", "nope", "consistent")]
    [InlineData("P2 \"/\" is a directory.", "diff", "consistent", "/")]
    [InlineData("--links \"some\" says nothing about links.", "diff", "consistent", "consistent", "--links", "some")]
    [InlineData("repair takes one property or all. Write --property NAME or --all.", "repair")]
    [InlineData("repair takes one property or all.", "repair", "--all", "--property", "NoTrap")]
    [InlineData("--property: \"NoTraps\" is no property.", "repair", "--property", "NoTraps")]
    [InlineData("--json and --patch are two answers. Write one of them.", "repair", "--all", "--json", "--patch")]
    [InlineData("--scale contradicts itself: sendsPerAccount (2) is less than sendsPerNumber (3).", "repair", "--all", "--scale", "sendsPerNumber=3")]
    [InlineData("--scale contradicts itself:", "diff", "consistent", "twitter-2014", "--scale", "sendsPerNumber=3")]
    [InlineData("--scale has no bound \"tries=1\".", "mutate", "--scale", "tries=1")]
    [InlineData("--max-states", "mutate", "--max-states", "none")]
    [InlineData("--max-shapes", "diff", "consistent", "twitter-2014", "--max-shapes", "0")]
    [InlineData("explore has no option \"--from\". It has: --policy, --scale, --property, --that, --properties, --max-states, --max-shapes, --json", "explore", "--from")]
    [InlineData("--policy \"nope\" is neither a file nor a shipped policy.", "explore", "--policy", "nope")]
    [InlineData("--property has no value. Write: --property NAME.", "explore", "--property", "--json")]
    [InlineData("--property: \"NoTraps\" is no property. Did you mean \"NoTrap\"? Write one of: EnabledImpliesVerifiedPhone, ", "explore", "--property", "NoTraps")]
    [InlineData("--property \"NoTrap\" is written more than once.", "explore", "--property", "NoTrap", "--property", "NoTrap")]
    [InlineData("--that has no value. Write: --that PROPERTY.", "explore", "--that", "--json")]
    [InlineData("--that \"P: always (devise)\", line 1, column 12: Nothing is called \"devise\". Did you mean \"device\"? Write one of: state, ", "explore", "--that", "P: always (devise)")]
    [InlineData("--that \"P: always (screen = home)\", line 1, column 21: screen has no value \"home\" in this policy. Write one of: ", "explore", "--that", "P: always (screen = home)")]
    [InlineData("--that \"P: always (screen = N(digits, hidden))\", line 1, column 21: screen has no value \"N(digits, hidden)\" in this policy.", "explore", "--that", "P: always (screen = N0502345678)")]
    [InlineData("--that (digits, hidden), line 1, column 1: Found \"+\", which has no place here.", "explore", "--that", "+972502345678")]
    [InlineData("Two properties are called \"NoTrap\". Give yours a name that neither another one nor the library's has.", "explore", "--that", "NoTrap: always (true)")]
    [InlineData("Two properties are called \"P\".", "explore", "--that", "P: always (true)", "--that", "P: reachable (true)")]
    [InlineData("A property is called \"N(digits, hidden)\", which may be a phone number. Give it a name with fewer digits: it is shown.", "explore", "--that", "N0502345678: always (true)")]
    [InlineData("--properties has no value. Write: --properties FILE.", "explore", "--properties")]
    [InlineData("--properties \"nope.txt\" is no file. Name one that exists, with a property a line: NAME: always (…).", "explore", "--properties", "nope.txt")]
    [InlineData("--properties \"/\" is no file.", "explore", "--properties", "/")]
    [InlineData("--properties \"\" is no file.", "explore", "--properties", "")]
    [InlineData("--scale has no value.", "explore", "--scale")]
    [InlineData("--scale has 2 values. Write it once", "explore", "--scale", "numbers=1", "--scale", "numbers=1")]
    [InlineData("--sign-in has no way \"post\". Write one of: sms, app, backupCode.", "walk", "--sign-in", "post")]
    [InlineData("--scale has no bound \"tries=1\". Write KEY=N, with one of: numbers, wrongTries, everyFailures, finalFailures, sendsPerNumber, sendsPerAccount, signInSends, numberTries.", "explore", "--scale", "tries=1")]
    [InlineData("--scale has no bound \"numbers\".", "explore", "--scale", "numbers")]
    [InlineData("--scale has no bound \"\".", "explore", "--scale", "")]
    [InlineData("--scale states numbers twice.", "explore", "--scale", "numbers=1,numbers=2")]
    [InlineData("--scale numbers takes a whole number, not \"two\". Write, for example, numbers=2.", "explore", "--scale", "numbers=two")]
    [InlineData("--scale is out of its bounds: numbers is 3. Give 1 to 2.", "explore", "--scale", "numbers=3")]
    [InlineData("--scale is out of its bounds: numbers is -1. Give 1 to 2.", "explore", "--scale", "numbers=-1")]
    [InlineData("--scale is out of its bounds: wrongTries is 0. Give 1 to 10.", "explore", "--scale", "wrongTries=0")]
    [InlineData("--scale is out of its bounds: everyFailures is 21. Give 1 to 20.", "explore", "--scale", "everyFailures=21")]
    [InlineData("--scale is out of its bounds: finalFailures is 101. Give 1 to 100.", "explore", "--scale", "finalFailures=101")]
    [InlineData("--scale is out of its bounds: sendsPerNumber is 21. Give 1 to 20.", "explore", "--scale", "sendsPerNumber=21")]
    [InlineData("--scale is out of its bounds: sendsPerAccount is 101. Give 1 to 100.", "explore", "--scale", "sendsPerAccount=101")]
    [InlineData("--scale wrongTries takes a whole number, not (digits, hidden).", "explore", "--scale", "wrongTries=2147483647")]
    [InlineData("--scale contradicts itself: finalFailures (2) is less than everyFailures (3).", "explore", "--scale", "everyFailures=3")]
    [InlineData("--max-states takes a whole number of 1 to 2147483647. Write, for example, --max-states 50000000.", "explore", "--max-states", "-1")]
    [InlineData("--scale contradicts itself: sendsPerAccount (2) is less than sendsPerNumber (3).", "export", "--format", "dot", "--scale", "sendsPerNumber=3")]
    [InlineData("--country is missing. Write the country of the number", "routes")]
    [InlineData("--country has 2 values. Write it once", "routes", "--country", "IL", "--country", "US")]
    [InlineData("--country \"ISR\" is no country.", "routes", "--country", "ISR")]
    [InlineData("--country \"ZZ\" is no country. Write its two ISO 3166-1 letters", "routes", "--country", "ZZ")]
    [InlineData("--country \"UK\" is not the code of the United Kingdom. Write \"GB\".", "routes", "--country", "UK")]
    [InlineData("--from \"mars\" is no surface of the policy \"twitter-2014\". Write one of: web, mobileWeb, android, ios.", "routes", "--policy", "twitter-2014", "--country", "IL", "--from", "mars")]
    [InlineData("--carrier takes a name of 1 to 64 characters.", "routes", "--country", "GB", "--carrier", "")]
    [InlineData("--links \"hidden\" says nothing about links. Write visible or all.", "routes", "--country", "IL", "--links", "hidden")]
    [InlineData("--device \"maybe\" says nothing about a device. Write yes or no.", "matrix", "--device", "maybe")]
    [InlineData("--links has no value. Write: --links visible|all.", "matrix", "--links")]
    [InlineData("--countries \"UK\" is not the code of the United Kingdom.", "matrix", "--countries", "IL,UK")]
    [InlineData("--countries \"\" is no country.", "matrix", "--countries", "IL,")]
    [InlineData("--countries names IL twice.", "matrix", "--countries", "IL,il")]
    [InlineData("--json and --csv are two answers. Write one of them.", "matrix", "--json", "--csv")]
    [InlineData("--format is missing. Write --format with one of: promela, murphi, tla, scxml, xstate, jsonl, mermaid, dot, prism.", "export")]
    [InlineData("--format \"svg\" is unknown. Write one of: promela, murphi, tla, scxml, xstate, jsonl, mermaid, dot, prism.", "export", "--format", "svg")]
    [InlineData("--format has 2 values.", "export", "--format", "dot", "--format", "dot")]
    [InlineData("--scale says nothing to prism: its chains keep the policy's own limits. Leave it out.", "export", "--format", "prism", "--scale", "wrongTries=2")]
    [InlineData("--loss \"often\" is not a probability, 0 to 1. Write, for example, 0.05.", "chances", "--loss", "often")]
    [InlineData("--loss \"1.5\" is not a probability, 0 to 1.", "chances", "--loss", "0.1,IL=1.5")]
    [InlineData("--loss takes one figure for all, first, and then countries: --loss 0.05,IL=0.2. \"IL\" is neither.", "chances", "--loss", "0.1,IL")]
    [InlineData("--loss states IL twice. Write it once.", "chances", "--loss", "IL=0.1,il=0.2")]
    [InlineData("--sms-price \"UK\" is not the code of the United Kingdom. Write \"GB\".", "chances", "--sms-price", "UK=1")]
    [InlineData("--give-up \"NaN\" is not a probability, 0 to 1.", "chances", "--give-up", "NaN")]
    [InlineData("--most-sms \"2.5\" is not a whole number, 1 to 20. Write, for example, 3.", "chances", "--most-sms", "2.5")]
    [InlineData("--weights has no weight \"hidden=0\". Write KEY=N, with one of: action, visibleLink, hiddenLink, externalLink, surface, shownWayOut, startAnew, registerDevice.", "chances", "--weights", "hidden=0")]
    [InlineData("--weights states action twice. Write it once.", "chances", "--weights", "action=1,action=2")]
    [InlineData("--weights action \"-1\" is not a weight, 0 to 1,000,000. Write, for example, 0.05.", "chances", "--weights", "action=-1")]
    [InlineData("--country AQ has no phone numbers. Write another one.", "chances", "--country", "AQ")]
    [InlineData("--carrier says nothing without a country. Write --country, too, or leave it out.", "chances", "--carrier", "Example Mobile")]
    [InlineData("--json, --csv and --prism are different answers. Write one of them.", "chances", "--csv", "--prism")]
    [InlineData("--prism writes all starts that are served. Leave --country, --carrier, --from and --account out", "chances", "--prism", "--country", "IL")]
    [InlineData("--out is empty.", "export", "--format", "dot", "--out", "")]
    [InlineData("--out \"/\" cannot be written", "export", "--policy", "twitter-2014", "--format", "dot", "--out", "/")]
    [InlineData("--out \"/nowhere/policy.dot\" cannot be written (DirectoryNotFoundException). Name a file in a directory that is there", "export", "--policy", "twitter-2014", "--format", "dot", "--out", "/nowhere/policy.dot")]
    public async Task It_is_told_where_and_what_to_write_instead(string complaint, params string[] arguments)
    {
        var answer = await Tool.RunAsync(arguments);

        Assert.Equal(2, answer.ExitCode);
        Assert.Empty(answer.Output);
        Assert.StartsWith($"login-verification: {complaint}", Assert.Single(answer.Complaints), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_carrier_may_not_be_longer_than_the_library_takes()
    {
        var answer = await Tool.RunAsync("walk", "--carrier", new string('a', Carrier.MaxLength + 1));

        Assert.Equal(2, answer.ExitCode);
        Assert.Contains("--carrier takes a name", answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_carrier_may_not_hold_half_a_character()
    {
        var answer = await Tool.RunAsync("walk", "--carrier", "a\uD83D");

        Assert.Equal(2, answer.ExitCode);
        Assert.Contains("--carrier has a character that no name has.", answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_mistakes_are_told_at_once()
    {
        var answer = await Tool.RunAsync("walk", "--number", "12", "--country", "ISR", "--carrier", "", "--from", "mars", "--json");

        Assert.Equal(2, answer.ExitCode);
        Assert.Empty(answer.Output);
        Assert.Equal(3, answer.Complaints.Length);
        Assert.All(new[] { "--from \"mars\"", "--carrier takes", "--country \"ISR\"" }, part => Assert.Contains(part, answer.Error, StringComparison.Ordinal));
    }

    /// <summary>As it stands in the policy, it says what is so.</summary>
    [Fact]
    public async Task What_a_policy_does_not_bound_no_scale_bounds()
    {
        using var scratch = new Scratch();
        var file = scratch.Write("policy.json", PolicyFile.Write(Remade.Twitter2014 with
        {
            Research = true,
            Code = new CodeRules { WrongTries = PolicyLimits.Unlimited },
            Sending = new SendRules { PerAccount = PolicyLimits.Unlimited },
            Lock = new LockRules { Longest = new LockRules().First, FinalFailures = PolicyLimits.Unlimited },
        }));

        var answer = await Tool.RunAsync("export", "--policy", file, "--format", "dot", "--scale", "wrongTries=5");

        Assert.Equal(2, answer.ExitCode);
        Assert.Contains("--scale cannot bound wrongTries: the policy has no such limit, and so it is not counted. Leave it out.", answer.Error, StringComparison.Ordinal);
        Assert.Equal(0, (await Tool.RunAsync("export", "--policy", file, "--format", "dot", "--scale", "wrongTries=unlimited")).ExitCode);
        Assert.Equal(0, (await Tool.RunAsync("export", "--policy", file, "--format", "dot", "--scale", "everyFailures=3,sendsPerNumber=3")).ExitCode);
        Assert.Contains("--scale wrongTries takes a whole number", (await Tool.RunAsync("explore", "--scale", "wrongTries=unlimited")).Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("123456", "--property: \"(digits, hidden)\" is no property.")]
    [InlineData("password=hunter2", "--property: \"password=(hidden)\" is no property.")]
    public async Task What_may_be_a_secret_is_not_repeated(string property, string complaint)
    {
        var answer = await Tool.RunAsync("explore", "--property", property, "--property", property);

        Assert.Equal(2, answer.ExitCode);
        Assert.StartsWith($"login-verification: {complaint}", answer.Complaints[0], StringComparison.Ordinal);
        Assert.DoesNotContain(property, answer.Error, StringComparison.Ordinal);
        Assert.Single(answer.Complaints, told => told.Contains("is no property", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Several_mistakes_of_a_scale_are_told_at_once()
    {
        var answer = await Tool.RunAsync("explore", "--policy", "nope", "--scale", "numbers=3,tries=1,wrongTries=x", "--property", "Nope");

        Assert.Equal(2, answer.ExitCode);
        Assert.Empty(answer.Output);
        Assert.All(new[] { "--policy \"nope\"", "numbers is 3", "\"tries=1\"", "wrongTries takes", "--property: \"Nope\"" }, part => Assert.Contains(part, answer.Error, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Several_mistakes_of_the_syntax_are_told_at_once()
    {
        var answer = await Tool.RunAsync("walk", "--colour", "red", "--from", "web", "--from", "ios", "--policy");

        Assert.Equal(2, answer.ExitCode);
        Assert.Empty(answer.Output);
        Assert.All(new[] { "\"--colour\"", "\"red\"", "--from has 2 values", "--policy has no value" }, part => Assert.Contains(part, answer.Error, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_policy_file_that_is_no_JSON_is_told_with_its_line()
    {
        using var scratch = new Scratch();
        var file = scratch.Write("broken.json", "{\n  \"name\": \n}");

        var answer = await Tool.RunAsync("walk", "--policy", file);

        Assert.Equal(2, answer.ExitCode);
        Assert.Empty(answer.Output);
        Assert.Contains($"--policy \"{file}\": $", answer.Error, StringComparison.Ordinal);
        Assert.Contains("(line 3)", answer.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("walk", "--json")]
    [InlineData("explore", "--json")]
    [InlineData("routes", "--country", "IL", "--json")]
    [InlineData("matrix", "--csv")]
    [InlineData("chances", "--csv")]
    [InlineData("export", "--format", "jsonl")]
    public async Task A_policy_that_is_not_valid_is_told_with_every_error(params string[] arguments)
    {
        using var scratch = new Scratch();
        var text = PolicyFile.Write(ShippedPolicies.Consistent.Document).Replace("\"home\": \"security\"", "\"home\": \"nowhere\"", StringComparison.Ordinal);

        var answer = await Tool.RunAsync([.. arguments, "--policy", scratch.Write("invalid.json", text)]);

        Assert.Equal(2, answer.ExitCode);
        Assert.Empty(answer.Output);
        Assert.True(answer.Complaints.Length >= 4, answer.Error);
    }

    [Fact]
    public async Task A_file_of_10_MB_is_refused_by_its_size()
    {
        using var scratch = new Scratch();
        var file = scratch.Write("large.json", new string(' ', 10_000_000));

        var answer = await Tool.RunAsync("walk", "--policy", file);

        Assert.Equal(2, answer.ExitCode);
        Assert.Empty(answer.Output);
        Assert.Contains("larger than 1024 KiB", answer.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("--version")]
    [InlineData("walk", "--help")]
    [InlineData("check", "-h")]
    [InlineData("explore", "--help")]
    [InlineData("routes", "--help")]
    [InlineData("matrix", "--help")]
    [InlineData("chances", "--help")]
    [InlineData("export", "--help")]
    public async Task Help_and_version_are_fine(params string[] arguments)
    {
        var answer = await Tool.RunAsync(arguments);

        Assert.Equal(0, answer.ExitCode);
        Assert.NotEmpty(answer.Output);
        Assert.Empty(answer.Error);
    }
}
