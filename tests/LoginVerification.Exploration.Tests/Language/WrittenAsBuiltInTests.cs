using System.Text.RegularExpressions;
using LoginVerification.Exploration.Tests.Support;

namespace LoginVerification.Exploration.Tests.Language;

/// <summary>The library's properties that can be written come to the same verdicts when they are.</summary>
public partial class WrittenAsBuiltInTests
{
    private const string Prefix = "as.";

    public static TheoryData<string> Policies =>
    [
        .. ShippedPolicies.Names,
        "text-messages-refused", "no-way-back", "number-before-device",
        .. Full.IsAsked ? (string[])[.. PolicyStudies.Names, "one-carrier-out-one-in", "taken-in-one-country", "rule-behind-another", "text-messages-in-one-country", "number-only-replaced", "hidden-page-left-by-two-links"] : [],
    ];

    [Theory]
    [MemberData(nameof(Policies))]
    public void A_written_one_says_what_the_librarys_says(string name)
    {
        var policy = TestPolicies.Load(name);
        var classes = NumberClasses.Of(policy).Where(known => known.IsServed).Select(known => known.Name).ToList();
        var screens = policy.Screens.Screens.Select(screen => $"surface = {screen.Surface} and screen = {screen.Name}").ToList();
        var lines = Lines.Concat(classes.Select((known, index) => $"EnabledReachable.{index}: reachable (class = \"{known}\" and state = VerificationEnabled)"))
            .Concat(screens.Select((screen, index) => $"EveryScreenReachable.{index}: reachable ({screen})"));
        var written = PropertyLanguage.ParseLines(string.Join('\n', lines), policy, out var errors);
        Assert.Empty(errors);

        var told = new Explorer().Explore(policy, new ExplorationOptions { CustomProperties = written }).Properties.ToDictionary(property => property.Name, property => property.Verdict);

        Assert.All(
            written.Where(property => property.Name.StartsWith(Prefix, StringComparison.Ordinal)),
            property => AssertAlike(told[property.Name[Prefix.Length..]], told[property.Name], property.Name));
        AssertAlike(told["EnabledReachable"], All("EnabledReachable."), "EnabledReachable");
        AssertAlike(told["EveryScreenReachable"], All("EveryScreenReachable."), "EveryScreenReachable");

        Verdict All(string prefix) => told.Any(property => property.Key.StartsWith(prefix, StringComparison.Ordinal) && property.Value is Verdict.Violated) ? Verdict.Violated : Verdict.Proved;
    }

    /// <summary>The library says in more cases that there is nothing to say.</summary>
    private static void AssertAlike(Verdict library, Verdict written, string name) =>
        Assert.True(library == written || (library is Verdict.Vacuous && written is Verdict.Proved), $"{name}: {library} by the library, {written} as written");

    private static IReadOnlyList<string> Lines => [.. Written().Matches(Repository.Read("docs/properties.md")).Select(line => line.Value)];

    [GeneratedRegex("^as\\..*$", RegexOptions.Multiline)]
    private static partial Regex Written();
}
