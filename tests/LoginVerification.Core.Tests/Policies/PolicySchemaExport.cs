using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;
using NodaTime;

namespace LoginVerification.Tests.Policies;

/// <summary>
/// Exports the JSON Schema of a policy file from the types: shapes from the serializer, descriptions from the documentation comments, bounds
/// from the validators. The library carries what comes of it as a file.
/// </summary>
internal static class PolicySchemaExport
{
    private static readonly JsonSchemaExporterOptions Exporting = new() { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Complete };

    private static readonly Dictionary<(Type, string), Action<JsonObject>> Bounds = new()
    {
        [(typeof(PolicyDocument), nameof(PolicyDocument.Name))] = Named,
        [(typeof(PolicyDocument), nameof(PolicyDocument.Description))] = schema => schema["maxLength"] = PolicyLimits.MaxDescriptionLength,
        [(typeof(PolicyDocument), nameof(PolicyDocument.Surfaces))] = AtLeast(1) + AtMost(PolicyLimits.MaxSurfaces),
        [(typeof(PolicyDocument), nameof(PolicyDocument.Rules))] = AtMost(PolicyLimits.MaxRules),
        [(typeof(PolicyDocument), nameof(PolicyDocument.AccountsPerNumber))] = Within(PolicyBounds.AccountsPerNumber),
        [(typeof(SurfaceDocument), nameof(SurfaceDocument.Name))] = Named,
        [(typeof(SurfaceDocument), nameof(SurfaceDocument.Home))] = Named,
        [(typeof(SurfaceDocument), nameof(SurfaceDocument.Screens))] = AtLeast(1) + AtMost(PolicyLimits.MaxScreens),
        [(typeof(ScreenDocument), nameof(ScreenDocument.Name))] = Named,
        [(typeof(ScreenDocument), nameof(ScreenDocument.Links))] = AtMost(PolicyLimits.MaxLinks),
        [(typeof(ScreenAction), nameof(ScreenAction.Then))] = Named,
        [(typeof(ScreenLink), nameof(ScreenLink.To))] = schema => schema["pattern"] = PolicyNames.TargetPattern,
        [(typeof(ScreenLink), nameof(ScreenLink.Label))] = schema => (schema["minLength"], schema["maxLength"]) = (1, PolicyLimits.MaxLabelLength),
        [(typeof(ScreenCondition), nameof(ScreenCondition.State))] = AtLeast(1),
        [(typeof(ScreenCondition), nameof(ScreenCondition.Channel))] = AtLeast(1),
        [(typeof(GatingRule), nameof(GatingRule.Name))] = Named,
        [(typeof(GatingRule), nameof(GatingRule.Actions))] = AtLeast(1),
        [(typeof(GatingRule), nameof(GatingRule.Carriers))] = schema => schema["propertyNames"] = FormOf(typeof(CountryCode)),
        [(typeof(PolicyDocument), nameof(PolicyDocument.AccountAttributes))] = AtMost(PolicyLimits.MaxAttributes),
        [(typeof(AccountAttribute), nameof(AccountAttribute.Name))] = Named,
        [(typeof(AccountAttribute), nameof(AccountAttribute.Values))] = AtLeast(2) + AtMost(PolicyLimits.MaxAttributeValues),
        [(typeof(RuleCondition), nameof(RuleCondition.Carriers))] = schema => schema["propertyNames"] = FormOf(typeof(CountryCode)),
        [(typeof(CodeRules), nameof(CodeRules.Digits))] = Within(PolicyBounds.Digits),
        [(typeof(CodeRules), nameof(CodeRules.WrongTries))] = Within(PolicyBounds.WrongTries),
        [(typeof(ChannelChangeRules), nameof(ChannelChangeRules.Most))] = Within(PolicyBounds.ChannelChanges),
        [(typeof(SendRules), nameof(SendRules.PerNumber))] = Within(PolicyBounds.PerNumber),
        [(typeof(SendRules), nameof(SendRules.PerAccount))] = Within(PolicyBounds.PerAccount),
        [(typeof(LockRules), nameof(LockRules.EveryFailures))] = Within(PolicyBounds.EveryFailures),
        [(typeof(LockRules), nameof(LockRules.FinalFailures))] = Within(PolicyBounds.FinalFailures),
        [(typeof(SignInRules), nameof(SignInRules.Codes))] = Within(PolicyBounds.SignInCodes),
        [(typeof(SignInRules), nameof(SignInRules.Pushes))] = Within(PolicyBounds.Pushes),
        [(typeof(SignInRules), nameof(SignInRules.NumberTries))] = Within(PolicyBounds.NumberTries),
    };

    public static string Export()
    {
        var root = PolicyJson.Document.GetJsonSchemaAsNode(Exporting).AsObject();
        root["properties"]!.AsObject().Insert(0, "$schema", new JsonObject { ["type"] = "string", ["description"] = "Where this schema is, for editors." });
        root.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        root.Insert(1, "title", "A policy of LoginVerification");
        return JsonLayout.Write(root);
    }

