using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using LoginVerification.Docs.Tests;

namespace LoginVerification.Sms.Tests.Pages;

/// <summary>The settings of an adapter, as their documentation comments tell them.</summary>
internal static partial class SettingsTable
{
    public static string Of<TSettings>()
    {
        var members = XDocument.Load(Path.ChangeExtension(typeof(TSettings).Assembly.Location, ".xml")).Descendants("member").ToDictionary(member => member.Attribute("name")!.Value);
        var table = new Table("Setting", "Meaning");
        foreach (var property in typeof(TSettings).GetProperties(BindingFlags.Public | BindingFlags.Instance).OrderBy(property => property.MetadataToken))
            table.Row($"`{property.Name}`", Text(members[$"P:{typeof(TSettings).FullName}.{property.Name}"].Element("summary")!));
        return table.ToString();
    }

    private static string Text(XElement summary) => Blanks().Replace(
        string.Concat(summary.Nodes().Select(node => node is XElement element ? $"`{element.Attribute("cref")?.Value.Split('(')[0].Split('.')[^1] ?? element.Value}`" : $"{node}")), " ").Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
