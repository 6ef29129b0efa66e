namespace LoginVerification.Cli.Tests;

/// <summary>Whatever is wrong: exit code 2, one message that names the place and the mend, and an empty standard output.</summary>
public class BadInputTests
{
    [Theory]
    [InlineData("A verb is missing. Write one of: walk, check;")]
    [InlineData("\"enrol\" is no verb. Write one of: walk, check;", "enrol")]
    [InlineData("\"--json\" is no option before a verb.", "--json")]
    [InlineData("walk has no option \"--colour\". It has: --policy, --number, --country, --carrier, --from, --json", "walk", "--colour")]
    [InlineData("--policy has no value. Write: --policy NAME|FILE.", "walk", "--policy")]
    [InlineData("--number has no value. Write: --number +972…", "walk", "--number", "--json")]
    [InlineData("--country has no value.", "walk", "--country")]
    [InlineData("--carrier has no value.", "walk", "--carrier")]
    [InlineData("--from has no value.", "walk", "--from")]
    [InlineData("--from has 2 values. Write it once", "walk", "--from", "web", "--from", "ios")]
    [InlineData("walk cannot place \"web\".", "walk", "web")]
    [InlineData("walk cannot place \"maybe\".", "walk", "--json=maybe")]
    [InlineData("--policy \"nope\" is neither a file nor a shipped policy. Name a file that exists, or one of: consistent, twitter-2014, twitter-2014-web-takes-code.", "walk", "--policy", "nope")]
    [InlineData("--policy \"\" is neither a file nor a shipped policy.", "walk", "--policy", "")]
    [InlineData("--policy \"@nope\" is neither", "walk", "--policy", "@nope")]
    [InlineData("--policy \"/\" is a directory.", "walk", "--policy", "/")]
    [InlineData("--country \"ISR\" is no country. Write its two ISO 3166-1 letters, for example IL.", "walk", "--country", "ISR")]
    [InlineData("--country \"\" is no country.", "walk", "--country", "")]
    [InlineData("--country ZZ has no example number.", "walk", "--country", "ZZ")]
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
    [InlineData("--number is refused with CountryMismatch: it does not belong to --country US", "walk", "--number", "+972502345678", "--country", "US")]
    [InlineData("--number is refused with CountryMismatch: it does not belong to --country ZZ", "walk", "--number", "+972502345678", "--country", "ZZ")]
    [InlineData("--number is refused with CountryMismatch: its calling code belongs to no country.", "walk", "--number", "+80012345678")]
    [InlineData("--number is refused with ShortNumber:", "walk", "--number", "112", "--country", "DE")]
    [InlineData("FILE is missing. Write: login-verification check FILE.", "check")]
    [InlineData("check cannot place \"b\".", "check", "a", "b")]
    [InlineData("FILE \"nope.json\" is neither a file nor a shipped policy.", "check", "nope.json")]
    [InlineData("FILE \"/\" is a directory.", "check", "/")]
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
    public async Task Several_mistakes_are_told_at_once()
    {
        var answer = await Tool.RunAsync("walk", "--number", "12", "--country", "ISR", "--carrier", "", "--from", "mars", "--json");

        Assert.Equal(2, answer.ExitCode);
        Assert.Empty(answer.Output);
        Assert.Equal(3, answer.Complaints.Length);
        Assert.All(new[] { "--from \"mars\"", "--carrier takes", "--country \"ISR\"" }, part => Assert.Contains(part, answer.Error, StringComparison.Ordinal));
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

    [Fact]
    public async Task A_policy_that_is_not_valid_is_told_with_every_error()
    {
        using var scratch = new Scratch();
        var text = PolicyFile.Write(ShippedPolicies.Consistent.Document).Replace("\"home\": \"security\"", "\"home\": \"nowhere\"", StringComparison.Ordinal);

        var answer = await Tool.RunAsync("walk", "--policy", scratch.Write("invalid.json", text), "--json");

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
    public async Task Help_and_version_are_fine(params string[] arguments)
    {
        var answer = await Tool.RunAsync(arguments);

        Assert.Equal(0, answer.ExitCode);
        Assert.NotEmpty(answer.Output);
        Assert.Empty(answer.Error);
    }
}
