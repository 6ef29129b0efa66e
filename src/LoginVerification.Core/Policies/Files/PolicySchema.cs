using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;

namespace LoginVerification.Policies;

/// <summary>Exports the JSON Schema of a policy file from the types.</summary>
internal static class PolicySchema
{
    private static readonly JsonSchemaExporterOptions Exporting = new() { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Complete };

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
        var schema = Shape(context.TypeInfo)?.Schema() ?? Collection(context.TypeInfo) ?? WithoutNull(exported.AsObject());
        if (PolicyDefaults.Of(context.TypeInfo.Type) is not null)
            schema["additionalProperties"] = false;
        if (context.PropertyInfo is { } property)
        {
            var note = SchemaNotes.Of(property.DeclaringType, property.Name);
            note.Constrain?.Invoke(schema);
            schema.Insert(0, "description", note.Text);
            if (DefaultOf(context) is { } usual)
                schema["default"] = usual;
        }

        return schema;
    }

    /// <summary>The exporter knows no converters, and so nothing of the items that have one.</summary>
    private static JsonObject? Collection(JsonTypeInfo type) => (type.Kind, type.ElementType is { } element ? Shape(PolicyJson.Options.GetTypeInfo(element)) : null) switch
    {
        (JsonTypeInfoKind.Enumerable, { } items) => new JsonObject { ["type"] = "array", ["items"] = items.Schema(), ["uniqueItems"] = true },
        (JsonTypeInfoKind.Dictionary, { } values) => new JsonObject { ["type"] = "object", ["additionalProperties"] = values.Schema() },
        _ => null,
    };

    private static IFileShape? Shape(JsonTypeInfo type) => type.Converter as IFileShape;

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
}
