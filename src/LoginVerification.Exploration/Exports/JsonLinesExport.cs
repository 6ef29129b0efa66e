using System.Buffers;
using System.Text;
using System.Text.Json;

namespace LoginVerification.Exploration;

/// <summary>Writes a graph as lines of JSON: first what it is the graph of, then each state, and after it the edges that leave it. States are told by numbers that stay.</summary>
internal sealed class JsonLinesExport : IDisposable
{
    private readonly PolicyModel model;
    private readonly Lines lines;
    private readonly IReadOnlyList<Component> parts;
    private readonly HashSet<StateId> starts;
    private readonly ArrayBufferWriter<byte> buffer = new();
    private readonly Utf8JsonWriter json;

    private JsonLinesExport(PolicyModel model, Lines lines)
    {
        this.model = model;
        this.lines = lines;
        parts = Components.Of(model.Table.Shapes);
        starts = [.. model.Starts()];
        json = new Utf8JsonWriter(buffer);
    }

    public static void Write(StateGraph graph, ExportTitle title, Lines lines)
    {
        using var export = new JsonLinesExport(graph.Model, lines);
        export.WriteRecord(title);
        export.Write(graph);
    }

    public void Dispose() => json.Dispose();

    private void Write(StateGraph graph)
    {
        foreach (var state in graph.States)
        {
            WriteState(state);
            var screen = model.Codec.Unpack(state).Screen;
            foreach (var (move, to) in model.Successors(state, Filter.Everything))
                WriteEdge(state, ExportLabels.Of(model, screen, move), model.ActorOf(move), to);
        }
    }

    private void WriteRecord(ExportTitle title)
    {
        var scale = title.Scale;
        json.WriteStartObject();
        json.WriteString("policy", title.Policy.Name);
        json.WriteString("policyDigest", title.PolicyDigest);
        json.WriteString("version", typeof(JsonLinesExport).Assembly.GetName().Version!.ToString(fieldCount: 3));
        json.WriteStartObject("scale");
        json.WriteNumber("numbers", scale.Numbers);
        WriteBound("wrongTries", scale.WrongTries);
        WriteBound("everyFailures", scale.EveryFailures);
        WriteBound("finalFailures", scale.FinalFailures);
        WriteBound("sendsPerNumber", scale.SendsPerNumber);
        WriteBound("sendsPerAccount", scale.SendsPerAccount);
        json.WriteNumber("signInSends", scale.SignInSends);
        json.WriteNumber("numberTries", scale.NumberTries);
        json.WriteEndObject();
        WriteEnd();
    }

    private void WriteBound(string name, int bound)
    {
        if (bound == PolicyLimits.Unlimited)
            json.WriteNull(name);
        else
            json.WriteNumber(name, bound);
    }

    private void WriteState(StateId id)
    {
        var state = model.Codec.Unpack(id);
        var screen = model.ScreenOf(state);
        json.WriteStartObject();
        json.WriteNumber("state", id.Index);
        json.WriteBoolean("start", starts.Contains(id));
        json.WriteString("class", model.ClassOf(state).Name);
        WriteAccount(model.ClassOf(state).Account);
        json.WriteString("surface", screen.Surface.Name);
        json.WriteString("screen", screen.Name);
        json.WriteBoolean("device", state.Device);
        json.WriteString("message", state.Message.ToString());
        json.WriteString("lifecycle", model.LifecycleOf(state).ToString());
        json.WriteStartObject("enrolment");
        foreach (var part in parts)
            WritePart(part, part.Read(model.Table[state.Shape]));
        json.WriteEndObject();
        WriteEnd();
    }

    /// <summary>What all accounts of a class have; left out where that is nothing.</summary>
    private void WriteAccount(ValueList<AttributeValue> account)
    {
        if (account.Count == 0)
            return;
        json.WriteStartObject("account");
        foreach (var (name, value) in account)
            json.WriteString(name, value);
        json.WriteEndObject();
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

    private void WriteEdge(StateId from, string action, Actor actor, StateId to)
    {
        json.WriteStartObject();
        json.WriteNumber("from", from.Index);
        json.WriteString("action", action);
        json.WriteString("actor", actor.ToString());
        json.WriteNumber("to", to.Index);
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
