using System.Text.Json;

namespace LoginVerification.Cli.Tests;

/// <summary>What an account is can be stated, is told in every answer, and is data in JSON. The policy takes SMS of paid accounts alone.</summary>
public class AccountTests
{
    private const string Policy = "x-2023";

    [Theory]
    [InlineData("no", 6)]
    [InlineData("yes", 5)]
    public async Task Routes_are_those_of_the_account(string paid, int steps)
    {
        var answer = await Tool.RunAsync("routes", "--policy", Policy, "--country", "IL", "--from", "web", "--account", $"paid={paid}", "--json");

        Assert.Equal(paid, answer.Json.GetProperty("account").GetProperty("paid").GetString());
        Assert.Equal(steps, answer.Json.GetProperty("routes")[0].GetProperty("steps").GetArrayLength());
    }

    [Theory]
    [InlineData("routes", "Policy \"x-2023\", a mobile number of IL, an account with paid=no, without a device, over all links", "--country", "IL")]
    [InlineData("walk", "Policy \"x-2023\", number +97********78 (IL), an account with paid=no, from web")]
    public async Task Without_a_statement_it_is_told_which_account_was_taken(string verb, string title, params string[] options)
    {
        var text = await Tool.RunAsync([verb, "--policy", Policy, .. options]);
        var json = await Tool.RunAsync([verb, "--policy", Policy, .. options, "--json"]);

        Assert.Equal(title, text.Output.Split('\n')[0].TrimEnd());
        Assert.Equal("no", json.Json.GetProperty("account").GetProperty("paid").GetString());
    }

    [Fact]
    public async Task A_walk_is_that_of_the_account()
    {
        var paid = (await Tool.RunAsync("walk", "--policy", Policy, "--account", "paid=yes", "--json")).Json;

        Assert.Equal("yes", paid.GetProperty("account").GetProperty("paid").GetString());
        Assert.DoesNotContain(paid.GetProperty("steps").EnumerateArray(), step => step.TryGetProperty("refusal", out _));
    }

    [Fact]
    public async Task A_matrix_has_a_row_for_each_kind_of_account()
    {
        var answer = await Tool.RunAsync("matrix", "--policy", Policy);

        Assert.Equal(
            ["AQ, BV, GS, HM, PN, TF, UM", "every country with numbers (paid=no)", "every country with numbers (paid=yes)"],
            answer.Output.TrimEnd().Split('\n')[^5..^2].Select(line => line.Trim().Split("  ")[0]));
    }

    [Fact]
    public async Task A_cell_has_its_account()
    {
        string[] asked = ["matrix", "--policy", Policy, "--countries", "IL,AQ"];
        var cells = (await Tool.RunAsync([.. asked, "--json"])).Json.GetProperty("cells").EnumerateArray().ToList();
        var rows = Csv.Parse((await Tool.RunAsync([.. asked, "--csv"])).Output);
        var paid = (await Tool.RunAsync([.. asked, "--account", "paid=yes", "--json"])).Json.GetProperty("cells").EnumerateArray().ToList();

        Assert.Equal(["IL no 6", "IL yes 5", "AQ - ", "IL no 6", "IL yes 5", "AQ - "], cells.Select(cell => $"{cell.GetProperty("country")} {Paid(cell)} {cell.GetProperty("steps")}"));
        Assert.Equal(["paid=no", "paid=yes", "", "paid=no", "paid=yes", ""], rows.Skip(1).Select(row => row[8]));
        Assert.Equal(["IL yes", "AQ yes", "IL yes", "AQ yes"], paid.Select(cell => $"{cell.GetProperty("country")} {Paid(cell)}"));
    }

