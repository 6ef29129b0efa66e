namespace LoginVerification.Exploration;

/// <summary>From every reachable state of a served class the goal can still be reached. What breaks it are closed doors.</summary>
internal abstract class TrapProperty(string name, string meaning) : GraphProperty(name, PropertyKind.Reachability, meaning)
{
    protected override PropertyVerdict Look(GraphEvidence evidence)
    {
        var reaching = Reaching(evidence);
        var trap = evidence.Graph.Order.FindIndex(state => !reaching.Contains(state) && Concerns(evidence, evidence.Product.PlaceOf(state)));
        if (trap < 0)
            return evidence.Graph.Order.Exists(state => Concerns(evidence, evidence.Product.PlaceOf(state))) ? Proved() : Vacuous(Trigger);
        var doors = Doors(evidence, reaching);
        return doors.MinBy(door => door.Story.Count) is { } nearest
            ? Violated(nearest.ToString(), nearest.Story) with { TrapEntries = doors }
            : Violated("no start leads to the goal", evidence.StoryTo(trap));
    }

    /// <summary>What has to occur for it to say anything.</summary>
    protected virtual string Trigger => "no class of numbers is served";

    protected virtual bool Concerns(GraphEvidence evidence, ModelState place) => evidence.IsServed(place);

    protected abstract StateSet Reaching(GraphEvidence evidence);

    /// <summary>What closed the doors.</summary>
    protected virtual IReadOnlyList<TrapEntry> Doors(GraphEvidence evidence, StateSet reaching) =>
        TrapEntryFinder.Of(evidence, reaching, place => Concerns(evidence, place));
}
