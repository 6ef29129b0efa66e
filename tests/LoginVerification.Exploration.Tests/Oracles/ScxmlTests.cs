using System.Xml.Linq;
using LoginVerification.Exploration.Tests.Support;

namespace LoginVerification.Exploration.Tests.Oracles;

/// <summary>An interpreter of SCXML walks the statechart, and finds what the explorer found; its elements are those of the standard.</summary>
public class ScxmlTests
{
    private const string Package = "@scion-scxml/scxml";

    private static readonly NodeScript Script = new("scxml.cjs");
    private static readonly XNamespace Namespace = "http://www.w3.org/2005/07/scxml";

    /// <summary>What the chapter of each element allows, as far as it is used: "&lt;scxml&gt;" (3.2), "&lt;state&gt;" (3.3), "&lt;transition&gt;" (3.5), "&lt;datamodel&gt;" and "&lt;data&gt;" (5.2, 5.3), "&lt;script&gt;" (5.8).</summary>
    private static readonly Dictionary<string, (string[] Attributes, string[] Children)> Allowed = new(StringComparer.Ordinal)
    {
        ["scxml"] = (["initial", "name", "version", "datamodel", "binding"], ["datamodel", "script", "state"]),
        ["state"] = (["id", "initial"], ["transition", "state"]),
        ["transition"] = (["event", "cond", "target", "type"], ["script"]),
        ["datamodel"] = ([], ["data"]),
        ["data"] = (["id", "src", "expr"], []),
        ["script"] = (["src"], []),
    };

    /// <summary>The other interpreter takes the others, for the chart is one.</summary>
    public static TheoryData<string> Walked => Full.IsAsked ? Policies.Shipped : ["twitter-2014"];

    [NeedsNodeTheory(Package)]
    [MemberData(nameof(Walked))]
    public async Task Walks_the_states_and_edges_of_the_explorer(string name)
    {
        var policy = TestPolicies.Load(name);

        var found = await Script.WalkAsync(Export.Text(policy, ExportFormat.Scxml, Policies.ChartedScale));

        Assert.Equal(WalkFindings.Of(Export.GraphOf(policy, Policies.ChartedScale)).Lines(), found.Lines());
    }

    [NeedsNodeFact(Package)]
    public async Task Takes_any_name_and_shows_labels_but_for_what_XML_cannot_hold()
    {
        var found = await Script.WalkAsync(Export.Text(HostilePolicy.Policy, ExportFormat.Scxml, Policies.ChartedScale));

        Assert.Equal(HostilePolicy.Explored.Lines(label => HostilePolicy.Whole(label).Replace(HostilePolicy.Control, "\uFFFD", StringComparison.Ordinal)), found.Lines());
    }

    [NeedsNodeFact(Package)]
    public async Task Counts_otherwise_once_a_guard_is_broken()
    {
        var broken = Export.Broken(
            Export.Text(HostilePolicy.Policy, ExportFormat.Scxml, Policies.ChartedScale), "function accepts_SubmitPhone() {", "function accepts_SubmitPhone() { return false;");

        Assert.NotEqual(HostilePolicy.Explored.Counts, (await Script.WalkAsync(broken)).Counts);
    }

    [Theory]
    [MemberData(nameof(Policies.Shipped), MemberType = typeof(Policies))]
    public void Has_the_elements_of_the_standard_and_every_target_is_a_state(string name) => IsSound(ShippedPolicies.Load(name));

    [Fact]
    public void Has_the_elements_of_the_standard_whatever_the_names() => IsSound(HostilePolicy.Policy);

    private static void IsSound(EnrolmentPolicy policy)
    {
        var root = XDocument.Parse(Export.Text(policy, ExportFormat.Scxml, Policies.ChartedScale)).Root!;
        Assert.Equal((Namespace + "scxml", "1.0", "ecmascript"), (root.Name, root.Attribute("version")?.Value, root.Attribute("datamodel")?.Value));
        Assert.All(root.DescendantsAndSelf(), element =>
        {
            Assert.Equal(Namespace, element.Name.Namespace);
            var (attributes, children) = Allowed[element.Name.LocalName];
            Assert.Subset(attributes.ToHashSet(), element.Attributes().Where(attribute => attribute.Name.Namespace == XNamespace.None && !attribute.IsNamespaceDeclaration).Select(attribute => attribute.Name.LocalName).ToHashSet());
            Assert.Subset(children.ToHashSet(), element.Elements().Select(child => child.Name.LocalName).ToHashSet());
        });
        var states = root.Descendants(Namespace + "state").ToDictionary(state => state.Attribute("id")!.Value);
        Assert.All(root.Descendants().Attributes("target"), target => Assert.Contains(target.Value, (IReadOnlyDictionary<string, XElement>)states));
        Assert.All(root.DescendantsAndSelf().Where(state => state.Attribute("initial") is not null), state =>
            Assert.Contains(states[state.Attribute("initial")!.Value], state.Elements(Namespace + "state")));
        // Events and identifiers are tokens, so that no sign in them means something else (3.12.1).
        Assert.All(root.Descendants().Attributes("event").Concat(root.Descendants().Attributes("id")), name => Assert.Matches("^[A-Za-z][A-Za-z0-9_]*$", name.Value));
        Assert.All(states.Values, state => Assert.Distinct(state.Elements(Namespace + "transition").Select(transition => transition.Attribute("event")!.Value)));
    }
}
