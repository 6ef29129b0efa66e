namespace LoginVerification.Cli.Tests;

public class ExportTests
{
    [Theory]
    [InlineData("promela", "/* LoginVerification policy twitter-2014 */")]
    [InlineData("murphi", "-- LoginVerification policy twitter-2014")]
    [InlineData("tla", "---- MODULE Policy ----")]
    [InlineData("scxml", "<?xml version=\"1.0\" encoding=\"utf-8\"?>")]
    [InlineData("xstate", "{\n  \"id\": \"twitter-2014\",")]
    [InlineData("jsonl", "{\"policy\":\"twitter-2014\",\"policyDigest\":\"sha256:148ab9d1cc05a59c47efeeb9b6e3dc71fa1d37a6ef37cffbda903900dbe61a69\",\"version\":\"0.1.0\",\"scale\":{\"numbers\":1,\"wrongTries\":1,\"everyFailures\":1,\"finalFailures\":2,\"sendsPerNumber\":2,\"sendsPerAccount\":2,\"signInSends\":2,\"numberTries\":1}}\n{\"state\":0,")]
    [InlineData("mermaid", "---")]
    [InlineData("dot", "// LoginVerification policy twitter-2014")]
    public async Task The_text_itself_is_on_standard_output_and_the_same_in_a_file(string format, string start)
    {
        using var scratch = new Scratch();
        var file = Path.Combine(scratch.Path, "model");

        var shown = await Tool.RunAsync("export", "--policy", "twitter-2014", "--format", format);
        var written = await Tool.RunAsync("export", "--policy", "twitter-2014", "--format", format, "--out", file);

        Assert.Equal((0, 0), (shown.ExitCode, written.ExitCode));
        Assert.StartsWith(start, shown.Output, StringComparison.Ordinal);
        Assert.Contains(PolicyFile.Digest(Remade.Twitter2014), shown.Output, StringComparison.Ordinal);
        Assert.Empty(written.Everything);
        Assert.Equal(shown.Output, await File.ReadAllTextAsync(file));
    }

    [Fact]
    public async Task The_scale_is_the_one_that_was_asked_for()
    {
        var small = await Tool.RunAsync("export", "--policy", "twitter-2014", "--format", "jsonl");
        var large = await Tool.RunAsync("export", "--policy", "twitter-2014", "--format", "jsonl", "--scale", "wrongTries=2,finalFailures=3");

        Assert.True(large.Output.Length > small.Output.Length);
    }

    [Theory]
    [InlineData(2, "--scale", "everyFailures=3")]
    [InlineData(130)]
    public async Task A_file_that_was_made_for_a_model_that_was_not_written_is_gone(int exitCode, params string[] arguments)
    {
        using var scratch = new Scratch();
        var file = Path.Combine(scratch.Path, "model");
        string[] asked = ["export", "--policy", "twitter-2014", "--format", "dot", "--out", file, .. arguments];

        var answer = exitCode == 2 ? await Tool.RunAsync(asked) : await Tool.StopAsync(asked);

        Assert.Equal(exitCode, answer.ExitCode);
        Assert.Empty(answer.Output);
        Assert.False(Path.Exists(file));
    }
}
