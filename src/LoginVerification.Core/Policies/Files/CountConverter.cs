using System.Text.Json;
using System.Text.Json.Serialization;

namespace LoginVerification.Policies;

/// <summary>Reads and writes a whole number, or <c>"unlimited"</c>.</summary>
internal sealed class CountConverter : JsonConverter<int>, IFileShape
{
    public override int Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String ? PolicyLimits.Unlimited : reader.GetInt32();

    public override void Write(Utf8JsonWriter writer, int value, JsonSerializerOptions options)
    {
        if (value == PolicyLimits.Unlimited)
            writer.WriteStringValue(PolicyLimits.UnlimitedWord);
        else
            writer.WriteNumberValue(value);
    }

    public bool Check(JsonElement value, string path, Action<string, string> report)
    {
        if (value.ValueKind == JsonValueKind.Number ? value.TryGetInt32(out var count) && count != PolicyLimits.Unlimited : value.ValueKind == JsonValueKind.String && value.ValueEquals(PolicyLimits.UnlimitedWord))
            return true;
        var found = value.ValueKind is JsonValueKind.Number or JsonValueKind.String ? Words.Clip(value.GetRawText()) : Words.Of(value.ValueKind);
        report(path, $"Here stands {found}; write a whole number, or, in a policy for research, \"{PolicyLimits.UnlimitedWord}\".");
        return false;
    }
}
