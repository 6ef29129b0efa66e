using System.Text.Json;

namespace LoginVerification.Cli.Tests;

public class RoutesTests
{
    [Fact]
    public async Task The_way_of_2014_reads_as_in_the_README() => Readme.Shows(await Tool.RunAsync("routes", "--policy", "twitter-2014", "--country", "IL", "--from", "web"));

    /// <summary>One of Britain is named, and none of the United States is.</summary>
    [Theory]
    [InlineData("GB", "Example Mobile", false)]
    [InlineData("GB", "Exmple Mobile", true)]
    [InlineData("US", "Example Mobile", true)]
    public async Task A_carrier_that_no_rule_names_is_told_to_be_as_any_other(string country, string carrier, bool isTold)
    {
        var answer = await Tool.RunAsync("routes", "--policy", "twitter-2014", "--country", country, "--carrier", carrier);

        Assert.Equal(isTold, answer.Output.Contains($"No rule names the carrier \"{carrier}\" in {country}: what is told goes for every carrier that none names.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_way_of_2014_leads_over_the_mobile_web()
    {
        var answer = await Tool.RunAsync("routes", "--policy", "twitter-2014", "--country", "IL", "--from", "web", "--json");

        Assert.Equal(0, answer.ExitCode);
        var route = Assert.Single(answer.Json.GetProperty("routes").EnumerateArray());
        Assert.Equal(
            [
                "web/settings: open mobileWeb",
                "mobileWeb/home: follow \"add a phone\"",
                "mobileWeb/addPhone: SubmitPhone",
                "mobileWeb/pending: follow \"manage\"",
                "mobileWeb/verification: ConfirmCode",
                "mobileWeb/home: open web",
                "web/settings: EnableVerification",
            ],
            route.GetProperty("steps").EnumerateArray().Select(step => $"{step.GetProperty("surface")}/{step.GetProperty("screen")}: {step.GetProperty("action")}"));
        Assert.Equal(["web", "mobileWeb"], route.GetProperty("surfaces").EnumerateArray().Select(surface => surface.GetString()));
        Assert.Equal("CountryNotServed", route.GetProperty("refusal").GetProperty("code").GetString());
        Assert.Equal("web-countries", route.GetProperty("refusal").GetProperty("rule").GetString());
    }

    [Fact]
    public async Task By_visible_links_alone_there_is_no_way()
    {
        var answer = await Tool.RunAsync("routes", "--policy", "twitter-2014", "--country", "IL", "--links", "visible", "--json");

        Assert.Equal(1, answer.ExitCode);
        Assert.Equal("visible", answer.Json.GetProperty("links").GetString());
        Assert.Equal(4, answer.Json.GetProperty("routes").GetArrayLength());
        Assert.All(answer.Json.GetProperty("routes").EnumerateArray(), route =>
        {
            Assert.False(route.GetProperty("reachable").GetBoolean());
            Assert.Equal(0, route.GetProperty("steps").GetArrayLength());
        });
    }

    [Fact]
    public async Task One_surface_without_a_way_is_enough_for_a_no()
    {
        var american = await Tool.RunAsync("routes", "--policy", "twitter-2014", "--country", "US", "--from", "web", "--links", "visible");
        var israeli = await Tool.RunAsync("routes", "--policy", "twitter-2014", "--country", "IL", "--from", "web", "--links", "visible");

        Assert.Equal((0, 1), (american.ExitCode, israeli.ExitCode));
        Assert.Contains("From web: no way to VerificationEnabled", israeli.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_answer_has_these_keys_and_what_does_not_apply_is_left_out()
    {
        var answer = await Tool.RunAsync("routes", "--policy", "twitter-2014", "--country", "il", "--json");

        Assert.Equal(["policy", "policyDigest", "version", "country", "carrier", "links", "device", "routes"], Keys(answer.Json));
        Assert.Equal(("IL", "all"), (answer.Json.GetProperty("country").GetString(), answer.Json.GetProperty("links").GetString()));
        Assert.Equal(JsonValueKind.Null, answer.Json.GetProperty("carrier").ValueKind);
        var routes = answer.Json.GetProperty("routes").EnumerateArray().ToList();
        Assert.Equal(["from", "reachable", "steps", "surfaces", "refusal"], Keys(routes[0]));
        Assert.Equal(["from", "reachable", "steps", "surfaces"], Keys(routes[1]));
        Assert.Equal(["surface", "screen", "action"], Keys(routes[0].GetProperty("steps")[0]));
        Assert.Equal(["surface", "screen", "action", "link"], Keys(routes[0].GetProperty("steps")[3]));
        Assert.Equal("hidden", routes[0].GetProperty("steps")[3].GetProperty("link").GetString());
    }

    [Fact]
    public async Task A_carrier_that_the_web_refuses_goes_another_way_than_any_other()
    {
        var refused = await Tool.RunAsync("routes", "--policy", "twitter-2014", "--country", "GB", "--carrier", "Example Mobile", "--from", "web", "--json");
        var other = await Tool.RunAsync("routes", "--policy", "twitter-2014", "--country", "GB", "--from", "web", "--json");

        Assert.Equal("Example Mobile", refused.Json.GetProperty("carrier").GetString());
        Assert.Equal("any other", other.Json.GetProperty("carrier").GetString());
        Assert.Equal(7, refused.Json.GetProperty("routes")[0].GetProperty("steps").GetArrayLength());
        Assert.Equal(4, other.Json.GetProperty("routes")[0].GetProperty("steps").GetArrayLength());
    }

    [Theory]
    [InlineData("no", false)]
    [InlineData("yes", true)]
    public async Task The_user_begins_with_a_device_if_it_is_asked_for(string written, bool device)
    {
        var answer = await Tool.RunAsync("routes", "--country", "IL", "--device", written, "--json");

        Assert.Equal(device, answer.Json.GetProperty("device").GetBoolean());
    }

    private static string[] Keys(JsonElement element) => [.. element.EnumerateObject().Select(member => member.Name)];
}
