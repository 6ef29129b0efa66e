using System.Collections.Frozen;

namespace LoginVerification.Engine;

/// <summary>The host's keys. A retired one stays until the last challenge under it is dead. Immutable.</summary>
internal sealed class CodeKeys(IEnumerable<KeyValuePair<string, byte[]>> keys, string currentId)
{
    private readonly FrozenDictionary<string, byte[]> keys = keys.ToFrozenDictionary(key => key.Key, key => key.Value.ToArray(), StringComparer.Ordinal);

    public string CurrentId => currentId;

    public byte[]? Find(string id) => keys.GetValueOrDefault(id);
}
