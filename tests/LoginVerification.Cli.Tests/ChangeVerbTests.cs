using System.Text.Json;

namespace LoginVerification.Cli.Tests;

/// <summary><c>diff</c>, <c>repair</c> and <c>mutate</c>.</summary>
public class ChangeVerbTests
{
    [Fact]
    public async Task A_difference_has_these_keys_and_exits_with_1()
    {
        var answer = await Tool.RunAsync("diff", "twitter-2014", "twitter-2014-web-takes-code", "--links", "visible", "--json");

        Assert.Equal(1, answer.ExitCode);
        Assert.Empty(answer.Error);
        Assert.Equal(["left", "leftDigest", "right", "rightDigest", "version", "links", "complete", "gained", "lost", "longer", "shorter", "refusals", "stranded", "verdicts", "settings"], Keys(answer.Json));
        Assert.All(answer.Json.GetProperty("gained").EnumerateArray(), cell => Assert.Equal(["surface", "country", "carrier", "account", "device", "left", "right", "leftRefusal", "rightRefusal"], Keys(cell)));
        var cell = answer.Json.GetProperty("gained").EnumerateArray().First(cell => (Text(cell, "surface"), Text(cell, "country")) == ("web", "IL"));
        Assert.Equal((JsonValueKind.Null, JsonValueKind.Number), (cell.GetProperty("left").ValueKind, cell.GetProperty("right").ValueKind));
        var flip = Assert.Single(answer.Json.GetProperty("verdicts").EnumerateArray());
        Assert.Equal(("NoTrapVisible", "violated", "proved", "repaired"), (Text(flip, "property"), Text(flip, "left"), Text(flip, "right"), Text(flip, "effect")));
        Assert.True(answer.Json.GetProperty("complete").GetBoolean());
    }

