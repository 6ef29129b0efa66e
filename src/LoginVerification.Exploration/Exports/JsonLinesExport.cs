using System.Buffers;
using System.Text;
using System.Text.Json;

namespace LoginVerification.Exploration;

/// <summary>Writes a graph as lines of JSON: each state, and after it the edges that leave it. States are told by numbers that stay.</summary>
internal sealed class JsonLinesExport : IDisposable
{
    private readonly PolicyModel product;
    private readonly Lines lines;
    private readonly IReadOnlyList<Component> parts;
    private readonly HashSet<int> starts;
    private readonly ArrayBufferWriter<byte> buffer = new();
    private readonly Utf8JsonWriter json;

    private JsonLinesExport(PolicyModel product, Lines lines)
    {
        this.product = product;
        this.lines = lines;
        parts = Components.Of(product.Table.Shapes);
        starts = [.. product.Starts()];
        json = new Utf8JsonWriter(buffer);
    }

    public static void Write(StateGraph graph, Lines lines)
    {
        using var export = new JsonLinesExport(graph.Product, lines);
        export.Write(graph);
    }

    public void Dispose() => json.Dispose();

    private void Write(StateGraph graph)
    {
        Span<int> targets = stackalloc int[Move.Most];
        Span<int> moves = stackalloc int[Move.Most];
        foreach (var state in graph.Order)
        {
            WriteState(state);
            var page = product.Site.Pages[product.PlaceOf(state).Page];
            var count = product.Expand(state, Filter.Everything, targets, moves);
            for (var i = 0; i < count; i++)
                WriteEdge(state, ActionLabels.Of(product, page, moves[i]), product.ActorOf(moves[i]), targets[i]);
        }
    }

    private void WriteState(int state)
    {
        var place = product.PlaceOf(state);
        var page = product.Site.Pages[place.Page];
        json.WriteStartObject();
        json.WriteNumber("state", state);
        json.WriteBoolean("start", starts.Contains(state));
        json.WriteString("class", product.Classes[place.Class].Name);
        json.WriteString("surface", page.Surface.Name);
        json.WriteString("screen", page.Screen.Name);
        json.WriteBoolean("device", place.Device);
        json.WriteString("message", place.Message.ToString());
        json.WriteString("lifecycle", product.Table.Shapes[place.Shape].State.ToString());
        json.WriteStartObject("enrolment");
        foreach (var part in parts)
            WritePart(part, part.Read(product.Table.Shapes[place.Shape]));
        json.WriteEndObject();
        WriteEnd();
    }

    private void WritePart(Component part, int value)
    {
        if (part.IsFlag)
            json.WriteBoolean(part.Name, value == 1);
        else if (part.Values is not null)
            json.WriteString(part.Name, part.Constant(value));
        else
            json.WriteNumber(part.Name, value);
    }

    private void WriteEdge(int from, string action, Actor actor, int to)
    {
        json.WriteStartObject();
        json.WriteNumber("from", from);
        json.WriteString("action", action);
        json.WriteString("actor", actor.ToString());
        json.WriteNumber("to", to);
        WriteEnd();
    }

    private void WriteEnd()
    {
        json.WriteEndObject();
        json.Flush();
        lines.Write(Encoding.UTF8.GetString(buffer.WrittenSpan));
        buffer.ResetWrittenCount();
        json.Reset();
    }
}
