using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LoginVerification.House.Tests.Model;

/// <summary>What the sources declare, by name: pages are held to it.</summary>
internal static class Declared
{
    /// <summary>The types of src.</summary>
    public static IReadOnlySet<string> Types { get; } = In<BaseTypeDeclarationSyntax>("src").Select(type => type.Identifier.Text).ToHashSet();

    /// <summary>The tests, each as <c>Class.Method</c>: a method under an attribute that the runners know.</summary>
    public static IReadOnlySet<string> Tests { get; } =
        (from method in In<MethodDeclarationSyntax>("tests")
         where method.AttributeLists.SelectMany(list => list.Attributes).Any(attribute => IsOfATest(attribute.Name.ToString()))
         from type in method.Ancestors().OfType<TypeDeclarationSyntax>()
         select $"{type.Identifier}.{method.Identifier}").ToHashSet();

    /// <summary>xunit's own and those made of them, which skip where a tool is not installed.</summary>
    private static bool IsOfATest(string attribute) => new[] { "Fact", "Theory", "Property" }.Any(kind => attribute.EndsWith(kind, StringComparison.Ordinal));

    private static IEnumerable<T> In<T>(string folder) =>
        Repository.Files(folder, "*.cs").SelectMany(file => CSharpSyntaxTree.ParseText(Repository.Read(file)).GetRoot().DescendantNodes().OfType<T>());
}
