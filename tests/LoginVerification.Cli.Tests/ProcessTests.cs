namespace LoginVerification.Cli.Tests;

/// <summary>The built tool, as another program calls it.</summary>
public class ProcessTests
{
    [Fact]
    public async Task A_walk_exits_with_0_and_writes_no_colours_into_a_pipe()
    {
        var answer = await Tool.StartAsync("walk", "--policy", "twitter-2014", "--number", "+972502345678", "--from", "web");

        Assert.Equal(0, answer.ExitCode);
        Assert.Empty(answer.Error);
        Assert.EndsWith("VerificationEnabled after 9 steps.\n", answer.Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', answer.Output);
    }

    [Fact]
    public async Task JSON_is_alone_on_standard_output()
    {
        var answer = await Tool.StartAsync("walk", "--policy", "twitter-2014", "--json");

        Assert.Equal(0, answer.ExitCode);
        Assert.Empty(answer.Error);
        Assert.Equal("VerificationEnabled", answer.Json.GetProperty("state").GetString());
    }

    [Theory]
    [InlineData(1, "explore", "--policy", "twitter-2014")]
    [InlineData(0, "routes", "--policy", "twitter-2014", "--country", "IL")]
    [InlineData(0, "matrix", "--policy", "twitter-2014")]
    [InlineData(0, "chances", "--policy", "twitter-2014")]
    [InlineData(0, "export", "--policy", "twitter-2014", "--format", "mermaid")]
    public async Task Into_a_pipe_go_neither_colours_nor_progress(int exitCode, params string[] arguments)
    {
        var answer = await Tool.StartAsync(arguments);

        Assert.Equal(exitCode, answer.ExitCode);
        Assert.NotEmpty(answer.Output);
        Assert.DoesNotContain('\u001b', answer.Output);
        Assert.Empty(answer.Error);
    }

    [Fact]
    public async Task A_dead_end_exits_with_1()
    {
        var answer = await Tool.StartAsync("walk", "--number", "+35312345678");

        Assert.Equal(1, answer.ExitCode);
        Assert.DoesNotContain('\u001b', answer.Output);
    }

    [Fact]
    public async Task A_policy_that_is_not_valid_exits_with_1_where_that_was_the_question()
    {
        using var scratch = new Scratch();

        var answer = await Tool.StartAsync("check", scratch.Write("policy.json", "{}"));

        Assert.Equal(1, answer.ExitCode);
        Assert.Empty(answer.Error);
    }

    [Theory]
    [InlineData(">&-")]
    [InlineData(">/dev/full")]
    public async Task An_answer_that_cannot_be_written_exits_with_74_and_is_told(string redirected)
    {
        foreach (var arguments in new string[][] { ["walk"], ["check", "consistent", "--json"], ["--help"] })
        {
            var answer = await Tool.StartInShellAsync(redirected, arguments);

            Assert.Equal((74, ""), (answer.ExitCode, answer.Output));
            Assert.Equal("login-verification: Standard output takes no more. Open it, or make room where it goes, and try again.", Assert.Single(answer.Complaints));
        }
    }

    [Theory]
    [InlineData(2, "2>&-", "walk", "--colour")]
    [InlineData(2, "2>/dev/full", "walk", "--colour")]
    [InlineData(74, ">&- 2>&-", "walk")]
    [InlineData(74, ">/dev/full 2>/dev/full", "walk")]
    [InlineData(0, "2>&-", "walk")]
    public async Task A_complaint_that_cannot_be_written_leaves_the_exit_code(int exitCode, string redirected, params string[] arguments) =>
        Assert.Equal(exitCode, (await Tool.StartInShellAsync(redirected, arguments)).ExitCode);

    [Theory]
    [InlineData("walk", "--policy", "nope")]
    [InlineData("walk", "--colour")]
    [InlineData("explore", "--scale", "numbers=9")]
    [InlineData("export", "--format", "svg")]
    public async Task Bad_input_exits_with_2_and_no_trace_of_a_stack(params string[] arguments)
    {
        var answer = await Tool.StartAsync(arguments);

        Assert.Equal(2, answer.ExitCode);
        Assert.Empty(answer.Output);
        Assert.Single(answer.Complaints);
        Assert.DoesNotContain("   at ", answer.Error, StringComparison.Ordinal);
    }
}
