using System.Collections.Frozen;
using System.Text.Json;

namespace LoginVerification.Engine;

/// <summary>Finds the version of a document, before it is read and before it is written.</summary>
/// <typeparam name="T">What the documents are in the domain.</typeparam>
internal sealed class StoredTable<T>
{
    private readonly FrozenDictionary<(string Type, int Version), StoredVersion> byName;
    private readonly FrozenDictionary<Type, StoredVersion> byRecord;

    public StoredTable(params IReadOnlyList<StoredVersion> rows)
    {
        Rows = rows;
        byName = rows.ToFrozenDictionary(row => (row.Type, row.Version));
        byRecord = rows.ToFrozenDictionary(row => row.Shape.Type);
    }

    public IReadOnlyList<StoredVersion> Rows { get; }

    public StoredVersion Of(StoredDocument<T> document) => byRecord[document.GetType()];

    /// <summary>What the document says that it is.</summary>
    public StoredVersion Find(JsonElement document)
    {
        if (document.ValueKind is not JsonValueKind.Object)
            throw StoredFault.At("$", "it is no JSON object.");
        if (!document.TryGetProperty("type", out var type) || !document.TryGetProperty("v", out var v))
            throw StoredFault.At("$", "it does not say what it is in \"type\", and in which version in \"v\".");
        var name = type.ValueKind is JsonValueKind.String ? type.GetString()! : "";
        var version = v.ValueKind is JsonValueKind.Number && v.TryGetInt32(out var number) ? number : 0;
        return byName.TryGetValue((name, version), out var found) ? found : throw Unknown(name);
    }

    private StoredDataException Unknown(string type)
    {
        var versions = string.Join(", ", Rows.Where(row => row.Type == type).Select(row => row.Version));
        return versions.Length == 0
            ? StoredFault.At("$.type", $"this release knows no such type. {Advice}")
            : StoredFault.At("$.v", $"this release reads {type} in version {versions}. {Advice}");
    }

    private const string Advice = "Was it written by a newer one? Deploy the release that reads a version before the one that writes it.";
}
