using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace LoginVerification.Cli;

/// <summary>Writes the JSON answers of all verbs: indented, and as people write it ("+", not "\u002B").</summary>
internal static class Json
{
    private static readonly JsonWriterOptions Readable = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Write<T>(T answer, JsonTypeInfo<T> type)
    {
        var text = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(text, Readable))
            JsonSerializer.Serialize(writer, answer, type);
        return Encoding.UTF8.GetString(text.WrittenSpan);
    }
}
