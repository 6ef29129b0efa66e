using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LoginVerification.House.Tests.Model;

/// <summary>What a name in the source stands for.</summary>
internal static class Names
{
    private const string JsonContext = "JsonSerializerContext";

    public static string Of(ISymbol symbol, INamedTypeSymbol type) =>
        symbol is INamedTypeSymbol or IMethodSymbol { MethodKind: MethodKind.Constructor } ? type.Name : $"{type.Name}.{symbol.Name}";

    /// <summary>False for names that are a part of the language, or that this very place gives.</summary>
    public static bool NeedsSymbol(SimpleNameSyntax name) =>
        name.Identifier.Text is not ("nameof" or "notnull" or "unmanaged") && name.Parent is not NameEqualsSyntax;

    /// <summary>
    /// Source generators do not run here. What they write lies in the file's own type, so that no arrow goes missing: members of a JSON
    /// context, and what is asked of such a member in turn.
    /// </summary>
    public static bool IsGenerated(SimpleNameSyntax name, SemanticModel model) =>
        name.Parent is MemberAccessExpressionSyntax access && access.Name == name
        && (model.GetTypeInfo(access.Expression).Type is null or IErrorTypeSymbol
            || model.GetTypeInfo(access.Expression).Type is { BaseType.Name: JsonContext }
            || model.GetSymbolInfo(access.Expression).Symbol is INamedTypeSymbol { BaseType.Name: JsonContext });
}
