using System.Text.RegularExpressions;

namespace LoginVerification.Cli.Tests;

/// <summary>Neither the number nor the code is ever written, wherever the number was put.</summary>
public partial class SecrecyTests
{
    private const string Number = "+972502345678";

    [Theory]
    [InlineData("consistent")]
    [InlineData("twitter-2014")]
    [InlineData("twitter-2014-web-takes-code")]
    public async Task A_walk_shows_neither_the_number_nor_the_code(string policy)
    {
        foreach (var surface in new[] { "web", "mobileWeb", "android", "ios" })
        {
            KeepsSecret(await Tool.RunAsync("walk", "--policy", policy, "--number", Number, "--from", surface));
            KeepsSecret(await Tool.RunAsync("walk", "--policy", policy, "--number", Number, "--from", surface, "--json"));
            KeepsSecret(await Tool.RunAsync("walk", "--policy", policy, "--number", "050-234-5678", "--country", "IL", "--from", surface, "--json"));
        }
    }

    [Theory]
    [InlineData("--policy")]
    [InlineData("--country")]
    [InlineData("--carrier")]
    [InlineData("--from")]
    [InlineData("--nummer")]
    [InlineData("--json")]
    [InlineData("--number", "1")]
    public async Task A_number_in_the_wrong_place_is_refused_and_not_repeated(params string[] before)
    {
        var answer = await Tool.RunAsync(["walk", .. before, Number]);

        Assert.Equal(2, answer.ExitCode);
        KeepsSecret(answer);
    }

    [Theory]
    [InlineData(Number)]
    [InlineData("check", Number)]
    [InlineData("walk", Number)]
    [InlineData("walk", "--number", "+972", "50", "234", "5678")]
    [InlineData("walk", "--number", Number, "--number", Number)]
    [InlineData("walk", "--number", Number + "99999999")]
    [InlineData("walk", "--number", Number, "--country", "UK")]
    [InlineData("walk", "--number", "x" + Number)]
    [InlineData("walk", "--numbr=" + Number)]
    [InlineData("walk", "tel:" + Number)]
    [InlineData("walk", "--number", Number, "--from", "a 050-234-5678 b")]
    [InlineData("walk", "--number", Number, "--carrier", "x 0502345678")]
    [InlineData("check", "call 0502345678")]
    [InlineData("explore", "--property", "N0502345678")]
    [InlineData("export", "--format", "f0502345678")]
    [InlineData("explore", Number)]
    [InlineData("explore", "--scale", Number)]
    [InlineData("explore", "--scale", "numbers=" + Number)]
    [InlineData("explore", "--property", Number)]
    [InlineData("routes", "--country", Number)]
    [InlineData("routes", "--country", "IL", "--carrier", Number)]
    [InlineData("routes", "--country", "IL", "--from", Number)]
    [InlineData("routes", "--country", "IL", "--links", Number)]
    [InlineData("matrix", "--countries", "IL," + Number)]
    [InlineData("chances", "--country", Number)]
    [InlineData("chances", "--loss", Number)]
    [InlineData("chances", "--weights", "action=" + Number)]
    [InlineData("export", "--format", Number)]
    public async Task A_command_that_is_wrong_does_not_repeat_the_number(params string[] arguments)
    {
        var answer = await Tool.RunAsync(arguments);

        Assert.Equal(2, answer.ExitCode);
        KeepsSecret(answer);
    }

    [Theory]
    [InlineData("explore", "--json")]
    [InlineData("explore")]
    [InlineData("routes", "--country", "IL")]
    [InlineData("routes", "--country", "IL", "--json")]
    [InlineData("matrix", "--json")]
    [InlineData("matrix", "--csv")]
    [InlineData("chances")]
    [InlineData("export", "--format", "jsonl")]
    [InlineData("export", "--format", "promela")]
    [InlineData("export", "--format", "mermaid")]
    public async Task What_is_explored_shows_no_number_not_even_an_invented_one(params string[] arguments)
    {
        var answer = await Tool.RunAsync([.. arguments, "--policy", "twitter-2014"]);

        Assert.NotEmpty(answer.Output);
        Assert.DoesNotMatch(Plus(), answer.Everything);
        Assert.DoesNotMatch(LongDigits(), answer.Everything);
        Assert.DoesNotContain("999000", answer.Everything, StringComparison.Ordinal);
    }

    private static void KeepsSecret(Answer answer)
    {
        Assert.DoesNotContain("502345678", answer.Everything, StringComparison.Ordinal);
        Assert.DoesNotContain("5678", answer.Everything, StringComparison.Ordinal);
        Assert.DoesNotMatch(CodeOrNumber(), answer.Everything);
    }

    [GeneratedRegex(@"\d{6}")]
    private static partial Regex CodeOrNumber();

    [GeneratedRegex(@"\+\d")]
    private static partial Regex Plus();

    /// <summary>As long as most numbers; counts are shorter.</summary>
    [GeneratedRegex(@"\d{8}")]
    private static partial Regex LongDigits();
}
