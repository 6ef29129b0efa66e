using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using NodaTime;

namespace LoginVerification.Policies;

/// <summary>How a policy becomes JSON: keys and modes in camelCase, the domain's names as they are, defaults left out.</summary>
internal static class PolicyJson
{
    public static JsonSerializerOptions Options { get; } = MakeOptions(PolicyJsonContext.Default.WithAddedModifier(LeaveOutDefaults));

    public static JsonTypeInfo<PolicyDocument> Document { get; } = (JsonTypeInfo<PolicyDocument>)Options.GetTypeInfo(typeof(PolicyDocument));

    /// <summary>The same with what is at its default: to compare, not to keep.</summary>
    public static JsonTypeInfo<PolicyDocument> WholeDocument => field ??= (JsonTypeInfo<PolicyDocument>)MakeOptions(PolicyJsonContext.Default).GetTypeInfo(typeof(PolicyDocument));

    public static JsonTypeInfo<JsonElement> Element { get; } = (JsonTypeInfo<JsonElement>)Options.GetTypeInfo(typeof(JsonElement));

    private static JsonSerializerOptions MakeOptions(IJsonTypeInfoResolver resolver)
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            MaxDepth = PolicyLimits.MaxDepth,
            TypeInfoResolver = resolver.WithAddedModifier(TakeUnlimited),
        };
        foreach (var converter in Converters())
            options.Converters.Add(converter);
        options.MakeReadOnly();
        return options;
    }

    private static IEnumerable<JsonConverter> Converters() =>
    [
        new TextConverter<Duration>(new DurationForm()),
        new TextConverter<EnrolmentAction>(new WordForm<EnrolmentAction>()),
        new TextConverter<EnrolmentState>(new WordForm<EnrolmentState>()),
        new TextConverter<VerificationChannel>(new WordForm<VerificationChannel>()),
        new TextConverter<LinkKind>(new WordForm<LinkKind>(JsonNamingPolicy.CamelCase)),
        new TextConverter<ResendMode>(new WordForm<ResendMode>(JsonNamingPolicy.CamelCase)),
        new TextConverter<RemovePhoneMode>(new WordForm<RemovePhoneMode>(JsonNamingPolicy.CamelCase)),
        new TextConverter<StopMode>(new WordForm<StopMode>(JsonNamingPolicy.CamelCase)),
        new TextConverter<InvalidationMode>(new WordForm<InvalidationMode>(JsonNamingPolicy.CamelCase)),
        new SelectionConverter<Surface>(new SurfaceForm()),
        new SelectionConverter<CountryCode>(new CountryForm()),
        new SelectionConverter<Carrier>(new CarrierForm()),
        new SelectionConverter<LineType>(new WordForm<LineType>()),
        new SelectionConverter<VerificationChannel>(new WordForm<VerificationChannel>()),
    ];

    private static void LeaveOutDefaults(JsonTypeInfo type)
    {
        if (PolicyDefaults.Of(type.Type) is not { } defaults)
            return;
        foreach (var property in type.Properties.Where(property => !property.IsRequired))
        {
            var usual = property.Get!(defaults);
            property.ShouldSerialize = (_, value) => !PolicyDefaults.Same(value, usual);
        }
    }

    /// <summary>What a policy for research does not bound is a word in the place of its number.</summary>
    private static void TakeUnlimited(JsonTypeInfo type)
    {
        string[] counts = type.Type == typeof(CodeRules) ? ["wrongTries"]
            : type.Type == typeof(SendRules) ? ["perNumber", "perAccount"]
            : type.Type == typeof(LockRules) ? ["everyFailures", "finalFailures"]
            : [];
        foreach (var property in type.Properties.Where(property => counts.Contains(property.Name)))
            property.CustomConverter = new CountConverter();
    }
}
