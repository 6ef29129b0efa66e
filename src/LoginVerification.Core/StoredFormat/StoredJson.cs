using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using NodaTime;
using NodaTime.Text;

namespace LoginVerification.Engine;

/// <summary>The rules under which stored documents become JSON and come back: everything is required, and nothing else is allowed.</summary>
internal static class StoredJson
{
    /// <summary>The format that is written.</summary>
    public const int Format = 1;

    private static readonly JsonSerializerOptions Options = MakeOptions();
    private static readonly JsonDocumentOptions ParseOptions = new() { AllowDuplicateProperties = false };

    public static JsonTypeInfo<StoredEnrolment> Enrolment { get; } = (JsonTypeInfo<StoredEnrolment>)Options.GetTypeInfo(typeof(StoredEnrolment));

    public static JsonTypeInfo<StoredEvent> Event { get; } = (JsonTypeInfo<StoredEvent>)Options.GetTypeInfo(typeof(StoredEvent));

    public static string Write<T>(T document, JsonTypeInfo<T> shape)
    {
        try
        {
            return JsonSerializer.Serialize(document, shape);
        }
        catch (JsonException failure)
        {
            throw StoredFault.From(failure);
        }
    }

    public static T Read<T>(string json, JsonTypeInfo<T> shape)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            using var document = JsonDocument.Parse(json, ParseOptions);
            DemandKnownFormat(document.RootElement);
            DemandItems(document.RootElement);
            return document.RootElement.Deserialize(shape)!;
        }
        // An event without a type is "not supported", half a surrogate pair is an "invalid operation".
        catch (Exception failure) when (failure is JsonException or NotSupportedException or InvalidOperationException)
        {
            throw StoredFault.From(failure);
        }
    }

    private static void DemandKnownFormat(JsonElement document)
    {
        if (document.ValueKind is not JsonValueKind.Object)
            throw StoredFault.At("$", "it is no JSON object.");
        if (!document.TryGetProperty("v", out var version))
            throw StoredFault.At("$", "it does not say its format in \"v\".");
        if (version.ValueKind is not JsonValueKind.Number || !version.TryGetInt32(out var format) || format != Format)
            throw StoredFault.At("$.v", $"this release reads format {Format} alone. Was it written by a newer one? Deploy the release that reads a format before the one that writes it.");
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
            // A binary JSON column keeps keys in an order of its own.
            AllowOutOfOrderMetadataProperties = true,
            TypeInfoResolver = StoredJsonContext.Default,
        };
        foreach (var converter in Converters())
            options.Converters.Add(converter);
        options.MakeReadOnly();
        return options;
    }

    private static IEnumerable<JsonConverter> Converters() =>
    [
        // NodaTime.Serialization.SystemTextJson writes the same text, but it is no dependency that Core may have.
        new StoredTextConverter<Instant>("an instant", text => InstantPattern.ExtendedIso.Parse(text).GetValueOrThrow(), InstantPattern.ExtendedIso.Format),
        new StoredTextConverter<PhoneNumber>("a phone number", text => PhoneNumber.Parse(text), number => number.E164),
        new StoredTextConverter<AccountId>("an account", text => AccountId.Parse(text), account => account.Value),
        new StoredTextConverter<CountryCode>("a country", text => CountryCode.Parse(text), country => country.Value),
        new StoredTextConverter<Carrier>("a carrier", text => Carrier.Parse(text), carrier => carrier.Name),
        new StoredTextConverter<Surface>("a surface", text => Surface.Parse(text), surface => surface.Name),
        new StoredTextConverter<ChallengeId>("the id of a challenge", text => new ChallengeId(text), id => id.Value),
        new StoredTextConverter<Nonce>("a nonce", text => Nonce.Parse(text), nonce => nonce.Hex),
        new StoredTextConverter<string>("a text", text => text, text => text),
        new StoredTextConverter<EnrolmentId>("the id of an enrolment", text => EnrolmentId.Parse(text), id => id.Hex),
        new StoredNameConverter<VerificationChannel>(),
        new StoredNameConverter<CodeMatch>(),
        new StoredNameConverter<CodePurpose>(),
        new StoredNameConverter<DeliveryFailure>(),
        new StoredNameConverter<DisableCause>(),
        new StoredNameConverter<Initiator>(),
        new StoredNameConverter<InvalidationReason>(),
        new StoredNameConverter<LineType>(),
        new StoredNameConverter<NoticeKind>(),
        new StoredNameConverter<RefusalCode>(),
    ];
}
