using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace LoginVerification.Cli;

/// <summary>The JSON answers of all verbs: camelCase, indented, and written as people write it ("+", not "\u002B").</summary>
[JsonSerializable(typeof(CheckJson))]
[JsonSerializable(typeof(ExplorationJson))]
[JsonSerializable(typeof(MatrixJson))]
[JsonSerializable(typeof(RoutesJson))]
[JsonSerializable(typeof(WalkJson))]
internal sealed partial class Json : JsonSerializerContext
{
    private static readonly Json Readable = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        NewLine = "\n",
    });

    public static string Write<T>(T answer) => JsonSerializer.Serialize(answer, typeof(T), Readable);
}
