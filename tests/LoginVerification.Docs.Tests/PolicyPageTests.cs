using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using LoginVerification.Policies;
using NodaTime;

namespace LoginVerification.Docs.Tests;

/// <summary>Holds <c>docs/policy.md</c> to the schema, which is exported from the types, and to what the reader accepts.</summary>
public sealed partial class PolicyPageTests
{
    private const string Page = "docs/policy.md";
    private static readonly JsonObject Schema = JsonNode.Parse(PolicyFile.Schema)!.AsObject();

    /// <summary>One table an object of the file, in the order of the page; the path leads to its schema.</summary>
    public static TheoryData<string, string> Objects => new()
    {
        { "policy", "" },
        { "surface", "surfaces" },
        { "screen", "surfaces/screens" },
        { "action", "surfaces/screens/actions" },
        { "link", "surfaces/screens/links" },
        { "when", "surfaces/screens/links/when" },
        { "rule", "rules" },
        { "ruleWhen", "rules/when" },
        { "accountAttribute", "accountAttributes" },
        { "code", "code" },
        { "sending", "sending" },
        { "lock", "lock" },
        { "signIn", "signIn" },
        { "channelChanges", "channelChanges" },
        { "smsDelivery", "smsDelivery" },
    };

    [Theory]
    [MemberData(nameof(Objects))]
    public void A_table_has_every_key_with_what_the_code_says_of_it(string name, string path)
    {
        var record = ObjectAt(path);
        var required = record["required"]?.AsArray().Select(key => key!.GetValue<string>()).ToHashSet() ?? [];
        var table = new Table("Key", "Type", "Default", "Bound", "Meaning", "Source");
        var source = "";
        foreach (var (key, value) in record["properties"]!.AsObject())
        {
            var schema = value!.AsObject();
            var meaning = schema["description"]!.GetValue<string>();
            source = Source(meaning, source);
            table.Row($"`{key}`", TypeOf(schema), DefaultOf(schema, required.Contains(key)), BoundOf(schema, path, key), meaning, source);
        }

        GeneratedPart.Check(Page, name, table.ToString());
    }

    [Fact]
    public void Every_object_of_the_file_has_a_table()
    {
        Assert.Equal(Objects.Select(row => (string)row[0]).Prepend("builder"), GeneratedPart.Names(Page));
        var described = Objects.Select(row => Keys((string)row[1])).ToHashSet();
        Assert.All(AllObjects(Schema), keys => Assert.Contains(keys, described));
    }

    public static TheoryData<string, string> Ranges
    {
        get
        {
            var ranges = new TheoryData<string, string>();
            foreach (var path in Objects.Select(row => (string)row[1]))
            {
                foreach (var (key, _) in ObjectAt(path)["properties"]!.AsObject())
                {
                    if (Probe(path, key, Impossible(path, key)) is not null)
                        ranges.Add(path, key);
                }
            }

            return ranges;
        }
    }

    /// <summary>The reader's own word for a bound, tried at both ends and beyond them.</summary>
    [Theory]
    [MemberData(nameof(Ranges))]
    public void Both_ends_of_a_bound_are_allowed_and_nothing_beyond(string path, string key)
    {
        var (least, most) = Probe(path, key, Impossible(path, key))!.Value;
        foreach (var (value, good) in new[] { (least, true), (most, true), (Beyond(least, -1), false), (Beyond(most, 1), false) })
            Assert.Equal(good, Probe(path, key, Literal(value)) is null);
    }

    [Fact]
    public void The_example_is_valid_and_the_same_as_the_one_in_CSharp()
    {
        var reading = PolicyFile.Read(Assert.Single(Snippets.Blocks(Repository.Read(Page), "json")));
        Assert.Empty(reading.Errors);
        Assert.Equal(PolicyFile.Write(reading.Document!), PolicyFile.Write(PolicyInCode.Build()));
    }

    [Fact]
    public void The_example_in_CSharp_is_the_code_that_is_compiled() =>
        GeneratedPart.Check(Page, "builder", Snippets.Fenced("tests/LoginVerification.Docs.Tests/PolicyInCode.cs", "builder"));

    [Theory]
    [InlineData("web", "+972502345678", null, null)]
    [InlineData("web", "+449012345678", null, RefusalCode.LineTypeNotServed)]
    [InlineData("web", "+447400123456", null, RefusalCode.CountryNotServed)]
    [InlineData("web", "+14155552671", null, null)]
    [InlineData("web", "+19002345678", null, RefusalCode.LineTypeNotServed)]
    [InlineData("app", "+19002345678", null, RefusalCode.LineTypeNotServed)]
    [InlineData("app", "+447400123456", "Example Mobile", RefusalCode.CarrierNotServed)]
    [InlineData("app", "+447400123456", "Another", null)]
    [InlineData("app", "+447400123456", null, null)]
    public async Task Every_rule_of_the_example_has_to_allow_the_number(string surface, string number, string? carrier, RefusalCode? refusal)
    {
        using var host = new TestHost(EnrolmentPolicy.Create(PolicyInCode.Build()));
        var result = await host.As(surface, new SubmitPhone(number, null, carrier is null ? null : Carrier.Parse(carrier)));
        Assert.Equal(refusal, result.Refusal?.Code);
        if (refusal is RefusalCode.CountryNotServed)
            Assert.Equal([new WayOut.Act(Surface.Parse("app"), new Choice(EnrolmentAction.SubmitPhone))], result.Refusal!.WaysOut);
    }

    private static JsonObject ObjectAt(string path) =>
        path.Split('/', StringSplitOptions.RemoveEmptyEntries).Aggregate(Schema, (record, key) =>
        {
            var child = record["properties"]![key]!.AsObject();
            return child["items"]?.AsObject() ?? child;
        });

