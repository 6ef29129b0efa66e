using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using NodaTime;

namespace LoginVerification.Tests.Policies;

/// <summary>The documentation comments of a policy's records.</summary>
internal static partial class PolicyDocs
{
    private static readonly Dictionary<string, XElement> Summaries = XDocument.Load(Path.ChangeExtension(typeof(PolicyFile).Assembly.Location, ".xml"))
        .Descendants("member")
        .Where(member => member.Element("summary") is not null)
        .ToDictionary(member => member.Attribute("name")!.Value, member => member.Element("summary")!);

    /// <summary>The sentence of a property, with constants as numbers and other members by their key in the file.</summary>
    public static string Summary(Type record, string property) => Blanks().Replace(string.Concat(
        Summaries[$"P:{record.FullName}.{property}"].Nodes().Select(node => node is XElement element ? element.Attribute("cref") is { } cref ? Refer(cref.Value) : element.Value : ((XText)node).Value)), " ").Trim();

    private static string Refer(string cref)
    {
        var name = cref.Split('.')[^1];
        return cref.StartsWith("F:", StringComparison.Ordinal)
            ? Text(typeof(PolicyLimits).GetField(name)!.GetRawConstantValue()!)
            : char.ToLowerInvariant(name[0]) + name[1..];
    }

    public static string Text(object value) => value switch
    {
        Duration duration when duration > Duration.FromHours(24) => $"{duration.TotalDays} days",
        Duration duration when duration >= Duration.FromHours(1) => $"{duration.TotalHours} h",
        Duration duration when duration >= Duration.FromMinutes(1) => $"{duration.TotalMinutes} min",
        Duration duration => $"{duration.TotalSeconds} s",
        Enum word => JsonNamingPolicy.CamelCase.ConvertName($"{word}"),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
