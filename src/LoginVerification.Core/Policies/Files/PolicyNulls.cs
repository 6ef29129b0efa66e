using System.Collections;
using System.Text.Json.Serialization.Metadata;

namespace LoginVerification.Policies;

/// <summary>Finds null where a policy has to say something, which a file cannot hold and C# can. What the types mark as nullable may be null.</summary>
internal static class PolicyNulls
{
    public static IReadOnlyList<PolicyError> In(PolicyDocument policy) => [.. Inside(policy, JsonPath.Root)];

    private static IEnumerable<PolicyError> Inside(object value, string path) => value switch
    {
        string => [],
        ISelection { Kind: var kind, Items: var items } => Items(items, JsonPath.Member(path, kind is SelectionKind.Only ? "only" : "except")),
        IReadOnlyDictionary<string, Selection<Carrier>> carriers => carriers.SelectMany(entry => At(entry.Value, JsonPath.Key(path, entry.Key))),
        IReadOnlyDictionary<string, IReadOnlyList<string>> account => account.SelectMany(entry => At(entry.Value, JsonPath.Key(path, entry.Key))),
        IEnumerable items => Items(items, path),
        _ when PolicyDefaults.Of(value.GetType()) is not null => PolicyJson.Options.GetTypeInfo(value.GetType()).Properties.SelectMany(property => In(property, value, path)),
        _ => [],
    };

    private static IEnumerable<PolicyError> In(JsonPropertyInfo property, object record, string path)
    {
        var value = property.Get!(record);
        return value is null && property.IsGetNullable ? [] : At(value, JsonPath.Member(path, property.Name), property.IsRequired ? "" : ", or leave it out for its default");
    }

    private static IEnumerable<PolicyError> Items(IEnumerable items, string path) =>
        items.Cast<object?>().SelectMany((item, index) => At(item, JsonPath.Item(path, index)));

    private static IEnumerable<PolicyError> At(object? value, string path, string otherwise = "") =>
        value is null ? [new PolicyError(path, null, $"Here is null. Give a value{otherwise}.")] : Inside(value, path);
}
