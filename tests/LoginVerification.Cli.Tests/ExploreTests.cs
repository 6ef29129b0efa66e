using System.Text.Json;
using LoginVerification.Exploration;

namespace LoginVerification.Cli.Tests;

public class ExploreTests
{
    [Fact]
    public async Task The_story_of_the_trap_reads_as_in_the_README() => Readme.Shows(await Tool.RunAsync("explore", "--policy", "twitter-2014", "--property", "NoTrapVisible"));

    [Fact]
    public async Task What_the_rules_alone_answer_is_answered_without_a_look_at_the_states()
    {
        var told = await Tool.RunAsync("explore", "--policy", "twitter-2014", "--property", "AcceptanceAgrees");
        var written = await Tool.RunAsync("explore", "--policy", "twitter-2014", "--property", "AcceptanceAgrees", "--json");

        Assert.Equal((1, 1), (told.ExitCode, written.ExitCode));
        Assert.Contains("the rules alone answer it", told.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("lifecycle", told.Output, StringComparison.Ordinal);
        Assert.Equal(0, written.Json.GetProperty("states").GetInt64());
        Assert.Equal(JsonValueKind.Null, written.Json.GetProperty("lifecycle").ValueKind);
    }

    [Theory]
    [InlineData("--max-states", "states", "raise --max-states")]
    [InlineData("--max-shapes", "shapes", "raise --max-shapes")]
    public async Task A_limit_that_was_met_is_named_with_what_raises_it(string option, string limit, string mend)
    {
        var told = await Tool.RunAsync("explore", "--policy", "twitter-2014", option, "100");
        var written = await Tool.RunAsync("explore", "--policy", "twitter-2014", option, "100", "--json");

        Assert.Contains(mend, told.Output, StringComparison.Ordinal);
        Assert.Equal(limit, written.Json.GetProperty("limit").GetString());
        Assert.Equal("violated", written.Json.GetProperty("properties").EnumerateArray().Single(property => property.GetProperty("name").GetString() == "AcceptanceAgrees").GetProperty("verdict").GetString());
    }

    [Theory]
    [InlineData("--max-states", "0")]
    [InlineData("--max-shapes", "many")]
    public async Task A_limit_that_is_no_number_is_refused_with_the_mend(string option, string written)
    {
        var answer = await Tool.RunAsync("explore", option, written);

        Assert.Equal((2, ""), (answer.ExitCode, answer.Output));
        Assert.Contains($"{option} takes a whole number", answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_policy_without_a_violation_is_fine()
    {
        var answer = await Tool.RunAsync("explore", "--scale", "numbers=1");

        Assert.Equal(0, answer.ExitCode);
        Assert.Empty(answer.Error);
        Assert.Equal("No property is violated.", answer.Output.TrimEnd().Split('\n')[^2].TrimEnd());
        Assert.Contains("served nowhere:", answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_what_is_asked_for_is_told_and_counts()
    {
        var fine = await Tool.RunAsync("explore", "--policy", "twitter-2014", "--property", "NoTrap", "--property", "NoLockout");
        var violated = await Tool.RunAsync("explore", "--policy", "twitter-2014", "--property", "NoTrap", "--property", "NoTrapVisible");

        Assert.Equal((0, 1), (fine.ExitCode, violated.ExitCode));
        Assert.DoesNotContain("NoTrapVisible", fine.Output, StringComparison.Ordinal);
        Assert.Contains("1 of 2 properties violated.", violated.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_story_is_told_for_each_violation_that_has_one()
    {
        var answer = await Tool.RunAsync("explore", "--policy", "twitter-2014");

        Assert.Contains("NoSilentDisable is violated. The shortest story", answer.Output, StringComparison.Ordinal);
        Assert.Contains("nobody is told", answer.Output, StringComparison.Ordinal);
        Assert.Contains("     closed by mobileWeb", answer.Output, StringComparison.Ordinal);
        Assert.Contains("9 of 30 properties violated.", answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_stopped_hears_what_is_known_and_that_the_rest_is_open()
    {
        var told = await Tool.StopAsync("explore", "--policy", "twitter-2014");
        var written = await Tool.StopAsync("explore", "--policy", "twitter-2014", "--json");

        Assert.Equal((130, 130), (told.ExitCode, written.ExitCode));
        Assert.Contains("not closed  NoTrap ", told.Output, StringComparison.Ordinal);
        Assert.False(written.Json.GetProperty("complete").GetBoolean());
        Assert.All(written.Json.GetProperty("properties").EnumerateArray(), property => Assert.Equal("notClosed", property.GetProperty("verdict").GetString()));
    }

    [Theory]
    [InlineData(0, false, Verdict.Proved, Verdict.Vacuous)]
    [InlineData(0, true, Verdict.Proved, Verdict.Vacuous)]
    [InlineData(1, false, Verdict.Proved, Verdict.Violated)]
    [InlineData(1, true, Verdict.NotClosed, Verdict.Violated)]
    [InlineData(1, false, Verdict.Proved, Verdict.NotClosed)]
    [InlineData(130, true, Verdict.Proved, Verdict.NotClosed)]
    public void A_known_violation_counts_more_than_being_stopped(int exitCode, bool stopped, Verdict screens, Verdict lifecycle)
    {
        var explored = new Exploring(
            new PolicyExploration
            {
                Policy = "small",
                PolicyDigest = "sha256:0",
                Scale = ExplorationScale.Default,
                Classes = [],
                Shapes = 1,
                States = 1,
                Edges = 0,
                SignInStates = 0,
                SignInEdges = 0,
                Depth = 0,
                IsComplete = true,
                OperatorOnly = 0,
                Properties = [new PropertyVerdict("Some", PropertyKind.Agreement, screens)],
            },
            new LifecycleExploration { Scale = ExplorationScale.Default, States = 1, Edges = 0, IsComplete = true, Moves = [], Properties = [new PropertyVerdict("Other", PropertyKind.Lifecycle, lifecycle)] });

        Assert.Equal(exitCode, explored.ExitCode(stopped));
    }

    [Fact]
    public async Task A_person_sees_how_far_it_is_and_the_line_goes_away()
    {
        var watched = await Tool.WatchAsync("explore", "--policy", "twitter-2014", "--json");

        Assert.Contains("states/s", watched.Error, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', watched.Error);
        Assert.Equal("", watched.Error.Split('\r')[^1]);
        Assert.Equal("twitter-2014", watched.Json.GetProperty("policy").GetString());
    }

    [Fact]
    public async Task Control_characters_of_a_policy_file_do_not_reach_the_terminal()
    {
        using var scratch = new Scratch();
        var text = PolicyFile.Write(Remade.Twitter2014).Replace("add a phone", "add \\u001b[2J\\u202e a phone", StringComparison.Ordinal);
        var file = scratch.Write("policy.json", text);

        Assert.Contains("add ?[2J? a phone", (await Tool.RunAsync("explore", "--policy", file)).Output, StringComparison.Ordinal);
        Assert.Contains("add ?[2J? a phone", (await Tool.RunAsync("routes", "--policy", file, "--country", "US")).Output, StringComparison.Ordinal);
    }
}
