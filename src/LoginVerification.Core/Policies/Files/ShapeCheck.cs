using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace LoginVerification.Policies;

/// <summary>
/// Compares a JSON text with the types of a policy. What is wrong is reported and replaced by its default, so that the rest can be
/// checked further; what is missing is filled in.
/// </summary>
internal sealed class ShapeCheck(JsonMap map)
{
    private const string SchemaKey = "$schema";
    private readonly List<PolicyError> errors = [];
    private readonly List<string> mended = [];

    public IReadOnlyList<PolicyError> Errors => errors;

    /// <summary>The places whose values are not what the author meant; of a misspelt key, the place that was meant.</summary>
    public IReadOnlyList<string> Mended => mended;

    /// <summary>The policy, complete and of the right shape.</summary>
    public JsonNode Check(JsonElement root) =>
        Check(root, PolicyJson.Document, JsonPath.Root) ?? Default(PolicyJson.Document);

    /// <summary>The value, mended inside; null if it is of the wrong kind altogether, or nobody wants to know any more.</summary>
    private JsonNode? Check(JsonElement value, JsonTypeInfo type, string path, bool mayBeLeftOut = false)
    {
        if (errors.Count >= PolicyLimits.MaxErrors)
            return null;
        if (type.Converter is IFileShape shape)
            return shape.Check(value, path, Report) ? ToNode(value) : null;
        if (Expected(value, type) is { } expected)
            return Wrong(value, path, expected, mayBeLeftOut);
        return type.Kind switch
        {
            JsonTypeInfoKind.Object => Record(value, type, path),
            JsonTypeInfoKind.Enumerable => List(value, type, path),
            JsonTypeInfoKind.Dictionary => Dictionary(value, type, path),
            _ => ToNode(value),
        };
    }

    private JsonObject Record(JsonElement value, JsonTypeInfo type, string path)
    {
        foreach (var member in value.EnumerateObject().Where(member => type.Properties.All(property => property.Name != member.Name)).Take(PolicyLimits.MaxErrors))
            CheckForeign(member, value, type, path);
        return Complete(type, property => Property(value, property, path));
    }

    private JsonNode? Property(JsonElement record, JsonPropertyInfo property, string path)
    {
        var place = JsonPath.Member(path, property.Name);
        if (record.TryGetProperty(property.Name, out var stated) && property.CustomConverter is IFileShape shape)
            return shape.Check(stated, place, Report) ? ToNode(stated) : null;
        if (record.TryGetProperty(property.Name, out stated))
            return Check(stated, TypeOf(property.PropertyType), place, mayBeLeftOut: !property.IsRequired);
        if (property.IsRequired)
            Report(place, $"\"{property.Name}\" is missing. Add it here.");
        return null;
    }

    private void CheckForeign(JsonProperty member, JsonElement record, JsonTypeInfo type, string path)
    {
        if (path == JsonPath.Root && member.Name == SchemaKey && member.Value.ValueKind == JsonValueKind.String)
            return;
        var known = type.Properties.Select(property => property.Name).ToList();
        var message = $"The key {Words.Quote(member.Name)} is not known here.{Words.DidYouMean(member.Name, known)} Write one of: {string.Join(", ", known)}.";
        errors.Add(Error(JsonPath.Member(path, member.Name), message));
        if (Words.Nearest(member.Name, known) is { } meant && !record.TryGetProperty(meant, out _))
            mended.Add(JsonPath.Member(path, meant));
    }

    private JsonArray List(JsonElement value, JsonTypeInfo type, string path)
    {
        var element = TypeOf(type.ElementType!);
        return new JsonArray([.. value.EnumerateArray().Index()
            .TakeWhile(_ => errors.Count < PolicyLimits.MaxErrors)
            .Select(item => Check(item.Item, element, JsonPath.Item(path, item.Index)) ?? DefaultOrNone(element))
            .Where(item => item is not null)]);
    }

    private JsonObject Dictionary(JsonElement value, JsonTypeInfo type, string path)
    {
        var element = TypeOf(type.ElementType!);
        var entries = new JsonObject();
        foreach (var member in value.EnumerateObject())
        {
            if (Check(member.Value, element, JsonPath.Key(path, member.Name)) is { } entry)
                entries[member.Name] = entry;
        }

        return entries;
    }

    /// <summary>What to write where a value of another kind stands; null where the kind is right.</summary>
    private static string? Expected(JsonElement value, JsonTypeInfo type)
    {
        var (isRight, expected) = type.Kind switch
        {
            JsonTypeInfoKind.Object or JsonTypeInfoKind.Dictionary => (value.ValueKind == JsonValueKind.Object, "an object: {\"key\": value, …}"),
            JsonTypeInfoKind.Enumerable => (value.ValueKind == JsonValueKind.Array, "a list: [ … ]"),
            _ when Plain(type) == typeof(int) => (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out _), "a whole number"),
            _ when Plain(type) == typeof(bool) => (value.ValueKind is JsonValueKind.True or JsonValueKind.False, "true or false"),
            _ => (value.ValueKind == JsonValueKind.String, "a text in double quotes"),
        };
        return isRight ? null : expected;
    }

    private static Type Plain(JsonTypeInfo type) => Nullable.GetUnderlyingType(type.Type) ?? type.Type;

    private JsonNode? Wrong(JsonElement value, string path, string expected, bool mayBeLeftOut)
    {
        var found = value.ValueKind == JsonValueKind.Number ? Words.Clip(value.GetRawText()) : Words.Of(value.ValueKind);
        var mend = value.ValueKind == JsonValueKind.Null && mayBeLeftOut ? ", or leave the key out" : "";
        Report(path, $"Here stands {found}; write {expected}{mend}.");
        return null;
    }

    private static JsonObject? DefaultOrNone(JsonTypeInfo type) => PolicyDefaults.Of(type.Type) is null ? null : Default(type);

    private static JsonObject Default(JsonTypeInfo type) => Complete(type, _ => null);

    private static JsonObject Complete(JsonTypeInfo type, Func<JsonPropertyInfo, JsonNode?> stated)
    {
        var defaults = PolicyDefaults.Of(type.Type)!;
        return new JsonObject(type.Properties.Select(property =>
            KeyValuePair.Create(property.Name, stated(property) ?? Default(property.Get!(defaults), TypeOf(property.PropertyType)))));
    }

    private static JsonNode? Default(object? value, JsonTypeInfo type) =>
        value is null ? null : DefaultOrNone(type) ?? JsonSerializer.SerializeToNode(value, type);

    private static JsonTypeInfo TypeOf(Type type) => PolicyJson.Options.GetTypeInfo(type);

    private static JsonNode? ToNode(JsonElement value) => JsonSerializer.SerializeToNode(value, PolicyJson.Element);

    private void Report(string path, string message)
    {
        errors.Add(Error(path, message));
        mended.Add(path);
    }

    private PolicyError Error(string path, string message) => new(path, map.LineOf(path), message);
}
