namespace LoginVerification.Exploration;

/// <summary>A property of the states and screens together.</summary>
internal abstract class GraphProperty(string name, PropertyKind kind, string meaning) : PolicyProperty(name, kind, meaning)
{
    protected const string NoServedClass = "no class of numbers is served";

    protected const string NothingToSay = "what it speaks of never occurs";

    /// <summary>Whether one state or step that is seen is enough for a violation, however many others were not looked at.</summary>
    protected virtual bool ShowsAtOnce => false;

    internal sealed override PropertyVerdict Check(Evidence evidence)
    {
        if (evidence is not GraphEvidence { Graph: var graph } seen)
            throw new ArgumentException($"{Name} speaks of screens. Ask it of an exploration with screens.", nameof(evidence));
        if (graph.IsComplete || !NeedsGraph)
            return Look(seen);
        return ShowsAtOnce && Look(seen) is { Verdict: Verdict.Violated } violated ? violated : NotClosed();
    }

    protected abstract PropertyVerdict Look(GraphEvidence evidence);
}
