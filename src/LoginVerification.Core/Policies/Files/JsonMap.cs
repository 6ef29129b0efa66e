using System.Text.Json;
using System.Text.Unicode;

namespace LoginVerification.Policies;

/// <summary>A JSON text with the line of each of its values. If it is broken, <see cref="Root"/> is null and one error tells where.</summary>
internal sealed class JsonMap
{
    private readonly Dictionary<string, int> lines = new(StringComparer.Ordinal);
    private readonly Stack<JsonFrame> open = new();
    private readonly List<PolicyError> errors = [];
    private string nextMember = JsonPath.Root;

    private JsonMap() { }

    public JsonElement? Root { get; private set; }

    /// <summary>Duplicate keys, or the one thing that makes the text unreadable.</summary>
    public IReadOnlyList<PolicyError> Errors => errors;

    public static JsonMap Draw(ReadOnlySpan<byte> utf8)
    {
        var map = new JsonMap();
        var fault = Utf8.IsValid(utf8) ? map.Walk(utf8) : JsonFault.InvalidUtf8(utf8);
        if (fault is null)
        {
            map.Root = JsonSerializer.Deserialize<JsonElement>(utf8, PolicyJson.Element);
            return map;
        }

        map.errors.Clear();
        map.errors.Add(new PolicyError(map.open.TryPeek(out var frame) ? frame.Path : JsonPath.Root, fault.Line, fault.Message));
        return map;
    }

    /// <summary>The line of a value, or of what contains it where it is missing.</summary>
    public int LineOf(string path)
    {
        for (var place = path; place is not null; place = JsonPath.Parent(place))
        {
            if (lines.TryGetValue(place, out var line))
                return line;
        }

        return 1;
    }

    private JsonFault? Walk(ReadOnlySpan<byte> utf8)
    {
        // One level more than is allowed, so that the level too many is told in our words.
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = PolicyLimits.MaxDepth + 1 });
        var (line, counted) = (1, 0);
        while (true)
        {
            var before = (int)reader.BytesConsumed;
            try
            {
                if (!reader.Read())
                    return null;
                line += utf8[counted..(int)reader.TokenStartIndex].Count((byte)'\n');
                counted = (int)reader.TokenStartIndex;
                if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray && reader.CurrentDepth >= PolicyLimits.MaxDepth)
                    return new JsonFault(line, $"Values are nested deeper than {PolicyLimits.MaxDepth} levels, the most that a policy may have. Is it a policy?");
                Enter(ref reader, line);
            }
            catch (JsonException broken)
            {
                return JsonFault.Explain(utf8, before, broken, open.TryPeek(out var frame) && frame.IsList);
            }
            catch (InvalidOperationException)
            {
                return new JsonFault(line, "A text holds half a character (a lone \\uD8… or \\uDC…). Write the character itself.");
            }
        }
    }

    private void Enter(ref Utf8JsonReader reader, int line)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName:
                EnterMember(reader.GetString()!, line);
                break;
            case JsonTokenType.StartObject or JsonTokenType.StartArray:
                open.Push(new JsonFrame(Place(line), reader.TokenType == JsonTokenType.StartArray));
                break;
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                open.Pop();
                break;
            case JsonTokenType.String when reader.ValueIsEscaped:
                _ = reader.GetString();
                Place(line);
                break;
            default:
                Place(line);
                break;
        }
    }

    private void EnterMember(string key, int line)
    {
        var frame = open.Peek();
        nextMember = JsonPath.Member(frame.Path, key);
        if (!frame.Keys.Add(key) && errors.Count < PolicyLimits.MaxErrors)
            errors.Add(new PolicyError(nextMember, line, $"The key {Words.Quote(key)} stands here a second time, first on line {LineOf(nextMember)}. Keep one of them."));
        lines.TryAdd(nextMember, line);
    }

    private string Place(int line)
    {
        var path = open.TryPeek(out var frame) && frame.IsList ? JsonPath.Item(frame.Path, frame.NextItem++) : nextMember;
        lines.TryAdd(path, line);
        return path;
    }
}

/// <summary>An object or a list that is being read.</summary>
internal sealed class JsonFrame(string path, bool isList)
{
    public string Path => path;

    public bool IsList => isList;

    /// <summary>The keys of an object so far.</summary>
    public HashSet<string> Keys { get; } = new(StringComparer.Ordinal);

    /// <summary>The index of a list's next item.</summary>
    public int NextItem { get; set; }
}
