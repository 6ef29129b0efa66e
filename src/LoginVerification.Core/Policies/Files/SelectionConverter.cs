using System.Text.Json;
using System.Text.Json.Serialization;

namespace LoginVerification.Policies;

/// <summary>Reads and writes <c>"any"</c>, <c>{"only": […]}</c> and <c>{"except": […]}</c>.</summary>
internal sealed class SelectionConverter<T>(ITextForm<T> form) : JsonConverter<Selection<T>>, IFileShape
    where T : notnull
{
    private const string Any = "any";
    private const string Only = "only";
    private const string Except = "except";
    private const string Mend = "Write \"any\", {\"only\": [\"…\"]} or {\"except\": [\"…\"]}.";

    public override Selection<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
            return Selection<T>.Any;
        reader.Read();
        var kind = reader.ValueTextEquals(Only) ? SelectionKind.Only : SelectionKind.Except;
        reader.Read();
        List<T> items = [];
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            items.Add(form.Parse(reader.GetString()!));
        reader.Read();
        return new Selection<T>(kind, items);
    }

    public override void Write(Utf8JsonWriter writer, Selection<T> value, JsonSerializerOptions options)
    {
        if (value.Kind == SelectionKind.Any)
        {
            writer.WriteStringValue(Any);
            return;
        }

        writer.WriteStartObject();
        writer.WriteStartArray(value.Kind == SelectionKind.Only ? Only : Except);
        foreach (var item in value.Items)
            writer.WriteStringValue(form.Write(item));
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    public bool Check(JsonElement value, string path, Action<string, string> report)
    {
        if (value.ValueKind == JsonValueKind.String && value.ValueEquals(Any))
            return true;
        if (value.ValueKind == JsonValueKind.Object && value.EnumerateObject().ToList() is [{ Name: Only or Except, Value.ValueKind: JsonValueKind.Array } list])
            return CheckItems(list.Value, JsonPath.Member(path, list.Name), report);
        report(path, $"This is no selection. {Mend}");
        return false;
    }

    private bool CheckItems(JsonElement list, string path, Action<string, string> report)
    {
        var good = true;
        foreach (var (index, item) in list.EnumerateArray().Index())
        {
            var complaint = item.ValueKind == JsonValueKind.String
                ? form.Complaint(item.GetString()!)
                : $"Here stands {Words.Of(item.ValueKind)}; write a text in double quotes.";
            if (complaint is null)
                continue;
            report(JsonPath.Item(path, index), complaint);
            good = false;
        }

        return good;
    }
}