    [Fact]
    public async Task Chances_have_their_account()
    {
        var all = (await Tool.RunAsync("chances", "--policy", Policy, "--from", "web", "--json")).Json.GetProperty("chances").EnumerateArray().ToList();
        var one = (await Tool.RunAsync("chances", "--policy", Policy, "--from", "web", "--country", "IL", "--account", "paid=yes", "--json")).Json.GetProperty("chances")[0];

        Assert.Equal(["no", "yes"], all.Select(Paid).Distinct());
        Assert.Equal(("yes", "IL, paid=yes"), (Paid(one), one.GetProperty("numbers").GetString()));
        Assert.Equal(all.First(row => Paid(row) == "yes").GetProperty("enrolled").GetDouble(), one.GetProperty("enrolled").GetDouble());
    }

    [Fact]
    public async Task Classes_and_traces_have_their_account()
    {
        var explored = (await Tool.RunAsync("explore", "--policy", Policy, "--scale", "numbers=1", "--that", "NoSmsForThePaid: always (account.paid = yes implies channel != Sms)", "--json")).Json;

        Assert.Equal(["no", "yes"], explored.GetProperty("classes").EnumerateArray().Select(Paid));
        var property = explored.GetProperty("properties")[0];
        Assert.Equal(("violated", "yes"), (property.GetProperty("verdict").GetString(), Paid(property)));
    }

    [Fact]
    public async Task Changes_have_their_account()
    {
        using var scratch = new Scratch();
        var free = scratch.Write("free.json", PolicyFile.Write(Exploration.PolicyStudies.Load(Policy).Document with { Name = "free", Rules = [] }));
        var difference = (await Tool.RunAsync("diff", Policy, free, "--scale", "numbers=1", "--json")).Json;
        var text = (await Tool.RunAsync("diff", Policy, free, "--scale", "numbers=1")).Output;

        Assert.All(difference.GetProperty("shorter").EnumerateArray(), cell => Assert.Equal("no", Paid(cell)));
        Assert.Contains(" (paid=no) without a device: on web, app 5 in place of 6", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--account: Accounts have no attribute \"pait\" in the policy \"x-2023\". Did you mean \"paid\"? It declares: paid (no, yes).", "routes", "--country", "IL", "--account", "pait=yes")]
    [InlineData("--account: \"paid\" has no value \"maybe\" in the policy \"x-2023\". It declares: paid (no, yes).", "matrix", "--account", "paid=maybe")]
    [InlineData("--account \"paid\" is no attribute with its value. Write NAME=VALUE, once for each attribute.", "walk", "--account", "paid")]
    [InlineData("--account states \"paid\" twice. Write NAME=VALUE, once for each attribute.", "chances", "--account", "paid=yes", "--account", "paid=no")]
    [InlineData("--account (digits, hidden) is no attribute with its value.", "walk", "--account", "0502345678")]
    [InlineData("--account: Accounts have no attribute \"(digits, hidden)\" in the policy", "walk", "--account", "0502345678=yes")]
    [InlineData("--prism writes all starts that are served. Leave --country, --carrier, --from and --account out,", "chances", "--prism", "--account", "paid=yes")]
    public async Task What_cannot_be_used_is_told_with_what_the_policy_declares(string message, string verb, params string[] options)
    {
        var answer = await Tool.RunAsync([verb, "--policy", Policy, .. options]);

        Assert.Equal((2, ""), (answer.ExitCode, answer.Output));
        Assert.StartsWith($"login-verification: {message}", answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_policy_without_attributes_has_no_accounts_to_tell()
    {
        var routes = await Tool.RunAsync("routes", "--country", "IL", "--json");
        var wrong = await Tool.RunAsync("routes", "--country", "IL", "--account", "paid=yes");

        Assert.False(routes.Json.TryGetProperty("account", out _));
        Assert.StartsWith("login-verification: --account: The policy \"consistent\" declares no attributes of accounts. Leave \"paid\" out.", wrong.Error, StringComparison.Ordinal);
    }

    private static string? Paid(JsonElement told) => told.TryGetProperty("account", out var account) ? account.GetProperty("paid").GetString() : "-";
}
