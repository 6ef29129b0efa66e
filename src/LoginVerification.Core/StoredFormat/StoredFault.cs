using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;

namespace LoginVerification.Engine;

/// <summary>Says what is wrong with a stored document without repeating what stands in it.</summary>
internal static partial class StoredFault
{
    /// <summary>Every key that a document of any version can have: the only words of a document that a message may repeat.</summary>
    private static readonly Lazy<FrozenSet<string>> Keys = new(() => KeysOf([.. StoredVersions.Snapshots.Rows, .. StoredVersions.Events.Rows, .. StoredVersions.Erasures.Rows]));

    public static StoredDataException At(string path, string reason) => new($"The stored data cannot be used. {path}: {reason}");

    /// <summary>
    /// The serializer's failure in other words. It is no inner exception, since those get logged, and its message can quote an unknown key.
    /// Of what it quotes, and of its path, the known keys are left: a missing one is named so.
    /// </summary>
    public static StoredDataException From(Exception failure)
    {
        var path = KnownPath((failure as JsonException)?.Path ?? "$");
        if (failure is StoredValueException)
            return At(path, failure.Message);
        var named = Quoted().Matches(failure.Message).Select(quoted => quoted.Groups["word"].Value).Where(Keys.Value.Contains).ToArray();
        return At(path, $"a key is missing, unknown or null, or has another kind of value{(named.Length == 0 ? "" : $" ({string.Join(", ", named)})")}.");
    }

    private static string KnownPath(string path)
    {
        var known = "$";
        foreach (Match step in PathStep().Matches(path, startat: 1))
        {
            if (step.Groups["key"] is { Success: true, Value: var key } && !Keys.Value.Contains(key))
                break;
            known += step.Value;
        }

        return known;
    }

    private static FrozenSet<string> KeysOf(IEnumerable<StoredVersion> versions)
    {
        var (keys, seen) = (new HashSet<string>(), new HashSet<Type>());
        foreach (var version in versions)
            Collect(version.Shape);
        return keys.ToFrozenSet();

        void Collect(JsonTypeInfo shape)
        {
            if (!seen.Add(shape.Type))
                return;
            if (shape.ElementType is { } item)
                Collect(shape.Options.GetTypeInfo(item));
            foreach (var property in shape.Properties)
            {
                keys.Add(property.Name);
                Collect(shape.Options.GetTypeInfo(property.PropertyType));
            }
        }
    }

    /// <summary>A step of a path, next to the one before it: a key, or the place in a list. A key that needs quotes is none of ours.</summary>
    [GeneratedRegex(@"\G(\.(?<key>[A-Za-z]+)|\[\d{1,4}\])(?=[.\[]|$)")]
    private static partial Regex PathStep();

    [GeneratedRegex("'(?<word>[A-Za-z]+)'")]
    private static partial Regex Quoted();
}

/// <summary>A value that is none of its type, in words of our own that repeat nothing of it.</summary>
internal sealed class StoredValueException(string message) : JsonException(message);
