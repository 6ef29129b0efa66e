using System.Text.RegularExpressions;
using LoginVerification.Exploration;

namespace LoginVerification.Cli.Tests;

public partial class ComparisonTests
{
    [Fact]
    public async Task CSV_has_a_column_for_each_policy_and_says_what_explore_says()
    {
        var rows = Csv.Parse(await WriteAsync("csv", "consistent", "twitter-2014"));
        var explored = (await Tool.RunAsync("explore", "--policy", "twitter-2014", "--json")).Json;

        Assert.Equal(["part", "measure", "consistent", "twitter-2014"], rows[0]);
        Assert.All(rows, row => Assert.Equal(4, row.Count));
        Assert.Equal($"{explored.GetProperty("states")}", rows.Single(row => row[1] == "states")[3]);
        Assert.Equal(explored.GetProperty("policyDigest").GetString(), rows.Single(row => row[1] == "policyDigest")[3]);
        Assert.Equal(
            explored.GetProperty("properties").EnumerateArray().Select(told => $"{told.GetProperty("name")} {told.GetProperty("verdict")}"),
            rows.Where(row => row[0] == "property").Select(row => $"{row[1]} {row[3]}"));
    }

    [Fact]
    public async Task The_share_of_countries_is_that_of_the_matrix()
    {
        var rows = Csv.Parse(await WriteAsync("csv", "twitter-2014"));
        var cells = (await Tool.RunAsync("matrix", "--policy", "twitter-2014", "--links", "visible", "--json")).Json.GetProperty("cells").EnumerateArray()
            .Where(cell => cell.GetProperty("surface").GetString() == "web" && cell.GetProperty("carrier").GetString() is null or "any other").ToList();

        var reachable = cells.Count(cell => cell.GetProperty("surface").GetString() == "web" && cell.GetProperty("reachable").GetBoolean());
        Assert.Equal(244, reachable);
        Assert.Equal("0.9959", rows.Single(row => row[1] == "from web, visible links")[2]);
        Assert.Equal("0.0000", rows.Single(row => row[1] == "from ios, straight through")[2]);
    }

    [Fact]
    public async Task LaTeX_is_a_table_with_as_many_cells_in_each_row()
    {
        var lines = (await WriteAsync("tex", "consistent", "twitter-2014", "twitter-2014-web-takes-code")).Split('\n');

        var rows = lines.Where(line => line.EndsWith("\\\\", StringComparison.Ordinal)).ToList();
        Assert.Equal(1 + 6 + PolicyProperties.All.Count + 12, rows.Count);
        Assert.All(rows, row => Assert.Equal(3, Separator().Count(row)));
        Assert.Contains("    \\toprule", lines);
        Assert.Contains("    {}NoTrapVisible & proved & violated & proved \\\\", lines);
        Assert.Contains("    {}from web, visible links & 99.6 \\% & 99.6 \\% & 100.0 \\% \\\\", lines);
    }

    [Theory]
    [InlineData("a_b & 50% #1 $x {y}", @"a\_b \& 50\% \#1 \$x \{y\}")]
    [InlineData(@"\input{x}^~", @"\textbackslash{}input\{x\}\textasciicircum{}\textasciitilde{}")]
    [InlineData("<\"|\">", @"\textless{}\textquotedbl{}\textbar{}\textquotedbl{}\textgreater{}")]
    [InlineData("two\nlines \u202e", "two?lines ?")]
    public void A_text_is_text_in_LaTeX_as_well(string text, string written) => Assert.Equal(written, ComparisonLatex.Escaped(text));

    [Fact]
    public async Task Two_policies_of_one_name_are_told_apart()
    {
        using var scratch = new Scratch();
        var other = scratch.Write("other.json", PolicyFile.Write(Remade.Twitter2014 with { AccountsPerNumber = 9 }));

        var rows = Csv.Parse(await WriteAsync("csv", "twitter-2014", other));

        Assert.Equal(2, rows[0].Skip(2).Distinct().Count());
        Assert.All(rows[0].Skip(2), name => Assert.StartsWith("twitter-2014 (", name, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("--out names no file. Write --out FILE.html for a page, or FILE.csv or FILE.tex for the comparison as a table.", "--policy", "consistent")]
    [InlineData("--out \"report.pdf\" does not say in which form. Let the name end with one of: .html, .csv, .tex.", "--out", "report.pdf")]
    [InlineData("--policy \"consistent\" is written more than once. Write it once.", "--policy", "consistent", "--policy", "consistent", "--out", "report.html")]
    [InlineData("--policy \"no-such\" is neither a file nor a shipped policy. Name a file that exists, or one of: consistent, twitter-2014, twitter-2014-web-takes-code, aspnet-core-identity, bank-app-first, cognito-at-once, cognito-verify-first, entra-opt-in-regions, github, gitlab, x-2023.", "--policy", "no-such", "--out", "report.html")]
    public async Task What_is_wrong_is_told_with_the_mend(string complaint, params string[] arguments)
    {
        var answer = await Tool.RunAsync(["report", .. arguments]);

        Assert.Equal((2, "", $"login-verification: {complaint}"), (answer.ExitCode, answer.Output, answer.Error.TrimEnd()));
    }

    private static async Task<string> WriteAsync(string form, params string[] policies)
    {
        using var scratch = new Scratch();
        var file = Path.Combine(scratch.Path, $"table.{form}");
        var answer = await Tool.RunAsync(["report", .. policies.SelectMany(policy => new[] { "--policy", policy }), "--out", file]);
        Assert.Equal((0, ""), (answer.ExitCode, answer.Everything));
        return await File.ReadAllTextAsync(file);
    }

    [GeneratedRegex(@"(?<!\\)&")]
    private static partial Regex Separator();
}
