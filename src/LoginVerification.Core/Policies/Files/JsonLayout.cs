using System.Text;
using System.Text.Json.Nodes;

namespace LoginVerification.Policies;

/// <summary>Lays JSON out for people: what fits on a line stays on it.</summary>
internal static class JsonLayout
{
    private const int Width = 110;
    private const int Step = 2;

    public static string Write(JsonObject root)
    {
        var text = new StringBuilder();
        Spread(text, root, 0);
        return text.Append('\n').ToString();
    }

    private static void Append(StringBuilder text, JsonNode? node, int indent, int used)
    {
        var line = Inline(node);
        if (used + line.Length <= Width || node is not (JsonObject or JsonArray))
            text.Append(line);
        else
            Spread(text, node, indent);
    }

    private static void Spread(StringBuilder text, JsonNode node, int indent)
    {
        var inner = indent + Step;
        var (open, close) = node is JsonObject ? ('{', '}') : ('[', ']');
        text.Append(open);
        var separator = "\n";
        foreach (var (key, value) in Entries(node))
        {
            text.Append(separator).Append(' ', inner).Append(key);
            Append(text, value, inner, inner + key.Length + 1);
            separator = ",\n";
        }

        text.Append('\n').Append(' ', indent).Append(close);
    }

    private static string Inline(JsonNode? node) => node switch
    {
        JsonObject { Count: 0 } => "{}",
        JsonObject => $"{{ {string.Join(", ", Entries(node).Select(entry => entry.Key + Inline(entry.Value)))} }}",
        JsonArray => $"[{string.Join(", ", Entries(node).Select(entry => Inline(entry.Value)))}]",
        _ => Text(node),
    };

    private static IEnumerable<(string Key, JsonNode? Value)> Entries(JsonNode node) => node is JsonObject members
        ? members.Select(member => ($"{Text(JsonValue.Create(member.Key))}: ", member.Value))
        : node.AsArray().Select(item => ("", item));

    private static string Text(JsonNode? node) => node?.ToJsonString(PolicyJson.Options) ?? "null";
}
