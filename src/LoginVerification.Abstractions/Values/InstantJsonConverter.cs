using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace LoginVerification.Engine;

/// <summary>An instant in ISO 8601, in UTC: <c>2026-11-22T12:00:00.25Z</c>. Without it the serializer would write nothing of an instant. Thread-safe.</summary>
public sealed class InstantJsonConverter : JsonConverter<Instant>
{
    /// <inheritdoc/>
    public override Instant Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType is JsonTokenType.String && InstantPattern.ExtendedIso.Parse(reader.GetString()!) is { Success: true, Value: var instant }
            ? instant
            : throw new JsonException("Here belongs an instant in ISO 8601, in UTC.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Instant value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(InstantPattern.ExtendedIso.Format(value));
    }
}
