using System.Globalization;

namespace LoginVerification.Cli.Tests;

public class ChancesTests
{
    private const string Page = "docs/chances.md";

    [Fact]
    public async Task The_users_of_2014_fare_as_in_the_README() => Readme.Shows(await Tool.RunAsync("chances", "--policy", "twitter-2014", "--country", "IL"));

    [Theory]
    [InlineData("chances", "--policy", "consistent", "--country", "IL", "--from", "web")]
    [InlineData("chances", "--policy", "twitter-2014", "--country", "IL", "--from", "web", "--weights", "hiddenLink=0,externalLink=0")]
    public async Task Other_users_fare_as_on_the_page(params string[] arguments)
    {
        Assert.Contains($"login-verification {string.Join(' ', arguments)}\n", Repository.Read(Page).ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Readme.Shows(await Tool.RunAsync(arguments), Page);
    }

    [Fact]
    public async Task JSON_has_the_behaviour_and_a_row_for_each_surface_and_served_class()
    {
        var answer = await Tool.RunAsync("chances", "--policy", "twitter-2014", "--loss", "0.1,IL=0.2", "--device", "yes", "--json");

        Assert.Equal(0, answer.ExitCode);
        var behaviour = answer.Json.GetProperty("behaviour");
        Assert.Equal((0.1, 0.2, true), (behaviour.GetProperty("smsLoss").GetDouble(), behaviour.GetProperty("smsLossIn").GetProperty("IL").GetDouble(), behaviour.GetProperty("device").GetBoolean()));
        var chances = answer.Json.GetProperty("chances").EnumerateArray().ToList();
        Assert.Equal(4 * 3, chances.Count);
        Assert.All(chances, chance =>
        {
            Assert.Equal(1, chance.GetProperty("enrolled").GetDouble() + chance.GetProperty("leavings").EnumerateArray().Sum(leaving => leaving.GetProperty("share").GetDouble()), 1e-12);
            Assert.InRange(chance.GetProperty("residual").GetDouble(), 0, 1e-12);
        });
    }

    [Fact]
    public async Task CSV_has_a_line_for_each_surface()
    {
        var rows = Csv.Parse((await Tool.RunAsync("chances", "--policy", "twitter-2014", "--country", "GB", "--carrier", "Example Mobile", "--sms-price", "0.1", "--csv")).Output);

        Assert.Equal(["surface", "numbers", "enrolled", "gaveUp", "stuck", "steps", "sms", "cost", "costPerEnrolled", "device", "account", "smsLoss", "behaviour", "weights", "policy", "policyDigest", "version"], rows[0]);
        Assert.Equal([("web", "GB Example Mobile"), ("mobileWeb", "GB Example Mobile"), ("android", "GB Example Mobile"), ("ios", "GB Example Mobile")], rows.Skip(1).Select(row => (row[0], row[1])));
        Assert.All(rows.Skip(1), row => Assert.Equal(Figure(row[6]) * 0.1, Figure(row[7]), 1e-12));
        Assert.All(rows.Skip(1), row =>
        {
            Assert.EndsWith("smsPrice=0.1", row[12], StringComparison.Ordinal);
            Assert.Contains("hiddenLink=0.05", row[13], StringComparison.Ordinal);
            Assert.Equal(["twitter-2014", PolicyFile.Digest(Remade.Twitter2014), "0.1.0"], row.Skip(14));
        });
    }

    [Fact]
    public async Task The_chains_of_the_default_behaviour_are_what_export_writes()
    {
        var chains = await Tool.RunAsync("chances", "--policy", "twitter-2014", "--prism");

        Assert.Equal(0, chains.ExitCode);
        Assert.Equal((await Tool.RunAsync("export", "--policy", "twitter-2014", "--format", "prism")).Output, chains.Output);
        Assert.Contains("// smsLoss=0.3,", (await Tool.RunAsync("chances", "--policy", "twitter-2014", "--prism", "--loss", "0.3")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_carrier_that_no_rule_names_is_told_to_people_and_programs()
    {
        const string told = "No rule names the carrier \"Exmple Mobile\" in GB: what is told goes for every carrier that none names. Rules name Example Mobile.";

        var answer = await Tool.RunAsync("chances", "--policy", "twitter-2014", "--country", "GB", "--carrier", "Exmple Mobile", "--from", "web", "--json");

        Assert.Equal((0, $"warning: {told}"), (answer.ExitCode, answer.Error.TrimEnd()));
        Assert.Equal([told], answer.Json.GetProperty("warnings").EnumerateArray().Select(warning => warning.GetString()));
    }

    [Fact]
    public async Task A_loss_that_the_policy_rules_out_is_told_to_people_and_programs()
    {
        const string told = "--loss says nothing here: US; AC and 242 more. By smsDelivery of the policy every SMS to them arrives. Name them there as uncertain, or write --loss 0.";

        var answer = await Ask("--loss", "0.3", "--json");

        Assert.Equal((0, $"warning: {told}"), (answer.ExitCode, answer.Error.TrimEnd()));
        Assert.Equal([told], answer.Json.GetProperty("warnings").EnumerateArray().Select(warning => warning.GetString()));
        Assert.All(answer.Json.GetProperty("chances").EnumerateArray(), row => Assert.Equal(row.GetProperty("numbers").GetString() == "IN" ? 0.3 : 0, row.GetProperty("smsLoss").GetDouble()));
        Assert.Empty((await Ask("--loss", "0.3", "--country", "IN")).Error);
        Assert.Empty((await Ask("--loss", "0")).Error);

        static Task<Answer> Ask(params string[] arguments) =>
            Tool.RunAsync(["chances", "--policy", Repository.PathOf("tests/LoginVerification.Exploration.Tests/Policies/sms-lost-in-india.json"), .. arguments]);
    }

    [Fact]
    public async Task A_survey_tells_those_with_a_device_apart()
    {
        var rows = Csv.Parse((await Tool.RunAsync("chances", "--policy", "twitter-2014", "--from", "web", "--csv")).Output);
        var text = (await Tool.RunAsync("chances", "--policy", "twitter-2014", "--from", "web")).Output;

        Assert.Equal([("IL", "false"), ("IL", "true")], rows.Where(row => row[1] == "IL").Select(row => (row[1], row[9])));
        Assert.Contains("  IL, without a device ", text, StringComparison.Ordinal);
        Assert.Contains("  IL, with a device ", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_policy_beyond_a_limit_is_bad_input_that_names_it()
    {
        Assert.Equal("--policy is too large. It has no end. Shorten it.", Assert.Throws<BadInputException>(() => PolicyTooLarge.Told(() => throw new NotSupportedException("It has no end. Shorten it."))).Complaints.Single());
        Assert.StartsWith("--policy makes more states than can be held. Lower its limits,", Assert.Throws<BadInputException>(() => PolicyTooLarge.Told(() => throw new OverflowException())).Complaints.Single(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--json")]
    [InlineData("--prism")]
    public async Task Users_whose_steps_no_number_tells_are_bad_input_with_the_mend(string form)
    {
        var answer = await Tool.RunAsync("chances", "--policy", "twitter-2014", "--give-up", "0", "--weights", "action=5e-324,surface=1000000", form);

        Assert.Equal((2, ""), (answer.ExitCode, answer.Output));
        Assert.Contains("Users hardly ever leave some loop, so that no number says how many steps they take. Let some give up, or bring the weights nearer to each other.", answer.Error, StringComparison.Ordinal);
    }

    private static double Figure(string written) => double.Parse(written, CultureInfo.InvariantCulture);
}
