using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using NodaTime;

namespace LoginVerification.Tests.Policies;

/// <summary>The documentation of the records, the schema and the validators say the same.</summary>
public sealed partial class PolicyDocsTests
{
    private static readonly Dictionary<string, XElement> Summaries = XDocument.Load(Path.ChangeExtension(typeof(PolicyFile).Assembly.Location, ".xml"))
        .Descendants("member")
        .Where(member => member.Element("summary") is not null)
        .ToDictionary(member => member.Attribute("name")!.Value, member => member.Element("summary")!);

    [Fact]
    public void The_schema_describes_each_key_in_the_words_of_its_property() =>
        Assert.All(SchemaNotes.All, note => Assert.Equal(Summary(note.Record, note.Property), note.Text));

    [Fact]
    public void Every_property_of_a_policy_is_described() => Assert.Equal(
        Records().SelectMany(record => record.GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(property => $"{record.Name}.{property.Name}")).Order(StringComparer.Ordinal),
        SchemaNotes.All.Select(note => $"{note.Record.Name}.{note.Property}").Order(StringComparer.Ordinal));

    [Theory]
    [InlineData(typeof(CodeRules), nameof(CodeRules.Digits), true)]
    [InlineData(typeof(CodeRules), nameof(CodeRules.Life), true)]
    [InlineData(typeof(CodeRules), nameof(CodeRules.WrongTries), true)]
    [InlineData(typeof(SendRules), nameof(SendRules.ResendWait), true)]
    [InlineData(typeof(SendRules), nameof(SendRules.PerNumber), true)]
    [InlineData(typeof(SendRules), nameof(SendRules.PerAccount), false)]
    [InlineData(typeof(SendRules), nameof(SendRules.Window), true)]
    [InlineData(typeof(LockRules), nameof(LockRules.EveryFailures), true)]
    [InlineData(typeof(LockRules), nameof(LockRules.First), true)]
    [InlineData(typeof(LockRules), nameof(LockRules.Longest), false)]
    [InlineData(typeof(LockRules), nameof(LockRules.FinalFailures), false)]
    [InlineData(typeof(PolicyDocument), nameof(PolicyDocument.PendingLapsesAfter), false)]
    [InlineData(typeof(PolicyDocument), nameof(PolicyDocument.ReauthenticateWithin), true)]
    [InlineData(typeof(PolicyDocument), nameof(PolicyDocument.AccountsPerNumber), true)]
    public void The_documentation_states_the_bounds_that_are_checked(Type record, string property, bool alone)
    {
        var bound = typeof(PolicyBounds).GetField(property)!.GetValue(null)!;
        var (least, most) = (Text(bound, "Least"), Text(bound, "Most"));
        Assert.Contains(alone ? $"{least} to {most}" : $"at most {most}", Summary(record, property), StringComparison.Ordinal);
    }

    [Fact]
    public void The_documentation_states_the_defaults()
    {
        foreach (var record in new object[] { new CodeRules(), new SendRules(), new LockRules() })
        {
            foreach (var property in record.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
                Assert.Matches($"{Regex.Escape(Text(property.GetValue(record)!))}(th)? by default|at most {Regex.Escape(Text(property.GetValue(record)!))}, which is the default", Summary(record.GetType(), property.Name));
        }
    }

    private static IEnumerable<Type> Records() => SchemaNotes.All.Select(note => note.Record).Distinct();

    /// <summary>The sentence of a property, with constants as numbers and other members by their key in the file.</summary>
    private static string Summary(Type record, string property) => Blanks().Replace(string.Concat(
        Summaries[$"P:{record.FullName}.{property}"].Nodes().Select(node => node is XElement element ? element.Attribute("cref") is { } cref ? Refer(cref.Value) : element.Value : ((XText)node).Value)), " ").Trim();

    private static string Refer(string cref)
    {
        var name = cref.Split('.')[^1];
        return cref.StartsWith("F:", StringComparison.Ordinal)
            ? Text(typeof(PolicyLimits).GetField(name)!.GetRawConstantValue()!)
            : char.ToLowerInvariant(name[0]) + name[1..];
    }

    private static string Text(object bound, string side) => Text(bound.GetType().GetProperty(side)!.GetValue(bound)!);

    private static string Text(object value) => value switch
    {
        Duration duration when duration > Duration.FromHours(24) => $"{duration.TotalDays} days",
        Duration duration when duration >= Duration.FromHours(1) => $"{duration.TotalHours} h",
        Duration duration when duration >= Duration.FromMinutes(1) => $"{duration.TotalMinutes} min",
        Duration duration => $"{duration.TotalSeconds} s",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
