using System.Text.Json.Nodes;

namespace LoginVerification.Tests;

/// <summary>Stored documents, altered. A place is written as keys with slashes between; of a list, the number of the item.</summary>
internal static class StoredEdits
{
    /// <summary>The same document with the keys of every object in another order, as a binary JSON column may give it back.</summary>
    public static JsonNode Reversed(JsonNode node) => node switch
    {
        JsonObject document => new JsonObject(document.Reverse().Select(entry => KeyValuePair.Create(entry.Key, entry.Value is null ? null : Reversed(entry.Value)))),
        JsonArray list => new JsonArray([.. list.Select(item => Reversed(item!))]),
        _ => node.DeepClone(),
    };

    public static string Without(string json, string path)
    {
        var root = JsonNode.Parse(json)!;
        var (parent, key) = Place(root, path);
        parent.AsObject().Remove(key);
        return root.ToJsonString();
    }

    public static string With(string json, string path, JsonNode? value)
    {
        var root = JsonNode.Parse(json)!;
        var (parent, key) = Place(root, path);
        if (parent is JsonArray list)
            list[int.Parse(key, null)] = value;
        else
            parent[key] = value;
        return root.ToJsonString();
    }

    private static (JsonNode Parent, string Key) Place(JsonNode root, string path)
    {
        var keys = path.Split('/');
        return (keys[..^1].Aggregate(root, (node, key) => node is JsonArray list ? list[int.Parse(key, null)]! : node[key]!), keys[^1]);
    }

    /// <summary>Every key of the document and of what lies in it; of a list, its first item.</summary>
    public static IEnumerable<string> PathsIn(JsonNode node, string prefix)
    {
        if (node is JsonArray list)
            return list is [JsonObject first, ..] ? PathsIn(first, prefix + "0/") : [];
        return node is JsonObject document
            ? document.SelectMany(entry => PathsIn(entry.Value!, $"{prefix}{entry.Key}/").Prepend(prefix + entry.Key))
            : [];
    }
}
