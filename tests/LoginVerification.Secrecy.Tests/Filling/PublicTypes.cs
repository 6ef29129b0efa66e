using System.Reflection;
using System.Xml.Linq;

namespace LoginVerification.Secrecy.Tests;

/// <summary>The public types of every library under <c>src</c>; a library that this project does not refer to cannot be loaded, and is noticed.</summary>
internal static class PublicTypes
{
    public static IReadOnlyList<string> Libraries { get; } =
        [.. Repository.Files("src", "*.csproj").Select(project => XDocument.Load(Repository.PathOf(project)).Descendants("AssemblyName").FirstOrDefault()?.Value ?? Path.GetFileNameWithoutExtension(project))];

    /// <summary>Those that have instances of their own.</summary>
    public static IReadOnlyList<Type> WithInstances { get; } =
    [
        .. Libraries.SelectMany(name => Assembly.Load(name).GetExportedTypes())
            .Where(type => type is { IsAbstract: false, IsInterface: false, IsEnum: false, ContainsGenericParameters: false } && !type.IsAssignableTo(typeof(Delegate))),
    ];
}
