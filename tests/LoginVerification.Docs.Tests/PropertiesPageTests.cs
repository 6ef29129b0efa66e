using LoginVerification.Exploration;
using LoginVerification.Policies;

namespace LoginVerification.Docs.Tests;

/// <summary>Holds <c>docs/properties.md</c> to the parser and to the explorer.</summary>
public sealed class PropertiesPageTests
{
    private const string Page = "docs/properties.md";

    private static IReadOnlyList<string> Blocks => Snippets.Blocks(Repository.Read(Page), "properties");

    [Fact]
    public void The_verdicts_of_the_examples_are_those_of_the_explorer()
    {
        var table = new Table(["Example", .. ShippedPolicies.Names.Select(name => $"`{name}`")]);
        var told = ShippedPolicies.Names.Select(name => Judged(ShippedPolicies.Load(name), Blocks[0])).ToList();
        foreach (var (index, property) in told[0].Index())
            table.Row([$"`{property.Name}`", .. told.Select(verdicts => $"{verdicts[index].Verdict}".ToLowerInvariant())]);
        GeneratedPart.Check(Page, "verdicts", table.ToString());
    }

    [Fact]
    public void Every_property_of_the_library_is_spoken_of() => Assert.All(
        PolicyProperties.All,
        property => Assert.Matches($"(`|as\\.){property.Name}\\b", Repository.Read(Page)));

    [Fact]
    public void What_the_grammar_derives_is_what_the_parser_takes()
    {
        var grammar = new Grammar(Snippets.Blocks(Repository.Read(Page), "ebnf").Single());
        var chance = new Random(1404);
        var sentences = new List<(string Text, bool IsDerived)>();
        for (var tries = 0; tries < 20_000; tries++)
        {
            var isOfSteps = chance.Next(4) == 0;
            var sentence = grammar.Derive("property", chance).Select(word => Spelled(word, isOfSteps, chance)).ToList();
            if (sentence.Contains("onEveryStep") != isOfSteps || sentence.Count > 80)
                continue;
            if (chance.Next(2) == 0)
                Change(sentence, isOfSteps, chance);
            sentences.Add((string.Join(' ', sentence), grammar.Derives("property", sentence, (kind, word) => IsOf(kind, word, isOfSteps))));
        }

        PropertyLanguage.ParseLines(string.Join('\n', sentences.Select(sentence => sentence.Text)), ShippedPolicies.Consistent, out var errors);

        var refused = errors.Select(error => error.Line).ToHashSet();
        Assert.All(sentences.Index(), sentence => Assert.True(sentence.Item.IsDerived != refused.Contains(sentence.Index + 1), sentence.Item.Text));
        Assert.InRange(refused.Count, 1_000, sentences.Count - 1_000);
    }

    /// <summary>One word is dropped, doubled, or becomes another one.</summary>
    private static void Change(List<string> sentence, bool isOfSteps, Random chance)
    {
        var at = chance.Next(sentence.Count);
        switch (chance.Next(3))
        {
            case 0:
                sentence.RemoveAt(at);
                break;
            case 1:
                sentence.Insert(at, sentence[at]);
                break;
            default:
                // Of states and of steps there are other names, so that a property does not turn into one of the other kind.
                var other = Alphabet(isOfSteps)[chance.Next(Alphabet(isOfSteps).Count)];
                sentence[at] = other;
                break;
        }
    }

    private static IReadOnlyList<string> Alphabet(bool isOfSteps) =>
    [
        ":", "(", ")", "{", "}", ",", "=", "!=", "in", "not", "and", "or", "implies", "true", "leadsTo", "overVisibleLinks", "withStaff", "withoutStaff", "NoPhone",
        .. isOfSteps ? new[] { "before.device", "after.state" } : ["device", "state", "always", "reachable", "alwaysReachable"],
    ];

    private static string Spelled(string word, bool isOfSteps, Random chance) => word switch
    {
        "name" => "N1.a-b_c",
        "flag" => isOfSteps ? chance.Next(2) == 0 ? "before.device" : "after.device" : "device",
        "choice" => isOfSteps ? chance.Next(2) == 0 ? "before.state" : "after.state" : "state",
        "value" => chance.Next(2) == 0 ? "NoPhone" : "\"PhonePending\"",
        _ => word,
    };

    /// <summary>Whether a word is of a kind that the grammar leaves to the text.</summary>
    private static bool IsOf(string kind, string word, bool isOfSteps) => kind switch
    {
        "name" => char.IsAsciiLetterOrDigit(word[0]),
        "flag" => isOfSteps ? word is "before.device" or "after.device" : word is "device",
        "choice" => isOfSteps ? word is "before.state" or "after.state" : word is "state",
        "value" => word is "NoPhone" or "\"PhonePending\"",
        _ => throw new ArgumentException($"{kind} is defined nowhere.", nameof(kind)),
    };

    private static IReadOnlyList<PropertyVerdict> Judged(EnrolmentPolicy policy, string lines)
    {
        var properties = PropertyLanguage.ParseLines(lines, policy, out var errors);
        Assert.Empty(errors);
        return [.. new Explorer().Explore(policy, new ExplorationOptions { CustomProperties = properties }).Properties.Where(told => told.Kind is PropertyKind.Custom)];
    }
}