    [Fact]
    public async Task What_is_not_known_is_not_told_as_known()
    {
        string[] arguments = ["diff", "twitter-2014", "twitter-2014", "--max-states", "1"];
        var answer = await Tool.RunAsync([.. arguments, "--json"]);
        var told = await Tool.RunAsync(arguments);
        var repaired = await Tool.RunAsync("repair", "--policy", "twitter-2014", "--property", "NoTrapVisible", "--max-shapes", "1");

        Assert.Equal((1, false, JsonValueKind.Null), (answer.ExitCode, answer.Json.GetProperty("complete").GetBoolean(), answer.Json.GetProperty("stranded").ValueKind));
        Assert.All(answer.Json.GetProperty("verdicts").EnumerateArray(), flip => Assert.Equal("unknown", Text(flip, "effect")));
        Assert.Contains("Who is stranded is not known", told.Output, StringComparison.Ordinal);
        Assert.Contains("Not known", told.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Nothing changes", told.Output, StringComparison.Ordinal);
        Assert.Equal(1, repaired.ExitCode);
        Assert.Contains("nobody knows of NoTrapVisible", repaired.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("violates", repaired.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task People_read_a_change_log_and_not_a_line_for_each_country()
    {
        var answer = await Tool.RunAsync("diff", "twitter-2014", "consistent");

        Assert.Equal(1, answer.ExitCode);
        var lines = answer.Output.Split('\n').Select(line => line.TrimEnd()).ToList();
        Assert.Equal("From \"twitter-2014\" to \"consistent\", over all links", lines[0]);
        Assert.Contains("  GB Example Mobile, IL: on web 3 in place of 7; on mobileWeb, android, ios 3 in place of 6", lines);
        Assert.Contains("Cannot enrol any more", lines);
        Assert.Contains(lines, line => line.StartsWith("  TA: on web, where it took 4 steps", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("  PhoneVerified on web/settings", StringComparison.Ordinal) && line.Contains("IL FixedLine", StringComparison.Ordinal));
        Assert.Contains("  NoBypass                     violated, now proved", lines);
        Assert.True(lines.Count < 40, answer.Output);
    }

    [Fact]
    public async Task A_policy_differs_in_nothing_from_itself()
    {
        var answer = await Tool.RunAsync("diff", "twitter-2014", "twitter-2014");

        Assert.Equal(0, answer.ExitCode);
        Assert.Contains("Nothing changes for anybody.\n", answer.Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Repairs_have_these_keys_the_smallest_first()
    {
        var answer = await Tool.RunAsync("repair", "--policy", "twitter-2014", "--property", "NoTrapVisible", "--json");

        Assert.Equal(0, answer.ExitCode);
        Assert.Equal(["policy", "policyDigest", "version", "complete", "property", "violated", "left", "tried", "repairs"], Keys(answer.Json));
        var repairs = answer.Json.GetProperty("repairs").EnumerateArray().ToList();
        Assert.All(repairs, repair => Assert.Equal(["changes", "edits", "states", "changedCells", "repaired"], Keys(repair)));
        var edit = Assert.Single(repairs[0].GetProperty("edits").EnumerateArray());
        Assert.Equal(["path", "from", "to"], Keys(edit));
        Assert.Equal(("/surfaces/1/screens/2/links/0/kind", "hidden", JsonValueKind.Null), (Text(edit, "path"), Text(edit, "from"), edit.GetProperty("to").ValueKind));
    }

    [Fact]
    public async Task A_patch_is_a_patch_and_nothing_beside_it()
    {
        var answer = await Tool.RunAsync("repair", "--policy", "twitter-2014", "--property", "NoTrapVisible", "--patch");

        Assert.Equal(0, answer.ExitCode);
        var operation = Assert.Single(answer.Json.EnumerateArray());
        Assert.Equal(("remove", "/surfaces/1/screens/2/links/0/kind"), (Text(operation, "op"), Text(operation, "path")));
    }

    [Fact]
    public async Task People_read_each_repair_in_words_and_as_edits()
    {
        var answer = await Tool.WatchAsync("repair", "--policy", "twitter-2014", "--property", "NoTrapVisible");

        Assert.Contains("  1  mobileWeb/pending: show \"manage\"\n       remove /surfaces/1/screens/2/links/0/kind (\"hidden\")\n", answer.Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("policies explored", answer.Error, StringComparison.Ordinal);
        Assert.EndsWith("\r", answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nothing_is_violated_there_is_nothing_to_repair()
    {
        var answer = await Tool.RunAsync("repair", "--policy", "twitter-2014", "--property", "NoTrap");

        Assert.Equal((0, "Policy \"twitter-2014\": there is nothing to repair, NoTrap is not violated."), (answer.ExitCode, answer.Output.Split('\n')[0].TrimEnd()));
        Assert.Equal("[]", (await Tool.RunAsync("repair", "--all", "--patch", "--scale", "numbers=1")).Output.Trim());
    }

    [Fact]
    public async Task Each_single_change_is_told_with_its_edits_and_the_verdicts_that_it_flips()
    {
        using var scratch = new Scratch();
        var file = scratch.Write("policy.json", """
            {
              "name": "small",
              "surfaces": [{
                "name": "web", "home": "page",
                "screens": [
                  { "name": "page", "actions": [{ "action": "SubmitPhone" }, { "action": "EnableVerification" }, { "action": "ChangeChannel" }, { "action": "DisableVerification" }], "links": [{ "to": "code", "kind": "hidden", "label": "code" }] },
                  { "name": "code", "actions": [{ "action": "ConfirmCode", "then": "page" }, { "action": "ResendCode" }], "links": [{ "to": "page", "label": "back" }] }
                ]
              }]
            }
            """);

        var answer = await Tool.RunAsync("mutate", "--policy", file, "--scale", "numbers=1", "--json");

        Assert.Equal(0, answer.ExitCode);
        Assert.Equal(["policy", "policyDigest", "version", "complete", "changes"], Keys(answer.Json));
        var changes = answer.Json.GetProperty("changes").EnumerateArray().ToList();
        Assert.All(changes, change => Assert.Equal(["change", "valid", "complete", "edits", "verdicts"], Keys(change)));
        var shown = changes.Single(change => Text(change, "change") == "web/page: show \"code\"");
        Assert.Contains(shown.GetProperty("verdicts").EnumerateArray(), flip => (Text(flip, "property"), Text(flip, "left"), Text(flip, "right")) == ("NoTrapVisible", "violated", "proved"));
        Assert.Contains("repairs SameSurfaceCompletion, NoTrapVisible, SentImpliesEnterable", (await Tool.RunAsync("mutate", "--policy", file, "--scale", "numbers=1")).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("diff", "twitter-2014", "consistent")]
    [InlineData("repair", "--policy", "twitter-2014", "--all")]
    [InlineData("mutate", "--policy", "twitter-2014")]
    public async Task Who_stops_it_hears_so(params string[] arguments)
    {
        var answer = await Tool.StopAsync(arguments);

        Assert.Equal((130, ""), (answer.ExitCode, answer.Output));
    }

    private static string[] Keys(JsonElement element) => [.. element.EnumerateObject().Select(member => member.Name)];

    private static string? Text(JsonElement element, string key) => element.GetProperty(key).GetString();
}
