using System.Diagnostics;
using System.Text.Encodings.Web;
using System.Text.Json;
using LoginVerification.Exploration;

namespace LoginVerification.Cli;

/// <summary>Names of the code, steps and counted things as words of the output.</summary>
internal static class Words
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Camel<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    /// <summary>A name of the code as the words that it is made of: <c>country not served</c>.</summary>
    public static string Apart<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString()).Replace('_', ' ');

    public static string Of(RouteLinks links) => links switch
    {
        RouteLinks.All => "over all links",
        RouteLinks.Visible => "over visible links alone",
        _ => throw new UnreachableException(),
    };

    /// <summary>What a user begins with beside the number.</summary>
    public static string OfDevice(bool device) => device ? "with a device" : "without a device";

    /// <summary>An edit of a policy file, as the operation of a JSON patch that it is.</summary>
    public static string Of(PolicyEdit edit) => (edit.From, edit.To) switch
    {
        ({ } gone, null) => $"remove {edit.Path} ({gone.ToJsonString(Readable)})",
        (null, { } added) => $"add {edit.Path}: {added.ToJsonString(Readable)}",
        (var before, var after) => $"replace {edit.Path}: {before?.ToJsonString(Readable)} by {after?.ToJsonString(Readable)}",
    };

    /// <summary>Counted things: 1 step, 2 steps.</summary>
    public static string Count(long count, string thing) => Count(count, thing, $"{thing}s");

    /// <summary>The same for a thing whose plural is its own word.</summary>
    public static string Count(long count, string thing, string things) => $"{count:N0} {(count == 1 ? thing : things)}";
}
