namespace LoginVerification.Cli.Tests;

/// <summary>Properties of the user's own, on the command line and in a file.</summary>
public class WrittenPropertyTests
{
    private const string Enrolled = "(served) leadsTo (state = VerificationEnabled)";

    [Fact]
    public async Task What_is_asked_is_told_alone_and_decides_the_exit_code()
    {
        var fine = await Tool.RunAsync("explore", "--policy", "twitter-2014", "--that", $"Enrolled: {Enrolled} withStaff", "--that", "Push: reachable (channel = AppPush)");
        var violated = await Tool.RunAsync("explore", "--policy", "twitter-2014", "--that", $"Enrolled: {Enrolled} overVisibleLinks withStaff");

        Assert.Equal((0, 1), (fine.ExitCode, violated.ExitCode));
        Assert.Contains("  proved      Enrolled\n  proved      Push\n", fine.Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.DoesNotContain("NoTrap", fine.Output, StringComparison.Ordinal);
        Assert.Contains("violated    Enrolled  it can go round for ever without getting there", violated.Output, StringComparison.Ordinal);
        Assert.Matches(@"\n     steps \d+ to \d+ repeat for ever\r?\n", violated.Output);
    }

    [Fact]
    public async Task They_stand_beside_those_of_the_library_that_are_asked_for()
    {
        var answer = await Tool.RunAsync("explore", "--policy", "twitter-2014", "--property", "NoTrap", "--that", "Always: always (true)", "--json");

        Assert.Equal(["NoTrap", "Always"], answer.Json.GetProperty("properties").EnumerateArray().Select(property => property.GetProperty("name").GetString()));
    }

    [Fact]
    public async Task A_story_that_repeats_says_from_where()
    {
        var answer = await Tool.RunAsync("explore", "--policy", "twitter-2014", "--that", $"Enrolled: {Enrolled}", "--json");

        var property = Assert.Single(answer.Json.GetProperty("properties").EnumerateArray());
        Assert.Equal(("custom", "violated"), (property.GetProperty("kind").GetString(), property.GetProperty("verdict").GetString()));
        Assert.InRange(property.GetProperty("cycleStart").GetInt32(), 1, property.GetProperty("trace").GetArrayLength() - 1);
    }

    [Fact]
    public async Task A_file_has_one_a_line()
    {
        using var scratch = new Scratch();
        var file = scratch.Write("mine.properties", "# mine\n\nFirst: always (true)\nSecond: reachable (device)\n");

        var answer = await Tool.RunAsync("explore", "--policy", "twitter-2014", "--properties", file, "--that", "Third: always (not verified or not pending)", "--json");

        Assert.Equal(["Third", "First", "Second"], answer.Json.GetProperty("properties").EnumerateArray().Select(property => property.GetProperty("name").GetString()));
        Assert.Equal(0, answer.ExitCode);
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_told_at_once_and_nothing_else()
    {
        using var scratch = new Scratch();
        var file = scratch.Write("mine.properties", "First: always (tru)\nSecond: reachable (device)\n  Third: always (state = Enabled)\n");

        var answer = await Tool.RunAsync("explore", "--policy", "twitter-2014", "--properties", file, "--that", "Fourth: allways (true)");

        Assert.Equal((2, ""), (answer.ExitCode, answer.Output));
        Assert.Equal(3, answer.Error.Split("column ").Length - 1);
        Assert.All(["line 1, column 16", "line 3, column 26", "\"Fourth: allways (true)\", line 1, column 9"], place => Assert.Contains(place, answer.Error, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_file_without_a_property_is_told()
    {
        using var scratch = new Scratch();

        var answer = await Tool.RunAsync("explore", "--properties", scratch.Write("mine.properties", "# later\n"));

        Assert.Equal(2, answer.ExitCode);
        Assert.Contains("has no property. Write one a line: NAME: always (…).", answer.Error, StringComparison.Ordinal);
    }
}
