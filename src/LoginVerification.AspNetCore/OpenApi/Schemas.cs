using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;
using NodaTime;

namespace LoginVerification.Http;

/// <summary>
/// The schemas of bodies and answers, taken from how they are read and written: not from the host's own settings of JSON, which do not hold here. Each named type is
/// a component of the document.
/// </summary>
internal static class Schemas
{
    private const string Prefix = "LoginVerification";

    /// <summary>Values that are texts in JSON.</summary>
    private static readonly Dictionary<Type, string> Texts = new()
    {
        [typeof(Instant)] = """{ "type": "string", "format": "date-time" }""",
        [typeof(CountryCode)] = """{ "type": "string", "pattern": "^[A-Z]{2}$" }""",
        [typeof(DeviceId)] = $$"""{ "type": "string", "pattern": "^[0-9a-f]{{{2 * DeviceId.Length}}}$" }""",
        [typeof(ChallengeId)] = """{ "type": "string" }""",
        [typeof(Surface)] = """{ "type": "string" }""",
        [typeof(PhoneInput)] = """{ "type": "string" }""",
        [typeof(CodeInput)] = """{ "type": "string" }""",
        [typeof(Carrier)] = $$"""{ "type": "string", "minLength": 1, "maxLength": {{Carrier.MaxLength}} }""",
        [typeof(PushAddress)] = $$"""{ "type": "string", "minLength": 1, "maxLength": {{PushAddress.MaxLength}} }""",
        [typeof(AccountId)] = $$"""{ "type": "string", "minLength": 1, "maxLength": {{AccountId.MaxLength}} }""",
    };

    /// <summary>A reference to the schema of a type, which the document has then.</summary>
    /// <param name="type">The type.</param>
    /// <param name="document">The document.</param>
    /// <param name="required">The fields that a body has to have; null for what is no body.</param>
    public static IOpenApiSchema Of(Type type, OpenApiDocument document, IReadOnlyList<string>? required = null)
    {
        if (Texts.TryGetValue(type, out var text))
            return Read(JsonNode.Parse(text)!, document);
        if (!IsNamed(type))
            return Read(Export(type, [], required), document);
        Add(type, document, required);
        return new OpenApiSchemaReference(NameOf(type), document);
    }

    private static void Add(Type type, OpenApiDocument document, IReadOnlyList<string>? required = null)
    {
        if (document.Components?.Schemas?.ContainsKey(NameOf(type)) is true)
            return;
        HashSet<Type> parts = [];
        document.AddComponent(NameOf(type), Read(Export(type, parts, required), document));
        foreach (var part in parts)
            Add(part, document);
    }

    private static JsonNode Export(Type type, HashSet<Type> parts, IReadOnlyList<string>? required)
    {
        JsonSerializerOptions options = AnswerJson.Default.GetTypeInfo(type) is { } answer ? answer.Options : BodyJson.Default.Options;
        return options.GetJsonSchemaAsNode(type, new JsonSchemaExporterOptions
        {
            TreatNullObliviousAsNonNullable = true,
            TransformSchemaNode = (context, node) => Transform(context, node, type, parts, required),
        });
    }

    private static JsonNode Transform(JsonSchemaExporterContext context, JsonNode node, Type root, HashSet<Type> parts, IReadOnlyList<string>? requiredOfRoot)
    {
        var type = Nullable.GetUnderlyingType(context.TypeInfo.Type) ?? context.TypeInfo.Type;
        var isNullable = context.PropertyInfo is { } property ? property.IsGetNullable && requiredOfRoot?.Contains(property.Name) is not true : Nullable.GetUnderlyingType(context.TypeInfo.Type) is not null;
        if (Texts.TryGetValue(type, out var text))
            return OrNull(JsonNode.Parse(text)!, isNullable);
        if (context.PropertyInfo is not null && WordsOf(context.PropertyInfo) is { } words)
            return OrNull(new JsonObject { ["type"] = "string", ["enum"] = new JsonArray([.. words.Select(word => JsonValue.Create(word))]) }, isNullable);
        if (type != root && context.BaseTypeInfo is null && IsNamed(type))
        {
            parts.Add(type);
            return OrNull(new JsonObject { ["$ref"] = $"#/components/schemas/{NameOf(type)}" }, isNullable);
        }

        return node is JsonObject shape ? Complete(context, shape, type, requiredOfRoot, isNullable) : node;
    }

    private static JsonObject Complete(JsonSchemaExporterContext context, JsonObject shape, Type type, IReadOnlyList<string>? requiredOfRoot, bool isNullable)
    {
        if (!isNullable && context.PropertyInfo is not null && shape["type"] is JsonArray)
            shape["type"] = shape["type"]!.AsArray().First(word => word!.GetValue<string>() != "null")!.DeepClone();
        if (type.IsEnum)
            shape["type"] = "string";
        if (context.TypeInfo.ElementType is { } element && Texts.TryGetValue(element, out var item))
            shape["items"] = JsonNode.Parse(item); // the exporter leaves out what a converter writes
        if (shape["properties"] is not JsonObject properties)
            return shape;
        shape["type"] = "object";
        if (context.BaseTypeInfo is not null)
            properties["type"] = new JsonObject { ["const"] = JsonNamingPolicy.CamelCase.ConvertName(type.Name) };
        var required = requiredOfRoot ?? [.. context.TypeInfo.Properties.Where(property => property.ShouldSerialize is null || type != typeof(Problem)).Select(property => property.Name)];
        if (required.Count > 0)
            shape["required"] = new JsonArray([.. required.Select(name => JsonValue.Create(name))]);
        return shape;
    }

    private static JsonNode OrNull(JsonNode schema, bool isNullable) => isNullable ? new JsonObject { ["anyOf"] = new JsonArray(schema, new JsonObject { ["type"] = "null" }) } : schema;

    /// <summary>The words of a field that takes no others.</summary>
    private static IEnumerable<string>? WordsOf(JsonPropertyInfo property) =>
        property.AttributeProvider?.GetCustomAttributes(typeof(JsonConverterAttribute), inherit: false) is [JsonConverterAttribute { ConverterType: { } converter }]
            ? (Activator.CreateInstance(converter) as IWords)?.Words
            : null;

    private static bool IsNamed(Type type) => type.Assembly == typeof(Schemas).Assembly || type.Assembly == typeof(RefusalCode).Assembly && !type.IsGenericType;

    private static string NameOf(Type type) => Prefix + type.Name;

    private static OpenApiSchema Read(JsonNode schema, OpenApiDocument document) =>
        OpenApiModelFactory.Parse<OpenApiSchema>(schema.ToJsonString(), OpenApiSpecVersion.OpenApi3_1, document, out _, "json")!;
}
