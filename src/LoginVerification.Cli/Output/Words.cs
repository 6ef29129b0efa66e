using System.Diagnostics;
using System.Text.Json;
using LoginVerification.Exploration;

namespace LoginVerification.Cli;

/// <summary>Names of the code as words of the output.</summary>
internal static class Words
{
    public static string Camel<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    public static string Of(LinkKind kind) => kind switch
    {
        LinkKind.Visible => "visible link",
        LinkKind.Hidden => "hidden link",
        LinkKind.External => "outside link",
        _ => throw new UnreachableException(),
    };

    public static string Of(RouteLinks links) => links switch
    {
        RouteLinks.All => "over all links",
        RouteLinks.Visible => "over visible links alone",
        _ => throw new UnreachableException(),
    };
}
