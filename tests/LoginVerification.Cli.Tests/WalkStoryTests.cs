namespace LoginVerification.Cli.Tests;

/// <summary>The walks that the project promises on its first page.</summary>
public class WalkStoryTests
{
    private const string Israeli = "+972502345678";

    [Fact]
    public async Task Under_the_2014_policy_an_Israeli_number_is_refused_on_the_web_and_told_the_way_to_protection()
    {
        var answer = await Tool.RunAsync("walk", "--policy", "twitter-2014", "--number", Israeli, "--from", "web", "--json");

        Assert.Equal(0, answer.ExitCode);
        Assert.Equal(
            [
                "web/settings: follow \"add a phone\": followed",
                "web/addPhone: SubmitPhone: refused",
                "web/addPhone: open mobileWeb: opened",
                "mobileWeb/home: follow \"add a phone\": followed",
                "mobileWeb/addPhone: SubmitPhone: accepted",
                "mobileWeb/pending: follow \"manage\": followed",
                "mobileWeb/verification: ConfirmCode: accepted",
                "mobileWeb/home: open web: opened",
                "web/settings: EnableVerification: accepted",
            ],
            Steps.Of(answer));
        Assert.Equal("VerificationEnabled", answer.Json.GetProperty("state").GetString());
    }

    [Fact]
    public async Task The_page_of_2014_shows_no_way_out_while_the_service_knows_it()
    {
        var answer = await Tool.RunAsync("walk", "--policy", "twitter-2014", "--number", Israeli, "--from", "web", "--json");

        var refused = answer.Json.GetProperty("steps")[1];
        Assert.Equal("CountryNotServed", refused.GetProperty("refusal").GetProperty("code").GetString());
        Assert.Equal("web-countries", refused.GetProperty("refusal").GetProperty("rule").GetString());
        Assert.False(refused.GetProperty("showsWaysOut").GetBoolean());
        var way = Assert.Single(refused.GetProperty("waysOut").EnumerateArray());
        Assert.Equal("mobileWeb", way.GetProperty("surface").GetString());
        Assert.Equal("SubmitPhone", way.GetProperty("action").GetString());
    }

    [Fact]
    public async Task The_link_to_the_field_for_the_code_is_told_to_be_hidden()
    {
        var answer = await Tool.RunAsync("walk", "--policy", "twitter-2014", "--from", "web", "--json");

        Assert.Equal("hidden", answer.Json.GetProperty("steps")[5].GetProperty("link").GetString());
    }

    [Theory]
    [InlineData("web")]
    [InlineData("mobileWeb")]
    [InlineData("android")]
    [InlineData("ios")]
    public async Task Under_the_default_policy_it_takes_three_commands_on_one_surface_and_nothing_else(string surface)
    {
        var answer = await Tool.RunAsync("walk", "--number", Israeli, "--from", surface, "--json");

        Assert.Equal(0, answer.ExitCode);
        Assert.Equal(
            [$"{surface}/security: SubmitPhone: accepted", $"{surface}/code: ConfirmCode: accepted", $"{surface}/security: EnableVerification: accepted"],
            Steps.Of(answer));
    }

    [Theory]
    [InlineData("android")]
    [InlineData("ios")]
    public async Task The_apps_of_2014_lead_to_the_mobile_web_by_a_visible_link_and_enable_what_was_confirmed_there(string app)
    {
        var answer = await Tool.RunAsync("walk", "--policy", "twitter-2014", "--from", app, "--json");

        Assert.Equal(
            [
                $"{app}/settings: follow \"Add phone\": followed",
                "mobileWeb/addPhone: SubmitPhone: accepted",
                "mobileWeb/pending: follow \"manage\": followed",
                "mobileWeb/verification: ConfirmCode: accepted",
                $"mobileWeb/home: open {app}: opened",
                $"{app}/settings: EnableVerification: accepted",
            ],
            Steps.Of(answer));
        Assert.Equal("visible", answer.Json.GetProperty("steps")[0].GetProperty("link").GetString());
    }

    [Fact]
    public async Task Who_has_an_American_number_never_leaves_the_web()
    {
        var answer = await Tool.RunAsync("walk", "--policy", "twitter-2014", "--number", "+12015550123", "--from", "web", "--json");

        Assert.Equal(0, answer.ExitCode);
        Assert.All(Steps.Of(answer), step => Assert.StartsWith("web/", step, StringComparison.Ordinal));
        Assert.DoesNotContain(Steps.Of(answer), step => step.EndsWith("refused", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Where_the_web_takes_the_code_the_walk_goes_on_there()
    {
        var answer = await Tool.RunAsync("walk", "--policy", "twitter-2014-web-takes-code", "--json");

        Assert.Equal(0, answer.ExitCode);
        Assert.Equal("VerificationEnabled", answer.Json.GetProperty("state").GetString());
    }

    [Fact]
    public async Task A_carrier_that_the_web_refuses_is_refused_with_a_way_out()
    {
        var answer = await Tool.RunAsync("walk", "--policy", "twitter-2014", "--number", "07700900123", "--country", "gb", "--carrier", "example mobile", "--json");

        Assert.Equal(0, answer.ExitCode);
        Assert.Equal("CarrierNotServed", answer.Json.GetProperty("steps")[1].GetProperty("refusal").GetProperty("code").GetString());
        Assert.Equal("GB", answer.Json.GetProperty("country").GetString());
        Assert.Equal("example mobile", answer.Json.GetProperty("carrier").GetString());
    }

    [Theory]
    [InlineData("+449098790123")]
    [InlineData("+35312345678")]
    public async Task A_number_that_is_refused_everywhere_is_a_dead_end(string number)
    {
        var answer = await Tool.RunAsync("walk", "--number", number, "--json");

        Assert.Equal(1, answer.ExitCode);
        Assert.Equal("NoPhone", answer.Json.GetProperty("state").GetString());
        Assert.Equal("LineTypeNotServed", answer.Json.GetProperty("steps")[0].GetProperty("refusal").GetProperty("code").GetString());
        Assert.True(answer.Json.GetProperty("steps")[0].GetProperty("waysOut")[0].GetProperty("withAnotherNumber").GetBoolean());
        Assert.Contains("another number", answer.Json.GetProperty("deadEnd").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_country_without_a_number_walks_with_the_example_number_of_that_country()
    {
        var answer = await Tool.RunAsync("walk", "--country", "FR", "--json");

        Assert.Equal(0, answer.ExitCode);
        Assert.Equal("FR", answer.Json.GetProperty("country").GetString());
        Assert.StartsWith("+33", answer.Json.GetProperty("number").GetString(), StringComparison.Ordinal);
    }
}
