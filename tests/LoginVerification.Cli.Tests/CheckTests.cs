using System.Text.Json;

namespace LoginVerification.Cli.Tests;

public class CheckTests
{
    [Theory]
    [InlineData("consistent")]
    [InlineData("twitter-2014")]
    [InlineData("twitter-2014-web-takes-code")]
    [InlineData("gitlab")]
    public async Task A_shipped_policy_is_valid_by_its_name(string name)
    {
        var told = await Tool.RunAsync("check", name);
        var written = await Tool.RunAsync("check", name, "--json");

        Assert.Equal((0, $"\"{name}\" is valid."), (told.ExitCode, told.Output.TrimEnd()));
        Assert.Equal(0, written.ExitCode);
        Assert.True(written.Json.GetProperty("valid").GetBoolean());
        Assert.Equal(0, written.Json.GetProperty("errors").GetArrayLength());
        Assert.Equal(0, written.Json.GetProperty("warnings").GetArrayLength());
    }

    [Fact]
    public async Task A_valid_file_that_can_hardly_be_meant_is_valid_with_warnings()
    {
        using var scratch = new Scratch();
        var file = scratch.Write("policy.json", """
            {
              "name": "small",
              "surfaces": [
                { "name": "web", "home": "start", "screens": [{ "name": "start", "actions": [
                  { "action": "ConfirmCode", "when": { "state": ["NoPhone"] } }] }] }
              ]
            }
            """);

        var told = await Tool.RunAsync("check", file);
        var written = await Tool.RunAsync("check", file, "--json");

        Assert.Equal((0, 0), (told.ExitCode, written.ExitCode));
        Assert.True(written.Json.GetProperty("valid").GetBoolean());
        var warning = Assert.Single(written.Json.GetProperty("warnings").EnumerateArray());
        Assert.Equal(("$.surfaces[0].screens[0].actions[0]", 5), (warning.GetProperty("path").GetString(), warning.GetProperty("line").GetInt32()));
        Assert.Contains("warning: $.surfaces[0].screens[0].actions[0] (line 5): ", told.Output, StringComparison.Ordinal);
        Assert.EndsWith("is valid, with 1 warning.", told.Output.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_surface_without_screens_is_one_mistake()
    {
        using var scratch = new Scratch();
        var file = scratch.Write("policy.json", """{ "name": "small", "surfaces": [{ "name": "web", "home": "start", "screens": [] }] }""");

        var told = await Tool.RunAsync("check", file);

        Assert.Equal("$.surfaces[0].screens (line 1): The list is empty. Add at least the home screen: {\"name\": …}.", told.Output.Split('\n')[0].TrimEnd());
        Assert.Contains("1 error.", told.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_says_the_same_is_valid()
    {
        using var scratch = new Scratch();
        var file = scratch.Write("policy.json", PolicyFile.Write(ShippedPolicies.Consistent.Document));

        var answer = await Tool.RunAsync("check", file, "--json");

        Assert.Equal(0, answer.ExitCode);
        Assert.True(answer.Json.GetProperty("valid").GetBoolean());
    }

    [Fact]
    public async Task Every_error_is_named_with_path_line_and_mend()
    {
        using var scratch = new Scratch();
        var file = scratch.Write("policy.json", """
            {
              "name": "small",
              "surfaces": [
                { "name": "web", "home": "nowhere", "colour": "red", "screens": [{ "name": "start" }] }
              ],
              "code": { "life": "PT11M" }
            }
            """);

        var answer = await Tool.RunAsync("check", file, "--json");

        Assert.Equal(1, answer.ExitCode);
        Assert.Empty(answer.Error);
        Assert.False(answer.Json.GetProperty("valid").GetBoolean());
        var errors = answer.Json.GetProperty("errors").EnumerateArray().ToList();
        Assert.All(errors, error => Assert.Equal(["path", "line", "message"], error.EnumerateObject().Select(member => member.Name)));
        Assert.Contains(errors, error => (error.GetProperty("path").GetString(), error.GetProperty("line").GetInt32()) == ("$.surfaces[0].home", 4));
        Assert.Contains(errors, error => (error.GetProperty("path").GetString(), error.GetProperty("line").GetInt32()) == ("$.code.life", 6));
    }

    [Fact]
    public async Task People_read_the_same_errors_and_their_number()
    {
        using var scratch = new Scratch();
        var file = scratch.Write("policy.json", "{ \"name\": 1 }");

        var told = await Tool.RunAsync("check", file);
        var written = await Tool.RunAsync("check", file, "--json");

        Assert.Equal(1, told.ExitCode);
        var errors = written.Json.GetProperty("errors").EnumerateArray().ToList();
        Assert.All(errors, error => Assert.Contains(error.GetProperty("message").GetString()!, told.Output, StringComparison.Ordinal));
        Assert.EndsWith($"is not valid: {Words.Count(errors.Count, "error")}.", told.Output.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_line_is_null_and_not_left_out()
    {
        var json = Json.Write(CheckJson.Of([new PolicyError("$", null, "Nothing.")], []), CheckJsonContext.Default.CheckJson);

        Assert.Equal(JsonValueKind.Null, JsonDocument.Parse(json).RootElement.GetProperty("errors")[0].GetProperty("line").ValueKind);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("null")]
    public async Task A_readable_file_that_is_no_policy_is_not_valid(string text)
    {
        using var scratch = new Scratch();

        var answer = await Tool.RunAsync("check", scratch.Write("policy.json", text), "--json");

        Assert.Equal(1, answer.ExitCode);
        Assert.NotEqual(0, answer.Json.GetProperty("errors").GetArrayLength());
    }
}
