using System.Xml;

namespace LoginVerification.Exploration;

/// <summary>Writes a statechart as SCXML 1.0 with the ECMAScript data model (appendix B.2).</summary>
internal static class ScxmlExport
{
    private const string Namespace = "http://www.w3.org/2005/07/scxml";

    /// <summary>SCXML has no place for what a reader calls a state or an event; attributes of another namespace are allowed (3.2.1).</summary>
    private const string OwnNamespace = "urn:login-verification:scxml";

    private static readonly XmlWriterSettings Settings = new() { Indent = true, NewLineChars = "\n" };

    public static void Write(Chart chart, Lines lines)
    {
        using var text = new StringWriter();
        using (var xml = XmlWriter.Create(text, Settings))
            Write(chart, xml);
        foreach (var line in text.ToString().Split('\n'))
            lines.Write(line);
    }

    private static void Write(Chart chart, XmlWriter xml)
    {
        xml.WriteProcessingInstruction("xml", "version=\"1.0\" encoding=\"utf-8\"");
        xml.WriteComment($"\n{string.Join('\n', chart.About)}\n");
        xml.WriteStartElement("scxml", Namespace);
        xml.WriteAttributeString("xmlns", "lv", null, OwnNamespace);
        xml.WriteAttributeString("version", "1.0");
        xml.WriteAttributeString("datamodel", "ecmascript");
        // An interpreter may make a function by this name.
        xml.WriteAttributeString("name", chart.Id);
        xml.WriteAttributeString("initial", Chart.Start);
        xml.WriteAttributeString("label", OwnNamespace, chart.Name);
        xml.WriteStartElement("datamodel");
        foreach (var (name, value) in chart.Variables)
        {
            xml.WriteStartElement("data");
            xml.WriteAttributeString("id", name);
            xml.WriteAttributeString("expr", value);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteElementString("script", Namespace, $"\n{string.Join('\n', chart.Script)}\n");
        WriteState(xml, Chart.Start, "before a user begins", null, chart.Starts, []);
        WriteState(xml, Chart.Begun, "wherever the user is", chart.Surfaces[0].Id, chart.Everywhere, chart.Surfaces.Select<ChartSurface, Action>(surface =>
            () => WriteState(xml, surface.Id, surface.Name, surface.Home, surface.Openings, surface.Screens.Select<ChartScreen, Action>(screen =>
                () => WriteState(xml, screen.Id, screen.Name, null, screen.Transitions, [])))));
        xml.WriteEndElement();
    }

    private static void WriteState(XmlWriter xml, string id, string label, string? initial, IEnumerable<ChartTransition> transitions, IEnumerable<Action> children)
    {
        xml.WriteStartElement("state", Namespace);
        xml.WriteAttributeString("id", id);
        if (initial is not null)
            xml.WriteAttributeString("initial", initial);
        xml.WriteAttributeString("label", OwnNamespace, Allowed(label));
        foreach (var transition in transitions)
            WriteTransition(xml, transition);
        foreach (var writeChild in children)
            writeChild();
        xml.WriteEndElement();
    }

    private static void WriteTransition(XmlWriter xml, ChartTransition transition)
    {
        xml.WriteStartElement("transition", Namespace);
        xml.WriteAttributeString("event", transition.Event);
        if (transition.Guard != "true")
            xml.WriteAttributeString("cond", transition.Guard);
        if (transition.Target is { } target)
            xml.WriteAttributeString("target", target);
        xml.WriteAttributeString("label", OwnNamespace, Allowed(transition.Label));
        if (transition.Effect.Length > 0)
            xml.WriteElementString("script", Namespace, transition.Effect);
        xml.WriteEndElement();
    }

    /// <summary>XML has no way to write some characters (XML 1.0, 2.2), and a policy's author writes labels as he likes.</summary>
    private static string Allowed(string label) => string.Concat(label.EnumerateRunes().Select(rune =>
        rune.IsBmp && !XmlConvert.IsXmlChar((char)rune.Value) ? "\uFFFD" : rune.ToString()));
}
