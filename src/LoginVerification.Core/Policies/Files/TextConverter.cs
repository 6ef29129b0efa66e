using System.Text.Json;
using System.Text.Json.Serialization;

namespace LoginVerification.Policies;

/// <summary>Reads and writes a value that is one JSON text.</summary>
internal sealed class TextConverter<T>(ITextForm<T> form) : JsonConverter<T>, IFileShape
{
    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => form.Parse(reader.GetString()!);

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(form.Write(value));

    public bool Check(JsonElement value, string path, Action<string, string> report)
    {
        var complaint = value.ValueKind == JsonValueKind.String
            ? form.Complaint(value.GetString()!)
            : $"Here stands {Words.Of(value.ValueKind)}; write a text in double quotes.";
        if (complaint is not null)
            report(path, complaint);
        return complaint is null;
    }
}
