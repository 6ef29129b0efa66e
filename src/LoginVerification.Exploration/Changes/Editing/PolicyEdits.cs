using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace LoginVerification.Exploration;

/// <summary>
/// The edits that make one policy file of another. Both are taken without what is at its default, as <see cref="PolicyFile.Write"/> has it:
/// whatever stands there stands in every file of the policy, so that the edits apply to a file that states defaults as well.
/// </summary>
internal static class PolicyEdits
{
    public static IReadOnlyList<PolicyEdit> Between(PolicyDocument left, PolicyDocument right) =>
        [.. Members("", JsonNode.Parse(PolicyFile.Write(left))!.AsObject(), JsonNode.Parse(PolicyFile.Write(right))!.AsObject())];

    /// <summary>The same with values at their defaults, so that each edit says what was and what is: for people, not for a patch.</summary>
    public static IReadOnlyList<PolicyEdit> BetweenWhole(PolicyDocument left, PolicyDocument right) => [.. Members("", Whole(left), Whole(right))];

    private static JsonObject Whole(PolicyDocument policy) => JsonSerializer.SerializeToNode(policy, PolicyJson.WholeDocument)!.AsObject();

    private static IEnumerable<PolicyEdit> Nodes(string path, JsonNode? left, JsonNode? right) => (left, right) switch
    {
        _ when JsonNode.DeepEquals(left, right) => [],
        (JsonObject one, JsonObject other) => Members(path, one, other),
        (JsonArray one, JsonArray other) => Items(path, one, other),
        _ => [new PolicyEdit(path, left, right)],
    };

    private static IEnumerable<PolicyEdit> Members(string path, JsonObject left, JsonObject right) =>
        left.Concat(right).Select(member => member.Key).Distinct().SelectMany(key => Nodes($"{path}/{Escaped(key)}", left[key], right[key]));

    /// <summary>Items are the same if they have the same name. Those that stay are edited first, while no place has moved; then items go, the last one first; then they come.</summary>
    private static IEnumerable<PolicyEdit> Items(string path, JsonArray left, JsonArray right)
    {
        var kept = CommonItems([.. left.Select(NameOf)], [.. right.Select(NameOf)]);
        var (stayed, present) = (kept.Select(pair => pair.Left).ToHashSet(), kept.Select(pair => pair.Right).ToHashSet());
        return
        [
            .. kept.SelectMany(pair => Nodes(Item(path, pair.Left), left[pair.Left], right[pair.Right])),
            .. left.Index().Where(item => !stayed.Contains(item.Index)).Reverse().Select(item => new PolicyEdit(Item(path, item.Index), item.Item, null)),
            .. right.Index().Where(item => !present.Contains(item.Index)).Select(item => new PolicyEdit(Item(path, item.Index), null, item.Item)),
        ];
    }

    /// <summary>The longest common subsequence.</summary>
    private static List<(int Left, int Right)> CommonItems(string[] left, string[] right)
    {
        var longest = new int[left.Length + 1, right.Length + 1];
        for (var i = left.Length - 1; i >= 0; i--)
        {
            for (var j = right.Length - 1; j >= 0; j--)
                longest[i, j] = left[i] == right[j] ? longest[i + 1, j + 1] + 1 : Math.Max(longest[i + 1, j], longest[i, j + 1]);
        }

        var common = new List<(int, int)>();
        for (var (i, j) = (0, 0); i < left.Length && j < right.Length;)
        {
            if (left[i] == right[j])
                common.Add((i++, j++));
            else if (longest[i + 1, j] >= longest[i, j + 1])
                i++;
            else
                j++;
        }

        return common;
    }

    /// <summary>A surface, a screen and a rule are told by their name, an offer by its action, a link by its target and label; what is plain by itself.</summary>
    private static string NameOf(JsonNode? item) => item switch
    {
        JsonObject { } named when named["name"] is { } name => Text(name),
        JsonObject { } offer when offer["action"] is { } action => Text(action),
        JsonObject { } link when link["to"] is { } target => $"{Text(target)} {Text(link["label"])}",
        _ => Text(item),
    };

    private static string Text(JsonNode? node) => node?.ToJsonString() ?? "";

    private static string Item(string path, int index) => $"{path}/{index.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>As RFC 6901 has it.</summary>
    private static string Escaped(string key) => key.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}
