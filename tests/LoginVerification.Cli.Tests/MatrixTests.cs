using System.Text.Json;

namespace LoginVerification.Cli.Tests;

public class MatrixTests
{
    [Fact]
    public async Task JSON_has_a_cell_for_each_surface_country_and_named_carrier()
    {
        var answer = await Tool.RunAsync("matrix", "--policy", "twitter-2014", "--json");

        Assert.Equal(0, answer.ExitCode);
        Assert.Equal(["policy", "policyDigest", "version", "links", "device", "cells"], Keys(answer.Json));
        var cells = answer.Json.GetProperty("cells").EnumerateArray().ToList();
        Assert.Equal(4 * (Exploration.Countries.All.Count + 1), cells.Count);
        Assert.All(cells, cell => Assert.Equal(["surface", "country", "carrier", "reachable", "steps", "refusal"], Keys(cell)));
    }

    [Fact]
    public async Task A_cell_tells_how_many_steps_and_the_first_refusal()
    {
        var cells = (await Tool.RunAsync("matrix", "--policy", "twitter-2014", "--countries", "IL,GB", "--json")).Json.GetProperty("cells");

        Assert.Equal(12, cells.GetArrayLength());
        Assert.Equal(7, cells[0].GetProperty("steps").GetInt32());
        Assert.Equal("CountryNotServed", cells[0].GetProperty("refusal").GetProperty("code").GetString());
        Assert.Equal(JsonValueKind.Null, cells[0].GetProperty("carrier").ValueKind);
        Assert.Equal(("Example Mobile", "any other"), (cells[1].GetProperty("carrier").GetString(), cells[2].GetProperty("carrier").GetString()));
        Assert.Equal(JsonValueKind.Null, cells[2].GetProperty("refusal").ValueKind);
    }

    [Fact]
    public async Task A_cell_without_a_way_has_no_steps_and_is_no_failure()
    {
        var answer = await Tool.RunAsync("matrix", "--policy", "twitter-2014", "--countries", "IL", "--links", "visible", "--json");

        Assert.Equal(0, answer.ExitCode);
        Assert.Equal("visible", answer.Json.GetProperty("links").GetString());
        Assert.All(answer.Json.GetProperty("cells").EnumerateArray(), cell =>
        {
            Assert.False(cell.GetProperty("reachable").GetBoolean());
            Assert.Equal(JsonValueKind.Null, cell.GetProperty("steps").ValueKind);
        });
    }

    [Fact]
    public async Task People_read_a_row_for_all_that_fare_alike()
    {
        var answer = await Tool.RunAsync("matrix", "--policy", "twitter-2014");

        Assert.Equal(
            """
            Policy "twitter-2014", from each surface to VerificationEnabled without a device, over all links, with the first refusal on it

                                                                    web                                           mobileWeb                                     android                                       ios
              GB Example Mobile                                     7 steps, CarrierNotServed (web-carriers)      6 steps                                       6 steps                                       6 steps
              IL                                                    7 steps, CountryNotServed (web-countries)     6 steps                                       6 steps                                       6 steps
              AQ, BV, GS, HM, PN, TF, UM                            no way, CountryMismatch (IPhoneNumberReader)  no way, CountryMismatch (IPhoneNumberReader)  no way, CountryMismatch (IPhoneNumberReader)  no way, CountryMismatch (IPhoneNumberReader)
              every country with numbers but GB Example Mobile, IL  4 steps                                       5 steps                                       5 steps                                       5 steps

            login-verification 0.1.0, policy sha256:148ab9d1cc05a59c47efeeb9b6e3dc71fa1d37a6ef37cffbda903900dbe61a69

            """,
            string.Join('\n', answer.Output.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd())),
            ignoreLineEndingDifferences: true);
    }

    [Fact]
    public async Task Where_all_fare_alike_there_is_one_row()
    {
        var answer = await Tool.RunAsync("matrix");

        Assert.Equal(["TA", "AQ, BV, GS, HM, PN, TF, UM", "every country with numbers but TA"], answer.Output.TrimEnd().Split('\n')[^5..^2].Select(line => line.Trim().Split("  ")[0]));
        Assert.Equal(4, answer.Output.TrimEnd().Split('\n')[^3].Split("3 steps").Length - 1);
    }

    [Fact]
    public async Task CSV_says_the_same_as_JSON()
    {
        string[] asked = ["matrix", "--policy", "twitter-2014", "--countries", "IL,GB,US"];
        var cells = (await Tool.RunAsync([.. asked, "--json"])).Json.GetProperty("cells").EnumerateArray().ToList();

        var answer = await Tool.RunAsync([.. asked, "--csv"]);

        Assert.Equal(0, answer.ExitCode);
        var rows = Csv.Parse(answer.Output);
        Assert.Equal(["surface", "country", "carrier", "reachable", "steps", "refusal", "rule", "device", "account", "links", "policy", "policyDigest", "version"], rows[0]);
        Assert.Equal(
            cells.Select(cell => $"{cell.GetProperty("surface")};{cell.GetProperty("country")};{cell.GetProperty("carrier")};{cell.GetProperty("steps")}"),
            rows.Skip(1).Select(row => $"{row[0]};{row[1]};{row[2]};{row[4]}"));
        Assert.Equal(["web", "IL", "", "true", "7", "CountryNotServed", "web-countries", "false", "", "all", "twitter-2014", PolicyFile.Digest(Remade.Twitter2014), "0.1.0"], rows[1]);
    }

    [Theory]
    [InlineData("A, \"B\" \u001b[2J", "A, \"B\" ?[2J")]
    [InlineData("=cmd|'/c calc'!A0", "'=cmd|'/c calc'!A0")]
    [InlineData("@SUM(1+1)*cmd", "'@SUM(1+1)*cmd")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("1=1", "1=1")]
    public async Task A_carrier_is_one_field_and_no_formula(string carrier, string field)
    {
        using var scratch = new Scratch();
        var text = PolicyFile.Write(Remade.Twitter2014).Replace("\"Example Mobile\"", JsonSerializer.Serialize(carrier), StringComparison.Ordinal);

        var answer = await Tool.RunAsync("matrix", "--policy", scratch.Write("policy.json", text), "--countries", "GB", "--csv");

        var rows = Csv.Parse(answer.Output);
        Assert.All(rows, row => Assert.Equal(13, row.Count));
        Assert.Equal(field, rows[1][2]);
    }

    private static string[] Keys(JsonElement element) => [.. element.EnumerateObject().Select(member => member.Name)];
}
