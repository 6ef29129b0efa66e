using System.Text.Json;
using System.Xml.Linq;
using LoginVerification.Exploration;

namespace LoginVerification.Cli.Tests;

public class ReportTests
{
    private static readonly Lazy<Task<XElement>> Twitter2014 = new(() => ReportAsync("twitter-2014"));

    [Fact]
    public async Task The_page_is_well_formed_and_loads_and_runs_nothing()
    {
        var page = await ReportAsync("twitter-2014", "consistent");

        Assert.Equal("default-src 'none'; style-src 'unsafe-inline'; img-src data:", page.Descendants("meta").Single(meta => (string?)meta.Attribute("http-equiv") == "Content-Security-Policy").Attribute("content")!.Value);
        IsHarmless(page);
        Assert.All(page.Descendants("a"), link => Assert.Contains(page.Descendants(), element => $"#{(string?)element.Attribute("id")}" == link.Attribute("href")!.Value));
    }

    [Fact]
    public async Task Every_property_every_class_and_every_country_is_there()
    {
        var page = await Twitter2014.Value;
        var explored = (await Tool.RunAsync("explore", "--policy", "twitter-2014", "--json")).Json;

        var text = page.Value;
        Assert.All(PolicyProperties.All, property => Assert.Contains(property.Name, text, StringComparison.Ordinal));
        Assert.All(explored.GetProperty("classes").EnumerateArray(), known => Assert.Contains(known.GetProperty("name").GetString()!, text, StringComparison.Ordinal));
        foreach (var violated in explored.GetProperty("properties").EnumerateArray().Where(told => told.GetProperty("verdict").GetString() == "violated"))
        {
            var story = page.Descendants("article").Single(article => (string?)article.Attribute("id") == $"policy-1-{violated.GetProperty("name")}");
            Assert.Contains(violated.GetProperty("reason").GetString()!, story.Value, StringComparison.Ordinal);
            var stories = violated.TryGetProperty("otherTraces", out var others) ? others.EnumerateArray().Select(other => other.GetProperty("trace")).Prepend(violated.GetProperty("trace")) : [violated.GetProperty("trace")];
            Assert.Equal(stories.Select(trace => trace.GetArrayLength()), story.Descendants("ol").Where(IsOf("story")).Select(told => told.Elements("li").Count()));
            var doors = violated.TryGetProperty("doors", out var entries) ? entries.GetArrayLength() : 0;
            Assert.Equal(doors, story.Elements("details").Where(folded => folded.Element("summary")!.Value.EndsWith("the way is closed", StringComparison.Ordinal)).Sum(folded => folded.Descendants("li").Count()));
        }

        var named = page.Descendants("ul").Single(IsOf("finder")).Descendants("a").Select(link => link.Value).ToHashSet();
        Assert.All(Exploration.Countries.All, country => Assert.Contains(country.Value == "GB" ? "Britain (UK), any other carrier" : CountryNames.Of(country), (IReadOnlySet<string>)named));
        Assert.DoesNotContain(Exploration.Countries.All, country => CountryNames.Of(country) == country.Value);
    }

