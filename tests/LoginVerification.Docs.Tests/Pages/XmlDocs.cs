using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using LoginVerification.Policies;

namespace LoginVerification.Docs.Tests;

/// <summary>The documentation comments of the assemblies, as Markdown.</summary>
internal static partial class XmlDocs
{
    private static readonly Dictionary<string, XElement> Members = new[] { typeof(RefusalCode).Assembly, typeof(EnrolmentPolicy).Assembly, typeof(Exploration.Explorer).Assembly, typeof(LoginVerificationStoreOptions).Assembly }
        .SelectMany(assembly => XDocument.Load(Path.ChangeExtension(assembly.Location, ".xml")).Descendants("member"))
        // What a generator writes for regular expressions is in several assemblies, under one name.
        .DistinctBy(member => member.Attribute("name")!.Value)
        .ToDictionary(member => member.Attribute("name")!.Value);

    public static string Of(Type type) => Summary($"T:{type.FullName}");

    public static string Of(PropertyInfo property) => Summary($"P:{property.DeclaringType!.FullName}.{property.Name}");

    public static string Of<T>(T member)
        where T : struct, Enum => Summary($"F:{typeof(T).FullName}.{member}");

    private static string Summary(string name) =>
        Blanks().Replace(string.Concat(Members[name].Element("summary")!.Nodes().Select(Render)), " ").Trim();

    private static string Render(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "see" } see => Code(see.Attribute("cref")!.Value.Split('(')[0].Split('.')[^1]),
        XElement { Name.LocalName: "paramref" } parameter => Code(parameter.Attribute("name")!.Value),
        XElement { Name.LocalName: "c" } code => Code(code.Value),
        _ => throw new InvalidOperationException($"No Markdown is known for {node}."),
    };

    private static string Code(string text) => $"`{text}`";

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
