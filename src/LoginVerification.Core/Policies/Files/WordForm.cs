using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace LoginVerification;

/// <summary>One word of a fixed list: the members of an enum.</summary>
internal sealed class WordForm<T>(JsonNamingPolicy? naming = null) : ITextForm<T>
    where T : struct, Enum
{
    private readonly FrozenDictionary<string, T> words =
        Enum.GetValues<T>().ToFrozenDictionary(value => naming?.ConvertName(value.ToString()) ?? value.ToString(), StringComparer.Ordinal);

    private readonly string[] inOrder = [.. Enum.GetNames<T>().Select(name => naming?.ConvertName(name) ?? name)];

    public string? Complaint(string text) =>
        words.ContainsKey(text) ? null : $"{Words.Quote(text)} is not known here.{Words.DidYouMean(text, inOrder)} Write one of: {string.Join(", ", inOrder)}.";

    public T Parse(string text) => words[text];

    public string Write(T value) => naming?.ConvertName(value.ToString()) ?? value.ToString();

    public JsonObject Schema() => new() { ["enum"] = new JsonArray([.. inOrder.Select(word => JsonValue.Create(word))]) };
}
