using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace LoginVerification.Exploration;

/// <summary>
/// Writes a statechart as the configuration of a machine of XState 5. JSON holds no functions: guards and actions are named by what they do in
/// ECMAScript, and <c>meta.implementations</c> is the body of a function that makes them.
/// </summary>
internal sealed class XStateExport : IDisposable
{
    /// <summary>Nobody puts it into a page, and signs that stay as they are make it easier to read.</summary>
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Chart chart;
    private readonly ArrayBufferWriter<byte> buffer = new();
    private readonly Utf8JsonWriter json;

    private XStateExport(Chart chart)
    {
        this.chart = chart;
        json = new Utf8JsonWriter(buffer, Options);
    }

    public static void Write(Chart chart, Lines lines)
    {
        using var export = new XStateExport(chart);
        export.Write();
        foreach (var line in Encoding.UTF8.GetString(export.buffer.WrittenSpan).Split('\n'))
            lines.Write(line);
    }

    public void Dispose() => json.Dispose();

    private void Write()
    {
        json.WriteStartObject();
        json.WriteString("id", chart.Name);
        json.WriteString("description", string.Join('\n', chart.About));
        json.WriteStartObject("context");
        foreach (var (name, value) in chart.Variables)
        {
            json.WritePropertyName(name);
            json.WriteRawValue(value.Replace('\'', '"'));
        }

        json.WriteEndObject();
        json.WriteString("initial", Chart.Start);
        json.WriteStartObject("states");
        WriteState(Chart.Start, "before a user begins", null, chart.Starts, []);
        WriteState(Chart.Begun, "wherever the user is", chart.Surfaces[0].Id, chart.Everywhere, chart.Surfaces.Select<ChartSurface, Action>(surface =>
            () => WriteState(surface.Id, surface.Name, surface.Home, surface.Openings, surface.Screens.Select<ChartScreen, Action>(screen =>
                () => WriteState(screen.Id, screen.Name, null, screen.Transitions, [])))));
        json.WriteEndObject();
        json.WriteStartObject("meta");
        json.WriteStartArray("implementations");
        foreach (var line in Implementations())
            json.WriteStringValue(line);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        json.Flush();
    }

    private void WriteState(string id, string label, string? initial, IReadOnlyCollection<ChartTransition> transitions, IEnumerable<Action> children)
    {
        json.WriteStartObject(id);
        json.WriteString("id", id);
        json.WriteString("description", label);
        if (initial is not null)
            json.WriteString("initial", initial);
        json.WriteStartObject("on");
        foreach (var transition in transitions)
            WriteTransition(transition);
        json.WriteEndObject();
        if (initial is not null)
        {
            json.WriteStartObject("states");
            foreach (var writeChild in children)
                writeChild();
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private void WriteTransition(ChartTransition transition)
    {
        json.WriteStartObject(transition.Event);
        json.WriteString("description", transition.Label);
        if (transition.Guard != "true")
            json.WriteString("guard", transition.Guard);
        if (transition.Target is { } target)
            json.WriteString("target", $"#{target}");
        if (transition.Effect.Length > 0)
            json.WriteString("actions", transition.Effect);
        json.WriteEndObject();
    }

    /// <summary>What a guard or action reads is in variables, as the script has it, and goes back into the context.</summary>
    private IEnumerable<string> Implementations()
    {
        var variables = string.Join(", ", chart.Variables.Select(variable => variable.Name));
        ChartTransition[] transitions =
        [
            .. chart.Starts,
            .. chart.Everywhere,
            .. chart.Surfaces.SelectMany(surface => surface.Openings),
            .. chart.Surfaces.SelectMany(surface => surface.Screens).SelectMany(screen => screen.Transitions),
        ];
        return
        [
            $"var {variables};",
            $"function read(context) {{ ({{ {variables} }} = context); }}",
            $"function holds(guard) {{ return ({{ context }}) => {{ read(context); return guard(); }}; }}",
            $"function does(action) {{ return assign(({{ context }}) => {{ read(context); action(); return {{ {variables} }}; }}); }}",
            .. chart.Script,
            "return {",
            "  guards: {",
            .. transitions.Select(transition => transition.Guard).Where(guard => guard != "true").Distinct().Select(guard => $"    '{guard}': holds(() => {guard}),"),
            "  },",
            "  actions: {",
            .. transitions.Select(transition => transition.Effect).Where(effect => effect.Length > 0).Distinct().Select(effect => $"    '{effect}': does(() => {{ {effect} }}),"),
            "  },",
            "};",
        ];
    }
}
