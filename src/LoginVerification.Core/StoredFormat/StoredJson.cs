using System.Buffers;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;

namespace LoginVerification.Engine;

/// <summary>The rules under which stored documents become JSON and come back: everything is required, and nothing else is allowed.</summary>
internal static class StoredJson
{
    /// <summary>What a snapshot with a pending number usually takes.</summary>
    private const int InitialBytes = 2048;

    private static readonly JsonDocumentOptions ParseOptions = new() { AllowDuplicateProperties = false };

    /// <summary>
    /// For the digest alone. It escapes all but ASCII, because which other characters stay as they are depends on the Unicode tables of the
    /// runtime: a later one would reckon another digest.
    /// </summary>
    private static readonly JsonWriterOptions CanonicalOptions = new() { Encoder = JavaScriptEncoder.Default };

    public static StoredJsonContext Shapes { get; } = new(MakeOptions());

    /// <summary>The document with its type and version.</summary>
    public static StoredDocument<T> Named<T>(StoredDocument<T> document, StoredTable<T> table)
    {
        var version = table.Of(document);
        return document with { Type = version.Type, Format = version.Version };
    }

    public static string Write<T>(StoredDocument<T> document, StoredTable<T> table)
    {
        try
        {
            return JsonSerializer.Serialize(document, table.Of(document).Shape);
        }
        catch (JsonException failure)
        {
            throw StoredFault.From(failure);
        }
    }

    /// <summary>
    /// The SHA-256 of what the document says: of its text written anew, because a database may keep keys in another order and write texts and
    /// numbers otherwise.
    /// </summary>
    public static string Digest<T>(StoredDocument<T> document, StoredTable<T> table)
    {
        var text = new ArrayBufferWriter<byte>(InitialBytes);
        try
        {
            using var writer = new Utf8JsonWriter(text, CanonicalOptions);
            JsonSerializer.Serialize(writer, document, table.Of(document).Shape);
        }
        catch (JsonException failure)
        {
            throw StoredFault.From(failure);
        }

        return Convert.ToHexStringLower(SHA256.HashData(text.WrittenSpan));
    }

    public static StoredDocument<T> Read<T>(string json, StoredTable<T> table)
    {
        using var document = Parse(json);
        try
        {
            var version = table.Find(document.RootElement);
            DemandItems(document.RootElement);
            return (StoredDocument<T>)document.RootElement.Deserialize(version.Shape)!;
        }
        // Half a surrogate pair is an "invalid operation".
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            throw StoredFault.From(failure);
        }
    }

    private static JsonDocument Parse(string json)
    {
        try
        {
            return JsonDocument.Parse(json, ParseOptions);
        }
        // Half a surrogate pair cannot become UTF-8.
        catch (Exception failure) when (failure is JsonException or ArgumentException or InvalidOperationException)
        {
            throw StoredFault.At("$", "it is no well-formed JSON, or a key comes twice.");
        }
    }

    /// <summary>The serializer demands members that are not null, and lets an item of a list be.</summary>
    private static void DemandItems(JsonElement element)
    {
        if (element.ValueKind is JsonValueKind.Object)
        {
            foreach (var property in element.EnumerateObject())
                DemandItems(property.Value);
        }
        else if (element.ValueKind is JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
            {
                if (item.ValueKind is JsonValueKind.Null)
                    throw StoredFault.At("$", "a list holds null.");
                DemandItems(item);
            }
        }
    }

    private static JsonSerializerOptions MakeOptions()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            // For a database, not for a page: '+' and letters of any script stay readable.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        };
        foreach (var converter in Converters())
            options.Converters.Add(converter);
        return options;
    }

    private static Instant Bounded(Instant instant) => instant < StoredBounds.Latest ? instant : throw new FormatException();

    private static IEnumerable<JsonConverter> Converters() =>
    [
        // NodaTime.Serialization.SystemTextJson writes the same text, but it is no dependency that Core may have.
        new StoredTextConverter<Instant>("an instant before the year 9000", text => Bounded(InstantPattern.ExtendedIso.Parse(text).GetValueOrThrow()), instant => InstantPattern.ExtendedIso.Format(Bounded(instant))),
        new StoredTextConverter<PhoneNumber>("a phone number", text => PhoneNumber.Parse(text), number => number.E164),
        new StoredTextConverter<AccountId>("an account", text => AccountId.Parse(text), account => account.Value),
        new StoredTextConverter<CountryCode>("a country", text => CountryCode.Parse(text), country => country.Value),
        new StoredTextConverter<Carrier>("a carrier", text => Carrier.Parse(text), carrier => carrier.Name),
        new StoredTextConverter<Surface>("a surface", text => Surface.Parse(text), surface => surface.Name),
        new StoredTextConverter<ChallengeId>("the id of a challenge", text => new ChallengeId(text), id => id.Value),
        new StoredTextConverter<Nonce>("a nonce", text => Nonce.Parse(text), nonce => nonce.Hex),
        new StoredTextConverter<string>("a text", text => text, text => text),
        new StoredTextConverter<EnrolmentId>("the id of an enrolment", text => EnrolmentId.Parse(text), id => id.Hex),
        new StoredTextConverter<DeviceId>("the id of a device", text => DeviceId.Parse(text), id => id.Hex),
        new StoredTextConverter<DeviceKey>("the key of a device", text => DeviceKey.Parse(text), key => key.Text),
        new StoredTextConverter<PushAddress>("the address of a device", text => PushAddress.Parse(text), address => address.Text),
        new StoredNameConverter<SignInState>(),
        new StoredNameConverter<VerificationChannel>(),
        new StoredNameConverter<CodeMatch>(),
        new StoredNameConverter<CodePurpose>(),
        new StoredNameConverter<DeliveryFailure>(),
        new StoredNameConverter<DisableCause>(),
        new StoredNameConverter<Initiator>(),
        new StoredNameConverter<InvalidationReason>(),
        new StoredNameConverter<LifecycleTrigger>(),
        new StoredNameConverter<LineType>(),
        new StoredNameConverter<NoticeKind>(),
        new StoredNameConverter<RefusalCode>(),
    ];
}