    private static string Keys(string path) => Keys(ObjectAt(path));

    private static string Keys(JsonObject record) => string.Join(",", record["properties"]!.AsObject().Select(entry => entry.Key));

    /// <summary>Every object of fixed keys in the schema but the two forms of a selection.</summary>
    private static IEnumerable<string> AllObjects(JsonNode? node) => node switch
    {
        JsonObject { Count: > 0 } record => (record["properties"] is JsonObject properties && !properties.ContainsKey("only") && !properties.ContainsKey("except") ? [Keys(record)] : Array.Empty<string>())
            .Concat(record.SelectMany(entry => AllObjects(entry.Value))),
        JsonArray list => list.SelectMany(AllObjects),
        _ => [],
    };

    private static string TypeOf(JsonObject schema) => schema switch
    {
        { } when schema["enum"] is JsonArray words => string.Join(", ", words.Select(word => $"`{word}`")),
        { } when schema["oneOf"] is JsonArray forms => forms[0]!["type"]?.GetValue<string>() == "integer" ? "whole number" : "selection",
        { } when schema["format"]?.GetValue<string>() == "duration" => "duration",
        { } when schema["type"]!.GetValue<string>() == "array" => ListOf(schema["items"]!.AsObject()),
        { } when schema["additionalProperties"] is JsonObject { } values => values["type"]?.GetValue<string>() == "array" ? "a list of values for each attribute" : "a selection for each country",
        { } when schema["type"]!.GetValue<string>() == "integer" => "whole number",
        { } when schema["type"]!.GetValue<string>() == "string" => schema["pattern"] is null ? "text" : "name",
        { } when schema["type"]!.GetValue<string>() == "boolean" => "`true`, `false`",
        _ => "object",
    };

    private static string ListOf(JsonObject item) => item["enum"] is not null ? $"list of {TypeOf(item)}" : item["type"]?.GetValue<string>() == "string" ? "list of names" : "list of objects";

    private static string DefaultOf(JsonObject schema, bool isRequired) => (schema["default"], isRequired) switch
    {
        (_, true) => "required",
        (JsonArray { Count: 0 } or JsonObject { Count: 0 }, _) => "none",
        ({ } value, _) when value.ToString().Length == 0 => "empty",
        ({ } value, _) => $"`{value}`",
        (null, _) when TypeOf(schema) == "object" && schema["properties"]!.AsObject().All(entry => entry.Value!["default"] is not null) => "its own defaults",
        _ => "not stated",
    };

    private static string BoundOf(JsonObject schema, string path, string key)
    {
        if (Probe(path, key, Impossible(path, key)) is { } bound)
            return $"{bound.Least} to {bound.Most}";
        string[] parts =
        [
            .. Range(schema["minItems"], schema["maxItems"], "items"),
            .. Range(schema["minLength"], schema["maxLength"], "characters"),
            .. schema["pattern"] is { } pattern && TypeOf(schema) == "name" ? [$"`{pattern}`"] : Array.Empty<string>(),
        ];
        return string.Join("; ", parts);
    }

    private static string[] Range(JsonNode? least, JsonNode? most, string what) => (least, most) switch
    {
        (null, null) => [],
        ({ }, null) => [$"at least {least} {(least.GetValue<int>() == 1 ? what[..^1] : what)}"],
        (null, { }) => [$"at most {most} {what}"],
        _ => [$"{least} to {most} {what}"],
    };

    /// <summary>The source that the meaning names; "same section" is the one before.</summary>
    private static string Source(string meaning, string before) =>
        meaning.Contains("same section", StringComparison.Ordinal) ? before : Named().Match(meaning) is { Success: true } named ? named.Value : "";

    /// <summary>What no bound allows, or null for a key that is no number and no duration.</summary>
    private static string? Impossible(string path, string key) => TypeOf(ObjectAt(path)["properties"]![key]!.AsObject()) switch
    {
        "whole number" => "-1",
        "duration" => "\"P9999D\"",
        _ => null,
    };

    /// <summary>The bound that the reader tells of a value, or null when it says nothing of bounds.</summary>
    private static (string Least, string Most)? Probe(string path, string key, string? literal)
    {
        if (literal is null)
            return null;
        var policy = JsonNode.Parse(PolicyFile.Write(ShippedPolicies.Consistent.Document))!.AsObject();
        var part = path.Length == 0 ? policy : (JsonObject)(policy[path] = new JsonObject());
        part[key] = JsonNode.Parse(literal);
        var at = string.Join('.', new[] { "$", path, key }.Where(step => step.Length > 0));
        var told = PolicyFile.Read(policy.ToJsonString()).Errors
            .Where(error => error.Path == at).Select(error => OutOfBounds().Match(error.Message)).FirstOrDefault(match => match.Success);
        return told is null ? null : (told.Groups[1].Value, told.Groups[2].Value);
    }

    private static string Literal(string value) => value.StartsWith('P') ? $"\"{value}\"" : value;

    private static string Beyond(string end, int direction)
    {
        if (!end.StartsWith('P'))
            return $"{int.Parse(end, CultureInfo.InvariantCulture) + direction}";
        var length = NodaTime.Text.PeriodPattern.NormalizingIso.Parse(end).Value.ToDuration() + Duration.FromMilliseconds(direction);
        return string.Create(CultureInfo.InvariantCulture, $"PT{length.TotalSeconds:0.000}S");
    }

    [GeneratedRegex(@"is out of bounds\. Write (\S+) to (\S+)\.")]
    private static partial Regex OutOfBounds();

    [GeneratedRegex(@"NIST SP 800-63B-4, section [\d.]*\d|OWASP ASVS 5\.0, [\d.]*\d")]
    private static partial Regex Named();
}
