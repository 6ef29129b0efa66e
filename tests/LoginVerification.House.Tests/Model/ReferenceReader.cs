using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LoginVerification.House.Tests.Model;

/// <summary>
/// Compiles projects from source and notes which file refers to which: by symbols, not by names, so that a member, an operator or an
/// inferred type counts as well. Comments do not count: they may point anywhere.
/// </summary>
internal sealed class ReferenceReader
{
    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.CSharp14);
    private readonly Dictionary<string, MetadataReference> compiled = [];
    private readonly List<Arrow> allArrows = [];
    private readonly List<string> allUnresolved = [];

    private ReferenceReader()
    {
    }

    /// <summary>Each reference from file to file, those between project files among them.</summary>
    public IReadOnlyList<Arrow> Arrows => allArrows;

    /// <summary>Names that no symbol was found for, so that an arrow may be missing.</summary>
    public IReadOnlyList<string> Unresolved => allUnresolved;

    /// <summary>Reads projects, each after those that it refers to.</summary>
    public static ReferenceReader Read(IEnumerable<SourceProject> projects)
    {
        var reader = new ReferenceReader();
        foreach (var project in projects)
            reader.Read(project);
        return reader;
    }

    private void Read(SourceProject project)
    {
        var trees = project.Sources.Select(source => CSharpSyntaxTree.ParseText(source.Value, Parsing, source.Key)).ToList();
        var compilation = CSharpCompilation.Create(
            project.Assembly,
            trees.Append(CSharpSyntaxTree.ParseText(project.Preamble, Parsing)),
            Libraries.All.Concat(compiled.Values),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        compiled[project.File] = compilation.ToMetadataReference();

        allArrows.AddRange(project.References.Select(other => new Arrow(project.File, 1, "the project", other)));
        foreach (var (arrows, unresolved) in trees.AsParallel().AsOrdered().Select(tree => Read(tree, compilation.GetSemanticModel(tree))))
        {
            allArrows.AddRange(arrows.Distinct());
            allUnresolved.AddRange(unresolved);
        }
    }

    private static (List<Arrow> Arrows, List<string> Unresolved) Read(SyntaxTree tree, SemanticModel model)
    {
        var (arrows, unresolved) = (new List<Arrow>(), new List<string>());
        foreach (var node in tree.GetRoot().DescendantNodes().Where(node => node is ExpressionSyntax or ConstructorInitializerSyntax))
        {
            var line = tree.GetLineSpan(node.Span).StartLinePosition.Line + 1;
            var info = model.GetSymbolInfo(node);
            // Where a missing part leaves the choice between overloads open, each of them has the same home.
            var symbol = info.Symbol ?? info.CandidateSymbols.FirstOrDefault();
            if (symbol is null && node is SimpleNameSyntax name && Names.NeedsSymbol(name) && !Names.IsGenerated(name, model))
                unresolved.Add($"{tree.FilePath}:{line} {name}");
            else if (symbol is not null && OutermostType(symbol) is { } type)
                arrows.AddRange(type.DeclaringSyntaxReferences.Where(place => place.SyntaxTree != tree)
                    .Select(place => new Arrow(tree.FilePath, line, Names.Of(symbol, type), place.SyntaxTree.FilePath)));
        }

        return (arrows, unresolved);
    }

    private static INamedTypeSymbol? OutermostType(ISymbol symbol)
    {
        var type = symbol switch
        {
            INamedTypeSymbol named => named,
            IMethodSymbol method => (method.ReducedFrom ?? method).ContainingType,
            IPropertySymbol or IFieldSymbol or IEventSymbol => symbol.ContainingType,
            _ => null,
        };
        while (type?.ContainingType is { } outer)
            type = outer;
        return type?.OriginalDefinition;
    }
}
