namespace LoginVerification.Exploration;

/// <summary>
/// From every reachable state of a served class the goal can still be reached: AG EF in CTL. A counterexample of it is no single path, so that
/// the steps into the trap are told: see <see cref="TrapEntry"/>.
/// </summary>
internal abstract class TrapProperty(string name, string meaning) : GraphProperty(name, PropertyKind.Reachability, meaning)
{
    protected override PropertyVerdict Look(GraphEvidence evidence)
    {
        var reaching = Reaching(evidence);
        if (evidence.Graph.Find(state => !reaching.Contains(state) && Concerns(state)) is not { } trap)
            return evidence.Graph.Find(Concerns) is null ? Vacuous(Trigger) : Proved();
        var entries = Entries(evidence, reaching);
        return entries.MinBy(entry => entry.Trace.Count) is { } nearest
            ? Violated(nearest.ToString(), entries.Select(Of), nearest.Trace) with { TrapEntries = entries }
            : Violated("no start leads to the goal", [evidence.ViolationIn(evidence.StateAt(trap))], StoryTo(evidence, trap));

        static Violation Of(TrapEntry entry) => new() { Class = entry.Class, Surface = entry.Surface, Screen = entry.Screen, State = entry.Trace[^1].State };

        bool Concerns(StateId state) => this.Concerns(evidence, evidence.Model.Codec.Unpack(state));
    }

    /// <summary>What has to occur for it to say anything.</summary>
    protected virtual string Trigger => NoServedClass;

    protected virtual bool Concerns(GraphEvidence evidence, ModelState state) => evidence.IsServed(state);

    protected abstract StateSet Reaching(GraphEvidence evidence);

    /// <summary>Which moves may lead to the goal.</summary>
    protected virtual Filter MovesOf(GraphEvidence evidence) => evidence.ReliableMoves;

    /// <summary>The way to a trapped state; from a trapped start, as far as a user gets.</summary>
    private IReadOnlyList<Step> StoryTo(GraphEvidence evidence, Position trap) => evidence.Graph.PathTo(trap).Count > 1
        ? evidence.CounterexampleTo(trap)
        : evidence.DeadEndFrom(evidence.StateAt(trap), MovesOf(evidence), "nothing that can be reached from here offers it");

    /// <summary>The steps into the trap.</summary>
    protected virtual IReadOnlyList<TrapEntry> Entries(GraphEvidence evidence, StateSet reaching) =>
        TrapEntryFinder.Of(evidence, reaching, state => Concerns(evidence, state));
}
