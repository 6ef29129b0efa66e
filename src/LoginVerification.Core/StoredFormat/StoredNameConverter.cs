using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace LoginVerification.Engine;

/// <summary>Stores a member of an enum by its exact name; a number, another case or an unknown name is refused.</summary>
internal sealed class StoredNameConverter<T> : JsonConverter<T>
    where T : struct, Enum
{
    private static readonly FrozenDictionary<string, T> Members =
        Enum.GetValues<T>().ToFrozenDictionary(member => member.ToString(), StringComparer.Ordinal);

    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType is JsonTokenType.String && Members.TryGetValue(reader.GetString()!, out var member)
            ? member
            : throw new StoredValueException($"this is no {typeof(T).Name} that this release knows.");

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(Enum.GetName(value) ?? throw new StoredValueException($"this is no {typeof(T).Name}."));
}
