using System.Text.Json;
using System.Text.Json.Serialization;

namespace LoginVerification.Http;

/// <summary>How bodies are read, whatever the host set for its own: no unknown field, no field twice, no other case, nothing deep.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Strict, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, MaxDepth = MaxDepth)]
[JsonSerializable(typeof(PhoneBody))]
[JsonSerializable(typeof(CodeBody))]
[JsonSerializable(typeof(ChannelBody))]
[JsonSerializable(typeof(NoticesBody))]
[JsonSerializable(typeof(DeviceNameBody))]
[JsonSerializable(typeof(SignInAnswerBody))]
[JsonSerializable(typeof(BackupCodeBody))]
[JsonSerializable(typeof(BindingBody))]
[JsonSerializable(typeof(PromptBody))]
[JsonSerializable(typeof(PromptAnswerBody))]
[JsonSerializable(typeof(AddressBody))]
internal sealed partial class BodyJson : JsonSerializerContext
{
    /// <summary>Every body is one flat object.</summary>
    public const int MaxDepth = 8;
}

/// <summary>What is read as one of a few words.</summary>
internal interface IWords
{
    /// <summary>The words, in order.</summary>
    IEnumerable<string> Words { get; }
}

/// <summary>A member of an enum as exactly one word: neither in another case nor several at once, as the serializer would read it.</summary>
/// <typeparam name="TEnum">The enum.</typeparam>
internal abstract class WordsConverter<TEnum>(params (string Word, TEnum Value)[] words) : JsonConverter<TEnum>, IWords
    where TEnum : struct, Enum
{
    public IEnumerable<string> Words => words.Select(known => known.Word);

    public override TEnum Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType is JsonTokenType.String)
        {
            foreach (var (word, value) in words)
            {
                if (reader.ValueTextEquals(word))
                    return value;
            }
        }

        throw new JsonException();
    }

    public override void Write(Utf8JsonWriter writer, TEnum value, JsonSerializerOptions options) => writer.WriteStringValue(words.Single(known => known.Value.Equals(value)).Word);
}

/// <summary>A channel, as answers name it.</summary>
internal sealed class ChannelWords() : WordsConverter<VerificationChannel>((nameof(VerificationChannel.Sms), VerificationChannel.Sms), (nameof(VerificationChannel.AppPush), VerificationChannel.AppPush));

/// <summary>A decision, as the device signed it.</summary>
internal sealed class DecisionWords() : WordsConverter<PromptDecision>(("approve", PromptDecision.Approve), ("deny", PromptDecision.Deny));
