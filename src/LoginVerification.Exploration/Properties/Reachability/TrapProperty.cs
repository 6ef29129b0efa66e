namespace LoginVerification.Exploration;

/// <summary>
/// From every reachable state of a served class the goal can still be reached: AG EF in CTL. A counterexample of it is no single path, so that
/// first the starts that are trapped already are told, and then the steps into the trap: see <see cref="TrappedStart"/> and <see cref="TrapEntry"/>.
/// </summary>
internal abstract class TrapProperty(string name, string meaning) : GraphProperty(name, PropertyKind.Reachability, meaning)
{
    protected override PropertyVerdict Look(GraphEvidence evidence)
    {
        var reaching = Reaching(evidence);
        if (evidence.Graph.Find(state => !reaching.Contains(state) && Counts(state)) is null)
            return evidence.Graph.Find(Counts) is null ? Vacuous(Trigger) : Proved();
        List<StateId> starts = [.. evidence.Model.Starts().Where(start => !reaching.Contains(start) && Counts(start))];
        var told = TrappedStarts.Told(evidence.Model, starts);
        var doors = TrapEntryFinder.Of(evidence, reaching, state => Concerns(evidence, state), state => Missing(evidence, state));
        IEnumerable<Violation> violations = [.. told.Select(Of), .. doors.Select(Of)];
        var verdict = starts.Count > 0
            ? Violated($"{Nothing} from the outset: {TrappedStarts.InWords(told)}", violations, StoryFrom(evidence, starts))
            : Violated($"{doors.MinBy(door => door.Trace.Count)}", violations, doors.MinBy(door => door.Trace.Count)!.Trace);
        return verdict with { TrappedStarts = told, TrapEntries = doors };

        bool Counts(StateId state) => Concerns(evidence, evidence.Model.Codec.Unpack(state));
    }

    /// <summary>What has to occur for it to say anything.</summary>
    protected virtual string Trigger => NoServedClass;

    /// <summary>What is said of a state from which no allowed move leads to the goal.</summary>
    protected virtual string Nothing => "nothing leads on";

    protected virtual bool Concerns(GraphEvidence evidence, ModelState state) => evidence.IsServed(state);

    protected abstract StateSet Reaching(GraphEvidence evidence);

    /// <summary>Which moves may lead to the goal.</summary>
    protected virtual Filter MovesOf(GraphEvidence evidence) => evidence.ReliableMoves;

    /// <summary>What is missing in a trapped state.</summary>
    protected virtual string Missing(GraphEvidence evidence, ModelState trapped) => Nothing;

    /// <summary>From the trapped starts as far as a user gets.</summary>
    private IReadOnlyList<Step> StoryFrom(GraphEvidence evidence, IReadOnlyList<StateId> starts) =>
        evidence.DeadEndFrom(starts, MovesOf(evidence), state => Missing(evidence, state) is var missing && missing != Nothing ? missing : "nothing that can be reached from here offers it");

    private static Violation Of(TrappedStart start) => new() { Class = start.Class, Surface = start.Surface, State = EnrolmentState.NoPhone };

    private static Violation Of(TrapEntry door) => new() { Class = door.Class, Surface = door.Surface, Screen = door.Screen, State = door.Trace[^1].State };
}