    [Fact]
    public async Task The_map_says_what_the_matrix_says()
    {
        var page = await Twitter2014.Value;
        var all = await CellsAsync("all");
        var visible = await CellsAsync("visible");

        var rows = page.Descendants("table").Single(IsOf("heat")).Element("tbody")!.Elements("tr").ToDictionary(row => row.Descendants("a").Single().Attribute("href")!.Value, row => row.Elements("td").ToList());
        var numbers = page.Descendants("ul").Single(IsOf("finder")).Descendants("a").ToDictionary(link => link.Value, link => link.Attribute("href")!.Value);
        Assert.Equal(all.Count, numbers.Count * 4);
        foreach (var ((surface, country, carrier), steps) in all.Where(cell => Exploration.Countries.HasNumbers(CountryCode.Parse(cell.Key.Item2))))
        {
            var cell = rows[numbers[CountryNames.Of(new NumberKind(CountryCode.Parse(country), carrier))]][Array.IndexOf(["web", "mobileWeb", "android", "ios"], surface)];
            Assert.StartsWith(steps is { } known ? $"{known} steps" : "no way", cell.Value, StringComparison.Ordinal);
            Assert.Equal(steps is not null && visible[(surface, country, carrier)] is null, cell.Value.Contains("hidden", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Who_fares_worst_is_told_first_with_screen_and_rule_and_link()
    {
        var page = await Twitter2014.Value;

        var groups = page.Descendants("article").Where(IsOf("group")).ToList();
        Assert.Equal(["Israel", "Britain (UK), Example Mobile", "every country with numbers but Britain (UK), Example Mobile; Israel"], groups.Take(3).Select(group => ((XText)group.Element("h4")!.FirstNode!).Value.Trim()));
        Assert.Contains("On web/addPhone: refused by rule web-countries (country not served).", groups[0].Value, StringComparison.Ordinal);
        Assert.Contains("On mobileWeb/pending: a hidden link is all that leads on: follow \"manage\".", groups[0].Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_there_is_no_way_it_is_told_how_far_one_gets()
    {
        using var scratch = new Scratch();
        var policy = Remade.Twitter2014.Links("mobileWeb", "pending", link => link.Kind is LinkKind.External);
        policy = policy.Screen("mobileWeb", "verification", screen => screen with { Actions = [.. screen.Actions.Where(offer => offer.Action is not EnrolmentAction.ConfirmCode)] });

        var page = await ReportAsync(scratch.Write("policy.json", PolicyFile.Write(policy)));

        var israel = page.Descendants("article").First(IsOf("group"));
        Assert.StartsWith("Israel", israel.Element("h4")!.Value, StringComparison.Ordinal);
        Assert.Contains("On mobileWeb/pending: nobody gets farther: look for ConfirmCode (nothing that can be reached accepts it).", israel.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_policy_says_is_text_and_nothing_else()
    {
        using var scratch = new Scratch();
        const string hostile = "</title></style></pre>]]><script>alert(1)</script><img src=x onerror=alert(1)> & \\N \\\" -- http://example.com";
        // Names are letters and digits; what else a policy says is its author's.
        var policy = (Remade.Twitter2014 with { Description = hostile }).Screen("mobileWeb", "pending", screen => screen with { Links = [.. screen.Links.Select(link => link with { Label = $"{link.Label} {hostile}" })] });
        var file = scratch.Write("policy.json", PolicyFile.Write(policy));

        var page = await ReportAsync(file);

        IsHarmless(page);
        Assert.Contains(page.Descendants("li").Where(IsOf("picture")).Descendants("div"), step => step.Value.Contains(hostile, StringComparison.Ordinal));
        Assert.Equal(4, page.Descendants("svg").Count());
    }

    [Fact]
    public async Task A_class_says_what_makes_it_and_who_is_in_it()
    {
        var page = await Twitter2014.Value;
        var known = (await Tool.RunAsync("explore", "--policy", "twitter-2014", "--property", "EnabledReachable", "--json")).Json.GetProperty("classes").EnumerateArray().ToList();

        var told = page.Descendants("article").Where(article => article.Attribute("class")!.Value.StartsWith("class", StringComparison.Ordinal)).ToList();
        Assert.Equal(known.Count, told.Count);
        foreach (var (one, article) in known.Zip(told))
        {
            Assert.Contains(one.GetProperty("description").GetString()![1..], article.Value, StringComparison.Ordinal);
            var members = article.Elements("details").Select(folded => folded.Element("p")!.Value).Concat(article.Elements("p").Skip(1).Select(line => line.Value.TrimEnd('.'))).SelectMany(line => line.Trim().Split("; ")).ToList();
            var expected = one.GetProperty("members").EnumerateArray().SelectMany(member => member.GetProperty("carriers").EnumerateArray().Select(carrier => carrier.GetString()).DefaultIfEmpty()
                .Select(carrier => CountryNames.Of(new NumberKind(CountryCode.Parse(member.GetProperty("country").GetString()!), carrier))));
            Assert.Equal(expected.Order(StringComparer.Ordinal), members.Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public async Task Accounts_of_a_class_and_rules_on_devices_and_lines_are_told()
    {
        using var scratch = new Scratch();
        var policy = Remade.Twitter2014 with
        {
            AccountAttributes = [new AccountAttribute { Name = "paid", Values = ["no", "yes"] }],
            Rules =
            [
                new GatingRule { Name = "sms-is-paid-for", Actions = [EnrolmentAction.EnableVerification], Channels = Selection.Only(VerificationChannel.AppPush), When = RuleCondition.ForAccounts("paid", "no") },
                new GatingRule { Name = "app-first", Actions = [EnrolmentAction.EnableVerification], Channels = Selection.Only(VerificationChannel.AppPush), When = RuleCondition.WithDevice(true) },
                new GatingRule { Name = "mobiles", Actions = [EnrolmentAction.SubmitPhone], LineTypes = Selection.Only(LineType.Mobile, LineType.FixedLineOrMobile) },
            ],
        };

        var page = await ReportAsync(scratch.Write("policy.json", PolicyFile.Write(policy)));

        Assert.Contains("Accounts: paid=no.", page.Value, StringComparison.Ordinal);
        Assert.Contains("Accounts: paid=yes.", page.Value, StringComparison.Ordinal);
        Assert.Contains("the rule app-first speaks only of users with a device.", page.Value, StringComparison.Ordinal);
        Assert.Contains(page.Descendants("summary"), folded => folded.Value.EndsWith("countries (mobile, fixed line or mobile)", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_carrier_is_told_as_it_is_written_but_for_what_turns_the_direction()
    {
        using var scratch = new Scratch();
        string[] carriers = ["<b>bold</b> & \"quoted\" 'so' ]]> <!--", "שלום עולם", "=cmd|'/c calc'!A0", new string('x', 60), "\u202eevil\u2066"];
        var text = PolicyFile.Write(Remade.Twitter2014).Replace("\"Example Mobile\"", string.Join(", ", carriers.Select(carrier => JsonSerializer.Serialize(carrier))), StringComparison.Ordinal);

        var page = await ReportAsync(scratch.Write("policy.json", text));

        IsHarmless(page);
        var named = page.Descendants("ul").Single(IsOf("finder")).Descendants("a").Select(link => link.Value).ToList();
        Assert.All(carriers, carrier => Assert.Contains($"Britain (UK), {Shown.Plain(carrier)}", named));
        Assert.DoesNotContain(page.Value, letter => letter is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069'));
    }

    [Fact]
    public async Task An_exploration_that_ended_early_says_so_and_how_to_come_to_the_same()
    {
        using var scratch = new Scratch();
        var file = Path.Combine(scratch.Path, "report.html");

        await Tool.RunAsync("report", "--policy", "twitter-2014", "--max-states", "3000", "--out", file);

        var page = Parse(await File.ReadAllTextAsync(file));
        Assert.Contains("it ended at the limit of states", page.Descendants("p").Single(IsOf("notice")).Value, StringComparison.Ordinal);
        Assert.Contains("--max-states 3000", page.Descendants("dl").Single(IsOf("record")).Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_Graphviz_its_language_is_there_with_a_hint()
    {
        using var scratch = new Scratch();
        var file = Path.Combine(scratch.Path, "report.html");

        var answer = await Tool.StartAloneAsync("report", "--policy", "twitter-2014", "--out", file);

        Assert.Equal((0, ""), (answer.ExitCode, answer.Everything));
        var page = Parse(await File.ReadAllTextAsync(file));
        Assert.Empty(page.Descendants("svg"));
        Assert.Contains("Install it", page.Value, StringComparison.Ordinal);
        Assert.Equal(4, page.Descendants("pre").Count(text => text.Value.StartsWith("digraph {", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_drawing_is_told_to_who_does_not_see_it_and_has_a_dash_for_each_actor()
    {
        var drawings = (await Twitter2014.Value).Descendants("svg").ToList();

        // Android and iOS have the same screens.
        Assert.Equal(4, drawings.Count);
        Assert.All(drawings, svg =>
        {
            Assert.Equal("img", svg.Attribute("role")!.Value);
            var named = svg.Attribute("aria-labelledby")!.Value.Split(' ');
            Assert.Equal(["title", "desc"], named.Select(id => svg.Elements().Single(part => (string?)part.Attribute("id") == id).Name.LocalName));
        });
        Assert.Equal(["edge environment", "edge operator", "edge time", "edge user"], drawings[0].Descendants("g").Select(part => part.Attribute("class")!.Value).Where(kind => kind.StartsWith("edge", StringComparison.Ordinal)).Distinct().Order());
    }

    [Fact]
    public async Task The_record_is_all_that_one_needs_and_the_page_is_the_same_again()
    {
        var (first, second) = (await Twitter2014.Value, await ReportAsync("twitter-2014"));

        Assert.Equal(first.ToString(), second.ToString());
        var record = first.Descendants("dl").Single(IsOf("record")).Value;
        foreach (var part in new[] { "LoginVerification 0.1.0", PolicyFile.Digest(Remade.Twitter2014), "numbers=1,wrongTries=1", "login-verification report --policy twitter-2014 --scale numbers=1" })
            Assert.Contains(part, record, StringComparison.Ordinal);
        Assert.Contains(first.Descendants("pre"), text => text.Value == PolicyFile.Write(Remade.Twitter2014));
    }

    /// <summary>What nothing bounds is in no scale.</summary>
    [Fact]
    public async Task The_scale_of_a_policy_without_bounds_can_be_read_back()
    {
        using var scratch = new Scratch();
        var locked = new LockRules { EveryFailures = PolicyLimits.Unlimited, FinalFailures = 1 };
        var file = scratch.Write("policy.json", PolicyFile.Write(Remade.Twitter2014 with { Research = true, Code = new CodeRules { WrongTries = PolicyLimits.Unlimited }, Lock = locked }));

        var scale = (await ReportAsync(file)).Descendants("dl").Single(IsOf("record")).Descendants("code").Select(code => code.Value).Single(code => code.StartsWith("numbers=", StringComparison.Ordinal));
        var again = await Tool.RunAsync("explore", "--policy", file, "--scale", scale);

        Assert.Equal("numbers=1,finalFailures=1,sendsPerNumber=2,sendsPerAccount=2,signInSends=2,numberTries=1", scale);
        Assert.Equal((await Tool.RunAsync("explore", "--policy", file)).Output, again.Output);
    }

    private static async Task<XElement> ReportAsync(params string[] policies)
    {
        using var scratch = new Scratch();
        var file = Path.Combine(scratch.Path, "report.html");
        var answer = await Tool.RunAsync(["report", .. policies.SelectMany(policy => new[] { "--policy", policy }), "--out", file]);
        Assert.Equal((0, ""), (answer.ExitCode, answer.Everything));
        return Parse(await File.ReadAllTextAsync(file));
    }

    private static XElement Parse(string page)
    {
        Assert.StartsWith("<!DOCTYPE html>\n", page, StringComparison.Ordinal);
        return XElement.Parse(page["<!DOCTYPE html>\n".Length..], LoadOptions.PreserveWhitespace);
    }

    private static void IsHarmless(XElement page)
    {
        string[] loading = ["script", "link", "img", "iframe", "object", "embed", "base", "image", "use", "form"];
        Assert.DoesNotContain(page.DescendantsAndSelf(), element => loading.Contains(element.Name.LocalName));
        var attributes = page.DescendantsAndSelf().Attributes().ToList();
        Assert.DoesNotContain(attributes, attribute => attribute.Name.LocalName is "src" or "srcset" or "action" or "data" or "xmlns" || attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
        Assert.All(attributes.Where(attribute => attribute.Name.LocalName is "href"), link => Assert.StartsWith("#", link.Value, StringComparison.Ordinal));
        // A style is read as it stands.
        var style = page.Descendants("style").Single().Value;
        Assert.DoesNotContain(style, letter => letter is '<' or '>' or '&');
        Assert.DoesNotContain("url(", style, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("@import", style, StringComparison.OrdinalIgnoreCase);
    }

    private static async Task<Dictionary<(string, string, string?), int?>> CellsAsync(string links) =>
        (await Tool.RunAsync("matrix", "--policy", "twitter-2014", "--links", links, "--json")).Json.GetProperty("cells").EnumerateArray().ToDictionary(
            cell => (cell.GetProperty("surface").GetString()!, cell.GetProperty("country").GetString()!, cell.GetProperty("carrier").GetString()),
            cell => cell.GetProperty("steps").ValueKind is JsonValueKind.Null ? (int?)null : cell.GetProperty("steps").GetInt32());

    private static Func<XElement, bool> IsOf(string name) => element => element.Attribute("class")?.Value.Split(' ').Contains(name) is true;
}
