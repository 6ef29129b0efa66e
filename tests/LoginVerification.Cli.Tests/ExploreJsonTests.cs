using System.Text.Json;
using LoginVerification.Exploration;

namespace LoginVerification.Cli.Tests;

public class ExploreJsonTests
{
    [Fact]
    public async Task The_answer_has_these_keys()
    {
        var answer = await Tool.RunAsync("explore", "--policy", "twitter-2014", "--json");

        Assert.Equal(1, answer.ExitCode);
        Assert.Empty(answer.Error);
        Assert.Equal(["policy", "policyDigest", "version", "scale", "states", "edges", "depth", "complete", "limit", "operatorOnly", "signIns", "classes", "properties", "lifecycle"], Keys(answer.Json));
        Assert.Equal("twitter-2014", answer.Json.GetProperty("policy").GetString());
        Assert.Equal(["numbers", "wrongTries", "everyFailures", "finalFailures", "sendsPerNumber", "sendsPerAccount", "signInSends", "numberTries"], Keys(answer.Json.GetProperty("scale")));
        Assert.True(answer.Json.GetProperty("complete").GetBoolean());
        Assert.All(new[] { "states", "edges", "depth", "operatorOnly" }, key => Assert.True(answer.Json.GetProperty(key).GetInt64() > 0));
    }

    [Fact]
    public async Task Each_property_is_there_once_with_its_kind_and_its_verdict()
    {
        var properties = (await Tool.RunAsync("explore", "--policy", "twitter-2014", "--json")).Json.GetProperty("properties").EnumerateArray().ToList();

        Assert.Equal(PolicyProperties.All.Select(property => property.Name), properties.Select(property => Text(property, "name")));
        Assert.Equal(["agreement", "lifecycle", "reachability", "signIn"], properties.Select(property => Text(property, "kind")).Distinct().Order());
        Assert.Equal(["proved", "vacuous", "violated"], properties.Select(property => Text(property, "verdict")).Distinct().Order());
        Assert.All(properties, property => Assert.Equal(Text(property, "verdict") != "proved", property.TryGetProperty("reason", out _)));
    }

    [Fact]
    public async Task A_violation_is_told_step_by_step_and_a_trap_by_its_doors()
    {
        var answer = await Tool.RunAsync("explore", "--policy", "twitter-2014", "--property", "NoTrapVisible", "--json");

        var trap = Assert.Single(answer.Json.GetProperty("properties").EnumerateArray());
        Assert.Equal(["name", "kind", "verdict", "reason", "class", "trace", "starts", "doors"], Keys(trap));
        Assert.All(trap.GetProperty("trace").EnumerateArray(), step => Assert.Equal(["surface", "screen", "actor", "action", "outcome", "state"], Keys(step)));
        var last = trap.GetProperty("trace").EnumerateArray().Last();
        Assert.Equal(("web", "code", "user", "PhonePending"), (Text(last, "surface"), Text(last, "screen"), Text(last, "actor"), Text(last, "state")));
        Assert.All(trap.GetProperty("starts").EnumerateArray(), start => Assert.Equal(["surface", "class", "device"], Keys(start)));
        Assert.All(trap.GetProperty("doors").EnumerateArray(), door => Assert.Equal(["surface", "screen", "class", "action", "consequence", "trappedStates"], Keys(door)));
    }

    [Fact]
    public async Task The_lifecycle_alone_is_explored_beside_at_the_policys_own_bounds()
    {
        var lifecycle = (await Tool.RunAsync("explore", "--policy", "twitter-2014", "--json")).Json.GetProperty("lifecycle");

        Assert.Equal(["scale", "states", "edges", "complete", "properties"], Keys(lifecycle));
        Assert.Equal(100, lifecycle.GetProperty("scale").GetProperty("finalFailures").GetInt32());
        Assert.All(lifecycle.GetProperty("properties").EnumerateArray(), property => Assert.Equal("lifecycle", Text(property, "kind")));
        var violated = Assert.Single(lifecycle.GetProperty("properties").EnumerateArray(), property => Text(property, "verdict") == "violated");
        Assert.Equal("NoSilentDisable", Text(violated, "name"));
        Assert.All(violated.GetProperty("trace").EnumerateArray(), step => Assert.Equal(JsonValueKind.Null, step.GetProperty("surface").ValueKind));
    }

    [Fact]
    public async Task Classes_say_who_is_served()
    {
        var classes = (await Tool.RunAsync("explore", "--scale", "numbers=1", "--json")).Json.GetProperty("classes").EnumerateArray().ToList();

        Assert.All(classes, known => Assert.Equal(["name", "served", "countries", "description", "members"], Keys(known)));
        Assert.All(classes.SelectMany(known => known.GetProperty("members").EnumerateArray()), member => Assert.Equal(["country", "carriers", "lineTypes"], Keys(member)));
        Assert.Equal([true, false], classes.Select(known => known.GetProperty("served").GetBoolean()));
    }

    [Fact]
    public async Task The_scale_is_the_one_that_was_asked_for()
    {
        var answer = await Tool.RunAsync("explore", "--policy", "twitter-2014", "--scale", "wrongTries=2,finalFailures=3", "--json");

        var scale = answer.Json.GetProperty("scale");
        Assert.Equal([1, 2, 1, 3, 2, 2, 2, 1], scale.EnumerateObject().Select(bound => bound.Value.GetInt32()));
    }

    private static string[] Keys(JsonElement element) => [.. element.EnumerateObject().Select(member => member.Name)];

    private static string? Text(JsonElement element, string key) => element.GetProperty(key).GetString();
}
