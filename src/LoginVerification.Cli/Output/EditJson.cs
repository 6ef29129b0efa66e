using System.Text.Json.Nodes;
using LoginVerification.Exploration;

namespace LoginVerification.Cli;

/// <summary>One edit of a policy file: a JSON pointer, what stands there and what shall; null for nothing.</summary>
internal sealed record EditJson(string Path, JsonNode? From, JsonNode? To)
{
    public static IReadOnlyList<EditJson> Of(IEnumerable<PolicyEdit> edits) => [.. edits.Select(edit => new EditJson(edit.Path, edit.From?.DeepClone(), edit.To?.DeepClone()))];
}

/// <summary>A verdict before and after, and what that means.</summary>
internal sealed record VerdictChangeJson(string Property, string Left, string Right, string Effect)
{
    public static IReadOnlyList<VerdictChangeJson> Of(IEnumerable<VerdictChange> changes) =>
        [.. changes.Select(change => new VerdictChangeJson(change.Property, Words.Camel(change.Left), Words.Camel(change.Right), Words.Camel(change.Effect)))];
}