    private static JsonObject Complete(JsonSchemaExporterContext context, JsonNode exported)
    {
        var schema = FormOf(context.TypeInfo.Type) ?? Collection(context.TypeInfo) ?? (exported is JsonObject shape ? WithoutNull(shape) : []);
        if (PolicyDefaults.Of(context.TypeInfo.Type) is not null)
            schema["additionalProperties"] = false;
        if (context.PropertyInfo is { } property)
        {
            var name = char.ToUpperInvariant(property.Name[0]) + property.Name[1..];
            Bounds.GetValueOrDefault((property.DeclaringType, name))?.Invoke(schema);
            schema.Insert(0, "description", PolicyDocs.Summary(property.DeclaringType, name));
            if (DefaultOf(context) is { } usual)
                schema["default"] = usual;
        }

        return schema;
    }

    /// <summary>How a value is written that is one JSON text, or a selection of such; null for any other type.</summary>
    private static JsonObject? FormOf(Type type) =>
        Nullable.GetUnderlyingType(type) is { } inner ? FormOf(inner)
        : type == typeof(Duration) ? new JsonObject
        {
            ["type"] = "string",
            ["format"] = "duration",
            ["pattern"] = @"^P(?=.)(\d+W)?(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?$",
        }
        : type == typeof(CountryCode) ? new JsonObject { ["type"] = "string", ["pattern"] = KnownCountries.Pattern }
        : type == typeof(Carrier) ? new JsonObject { ["type"] = "string", ["minLength"] = 1, ["maxLength"] = Carrier.MaxLength }
        : type == typeof(Surface) ? new JsonObject { ["type"] = "string", ["pattern"] = PolicyNames.Pattern }
        : type.IsEnum ? new JsonObject { ["enum"] = new JsonArray([.. Words(type)]) }
        : type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Selection<>) ? new JsonObject
        {
            ["oneOf"] = new JsonArray(new JsonObject { ["const"] = "any" }, ListOf("only", type.GetGenericArguments()[0]), ListOf("except", type.GetGenericArguments()[0])),
        }
        : null;

    private static JsonObject ListOf(string key, Type item) => new()
    {
        ["type"] = "object",
        ["properties"] = new JsonObject
        {
            [key] = new JsonObject { ["type"] = "array", ["minItems"] = 1, ["maxItems"] = PolicyLimits.MaxItems, ["uniqueItems"] = true, ["items"] = FormOf(item) },
        },
        ["required"] = new JsonArray(key),
        ["additionalProperties"] = false,
    };

    /// <summary>The members of an enum as a file writes them: modes and kinds in camel case, the domain's names as they are.</summary>
    private static IEnumerable<JsonNode?> Words(Type type)
    {
        var isWord = type == typeof(LinkKind) || type == typeof(ResendMode) || type == typeof(RemovePhoneMode) || type == typeof(StopMode) || type == typeof(InvalidationMode);
        return Enum.GetNames(type).Select(name => (JsonNode?)JsonValue.Create(isWord ? JsonNamingPolicy.CamelCase.ConvertName(name) : name));
    }

    /// <summary>The exporter knows no converters, and so nothing of the items that have one.</summary>
    private static JsonObject? Collection(JsonTypeInfo type) => (type.Kind, type.ElementType is { } element ? FormOf(element) : null) switch
    {
        (JsonTypeInfoKind.Enumerable, { } items) => new JsonObject { ["type"] = "array", ["items"] = items, ["uniqueItems"] = true },
        (JsonTypeInfoKind.Dictionary, { } values) => new JsonObject { ["type"] = "object", ["additionalProperties"] = values },
        _ => null,
    };

    /// <summary>In a file, what is not stated is left out; null is never written.</summary>
    private static JsonObject WithoutNull(JsonObject schema)
    {
        if (schema["type"] is JsonArray types)
            schema["type"] = types.Single(type => type!.GetValue<string>() != "null")!.DeepClone();
        return schema;
    }

    private static JsonNode? DefaultOf(JsonSchemaExporterContext context) =>
        context.PropertyInfo is { IsRequired: false } property
        && property.Get!(PolicyDefaults.Of(property.DeclaringType)!) is { } usual
        && PolicyDefaults.Of(context.TypeInfo.Type) is null
            ? JsonSerializer.SerializeToNode(usual, context.TypeInfo)
            : null;

    private static void Named(JsonObject schema) => schema["pattern"] = PolicyNames.Pattern;

    /// <summary>What a policy for research may say is in the schema, too: that it has to be one is for the reader to see.</summary>
    private static Action<JsonObject> Within(Bound<int> bound) => schema =>
    {
        if (bound.Research is { Least: PolicyLimits.Unlimited })
            schema["oneOf"] = new JsonArray(new JsonObject { ["type"] = "integer", ["minimum"] = bound.Least, ["maximum"] = bound.Most }, new JsonObject { ["const"] = PolicyLimits.UnlimitedWord });
        else
            (schema["minimum"], schema["maximum"]) = (Math.Min(bound.Least, bound.Research?.Least ?? bound.Least), bound.Most);
    };

    private static Action<JsonObject> AtLeast(int least) => schema => schema["minItems"] = least;

    private static Action<JsonObject> AtMost(int most) => schema => schema["maxItems"] = most;
}
