using System.Text.Json.Nodes;

namespace LoginVerification.Exploration;

/// <summary>
/// One edit of a policy file, in the order in which edits are applied: an operation of a JSON patch (RFC 6902). What is at its default is
/// left out in a policy file, so that a value may come from null, which adds it, or go to null, which removes it. Immutable; do not change its nodes.
/// </summary>
/// <param name="Path">The place, as a JSON pointer (RFC 6901): for example <c>/surfaces/1/screens/2/links/0/kind</c>.</param>
/// <param name="From">What stands there; null where nothing does.</param>
/// <param name="To">What shall stand there; null where nothing shall.</param>
public sealed record PolicyEdit(string Path, JsonNode? From, JsonNode? To)
{
    /// <summary>The edits as a JSON patch, which applies to the file that the policy was read from.</summary>
    /// <param name="edits">The edits, in order.</param>
    public static JsonArray ToJsonPatch(IEnumerable<PolicyEdit> edits)
    {
        ArgumentNullException.ThrowIfNull(edits);
        return [.. edits.Select(edit => edit.ToOperation())];
    }

    private JsonObject ToOperation() => (From, To) switch
    {
        (_, null) => new JsonObject { ["op"] = "remove", ["path"] = Path },
        (null, { } added) => new JsonObject { ["op"] = "add", ["path"] = Path, ["value"] = added.DeepClone() },
        (_, { } changed) => new JsonObject { ["op"] = "replace", ["path"] = Path, ["value"] = changed.DeepClone() },
    };
}
