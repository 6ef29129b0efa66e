using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace LoginVerification.Engine;

/// <summary>Stores a value as a text, and refuses a text that is not such a value.</summary>
internal sealed class StoredTextConverter<T>(string what, Func<string, T> read, Func<T, string> write) : JsonConverter<T>
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType is not JsonTokenType.String)
            throw new StoredValueException($"this is not {what}.");
        try
        {
            return read(reader.GetString()!);
        }
        catch (Exception failure) when (failure is ArgumentException or FormatException)
        {
            throw new StoredValueException($"this is not {what}.");
        }
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        string text;
        try
        {
            text = write(value);
            // Half a surrogate pair would be replaced on the way, and another account, for example, be stored.
            StrictUtf8.GetByteCount(text);
        }
        catch (FormatException)
        {
            throw new StoredValueException($"this is not {what}.");
        }
        catch (EncoderFallbackException)
        {
            throw new StoredValueException($"{what} is not well-formed Unicode.");
        }

        writer.WriteStringValue(text);
    }
}
