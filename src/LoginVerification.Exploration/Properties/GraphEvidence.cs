using System.Collections.Concurrent;

namespace LoginVerification.Exploration;

/// <summary>What the screens show: every state of the model that can be reached. Long looks at it end with an exception once they are cancelled. Thread-safe.</summary>
/// <param name="graph">The states.</param>
/// <param name="ownLimits">The policy's own limits, without the scale.</param>
/// <param name="signInsOf">Explores sign-ins, or remembers them.</param>
/// <param name="cancellationToken">Cancels them.</param>
internal sealed class GraphEvidence(
    StateGraph graph, EnrolmentLimits ownLimits, Func<EnrolmentLimits, IReadOnlySet<VerificationChannel>, CancellationToken, SignInGraph>? signInsOf = null, CancellationToken cancellationToken = default)
    : Evidence(ownLimits, graph.IsComplete)
{
    private readonly ReachableRefusals refusals = new(graph, cancellationToken);
    private readonly Move?[] moveOf = MovesByColumn(graph.Model);
    private readonly ConcurrentDictionary<(object Question, ModelState Start), bool> canReach = [];
    private readonly Lock reaching = new();
    private readonly Lock signingIn = new();

    /// <summary>Whether somebody asked to stop: what is known by then is told.</summary>
    public bool IsStopped => cancellationToken.IsCancellationRequested;

    public StateGraph Graph => graph;

    public PolicyModel Model => graph.Model;

    public DecisionTable Table => graph.Model.Table;

    /// <summary>All that any observer saw.</summary>
    private PackedObservations Seen => field.IsEmpty ? field = Look() : field;

    public override Observations SeenBy(ITableObserver observer) => Seen[Table.Observers.NumberOf(observer)];

    /// <summary>What is done where an observer sees a violation, and the lifecycle's states in which it sees one.</summary>
    public IEnumerable<string> ViolationsSeenBy(ITableObserver observer)
    {
        var number = Table.Observers.NumberOf(observer);
        foreach (var shape in Table.ShapeIds.Where(IsReached))
        {
            if (Has(Table.ObservationsIn(shape), number, Observations.Violation))
                yield return $"{Table[shape].State}";
            foreach (var column in Table.Columns.Where(column => Has(Table[shape, column].Observations, number, Observations.Violation) && IsAttempted(shape, column.Index)))
                yield return Table[column].Family;
        }
    }

    /// <summary>The first state of each class, screen and case.</summary>
    public IEnumerable<ModelState> Representatives => Graph.Representatives.Select(StateAt);

    /// <summary>The sign-ins of the policy, over the channels that come to protect in some state; null where none does.</summary>
    public SignInGraph? SignIns
    {
        get
        {
            lock (signingIn)
                return field ??= ExploreSignIns();
        }
    }

    /// <summary>What may be counted on to lead on: users, time, a delivered SMS and the host's staff, never STOP, invalidation or loss.</summary>
    public Filter ReliableMoves { get; } = ReliableMovesOf(graph.Model);

    /// <summary>From where VerificationEnabled can still be reached, over all links.</summary>
    public StateSet ReachingEnabled
    {
        get
        {
            lock (reaching)
                return field ??= ReachingWith(ReliableMoves, known: ReachingEnabledInSight);
        }
    }

    /// <summary>From where VerificationEnabled can still be reached, over visible links alone.</summary>
    public StateSet ReachingEnabledInSight
    {
        get
        {
            lock (reaching)
                return field ??= ReachingWith(ReliableMoves with { HiddenLinks = false });
        }
    }

    /// <summary>The same of any model.</summary>
    public static Filter ReliableMovesOf(PolicyModel model) => new(model.InputsWhere(input => input.Actor is not Actor.Environment), HiddenLinks: true, Adversity: false);

    private SignInGraph? ExploreSignIns()
    {
        var channels = Table.ShapeIds.Where(IsReached).Select(shape => Table[shape].Active).OfType<VerificationChannel>().ToHashSet();
        return channels.Count == 0 ? null
            : signInsOf is null ? SignInGraph.Of(Model.Policy.Limits, channels, cancellationToken: cancellationToken)
            : signInsOf(Model.Policy.Limits, channels, cancellationToken);
    }

    /// <summary>Every kind of refusal that a user can meet.</summary>
    public IEnumerable<ReachableRefusal> Refusals => refusals.All();

    /// <summary>States of served classes from which only the host's staff leads on to VerificationEnabled.</summary>
    public int OperatorOnly
    {
        get
        {
            var alone = ReachingWith(MovesOf(Reliance.HiddenLinks));
            return checked((int)Graph.CountOf(ReachingEnabled, without: alone, number => Model.Classes[number.Index].IsServed));
        }
    }

    /// <summary>A violation that shows in a state.</summary>
    public Violation ViolationIn(ModelState state)
    {
        var screen = Model.ScreenOf(state);
        return new Violation { Class = Model.ClassOf(state), Surface = screen.Surface, Screen = screen.Name, State = Model.LifecycleOf(state) };
    }

    public ModelState StateAt(Position position) => Model.Codec.Unpack(Graph[position]);

    /// <summary>The classes of numbers that some surface takes.</summary>
    public IReadOnlyList<ClassId> ServedClasses => field ??= [.. Model.ClassIds.Where(number => Model.Classes[number.Index].IsServed)];

    public bool IsServed(ModelState state) => Model.ClassOf(state).IsServed;

    /// <summary>Whether the channel that protects can reach the owner.</summary>
    public bool IsUsable(ModelState state) => Table.IsUsable(state.Shape, state.Device);

    /// <summary>What leads on where so much is counted on.</summary>
    public Filter MovesOf(Reliance reliance) => new(
        reliance.HasFlag(Reliance.Staff) ? ReliableMoves.Inputs : Model.InputsWhere(input => input.Actor is Actor.User or Actor.Time),
        HiddenLinks: reliance.HasFlag(Reliance.HiddenLinks),
        Adversity: false);

    /// <summary>The states that reliable moves lead to from one.</summary>
    public StateGraph From(in ModelState start) => StateGraph.From(Model, [Model.Codec.Pack(start)], ReliableMoves, cancellationToken);

    /// <summary>From where a goal can still be reached, by reliable moves.</summary>
    /// <param name="isGoal">The goal; pure.</param>
    /// <param name="tellsClasses">Whether it depends on the class of the numbers.</param>
    public StateSet Reaching(Func<ModelState, bool> isGoal, bool tellsClasses = true) => Graph.Reaching(isGoal, ReliableMoves, tellsClasses, null, cancellationToken);

    /// <summary>The same by some moves, of a goal that may depend on the class.</summary>
    public StateSet Reaching(Func<ModelState, bool> isGoal, Filter moves) => Graph.Reaching(isGoal, moves, tellsClasses: true, null, cancellationToken);

    /// <exception cref="OperationCanceledException">Somebody asked to stop.</exception>
    public void ThrowIfStopped() => cancellationToken.ThrowIfCancellationRequested();

    /// <summary>Whether a goal can be reached from a state. Classes that are alike are asked once a question, so that goal and moves must not depend on which it is.</summary>
    /// <param name="question">Names the goal and the moves.</param>
    /// <param name="start">The state.</param>
    /// <param name="filter">The moves.</param>
    /// <param name="isGoal">The goal.</param>
    public bool CanReach(object question, in ModelState start, in Filter filter, Func<ModelState, bool> isGoal)
    {
        var asked = start with { Class = Model.FirstAlike(start.Class) };
        return canReach.TryGetValue((question, asked), out var known)
            ? known
            : canReach[(question, asked)] = StateGraph.CanReach(Model, Model.Codec.Pack(asked), filter, isGoal);
    }

    /// <summary>The first state in order that passes a test, or null.</summary>
    public Position? Find(Func<ModelState, bool> test) => Graph.Find(state => test(Model.Codec.Unpack(state)));

    /// <summary>The shortest way to a state; to a start, the beginning alone.</summary>
    public IReadOnlyList<Step> CounterexampleTo(Position position) =>
        Counterexample.To(Graph, position) is { Count: > 0 } steps ? steps : [Steps.Begin(Model, StateAt(position))];

    public IReadOnlyList<Step> CounterexampleTo(Position position, Move move) => Counterexample.To(Graph, position, move);

    /// <summary>The shortest way to a refusal, and the refusal.</summary>
    public IReadOnlyList<Step> CounterexampleTo(ReachableRefusal refused) => CounterexampleTo(refused.Position, refused.Column);

    /// <summary>The shortest way to a state, and a refusal that is met there.</summary>
    public IReadOnlyList<Step> CounterexampleTo(Position position, ColumnId refused) =>
        [.. Counterexample.To(Graph, position), Steps.Refused(Model, StateAt(position), refused)];

    /// <summary>Where a user gets stuck on the way from a start to VerificationEnabled: see <see cref="DeadEnd"/>.</summary>
    public IReadOnlyList<Step> DeadEndFrom(in ModelState start, in Filter filter, string nowhere) => DeadEndFrom([Model.Codec.Pack(start)], filter, _ => nowhere);

    /// <summary>The shortest of the ways to where a user gets stuck from some starts.</summary>
    public IReadOnlyList<Step> DeadEndFrom(IReadOnlyList<StateId> starts, in Filter filter, Func<ModelState, string> nowhere) =>
        DeadEnd.From(Model, starts, filter, nowhere, cancellationToken);

    public override IReadOnlyList<Step> CounterexampleOf(ITableObserver observer, Observations sought)
    {
        var number = Table.Observers.NumberOf(observer);
        foreach (var position in Graph.Positions)
        {
            var state = StateAt(position);
            if (Has(Table.ObservationsIn(state.Shape), number, sought))
                return CounterexampleTo(position);
            for (var inputs = Model.Guards.AttemptedIn(state, Model.CaseOf(state)); !inputs.IsEmpty; inputs = inputs.WithoutFirst)
            {
                if (inputs.First is var move && Has(Table[state.Shape, Model.Inputs[move.Index]].Observations, number, sought))
                    return CounterexampleTo(position, move);
            }
        }

        return [];
    }

    private bool IsReached(ShapeId shape) => Graph.Reaches(shape);

    private bool IsAttempted(ShapeId shape, int column) => moveOf[column] is { } move && Graph.AttemptedIn(shape).Contains(move);

    private PackedObservations Look()
    {
        var seen = default(PackedObservations);
        foreach (var shape in Table.ShapeIds.Where(IsReached))
        {
            seen |= Table.ObservationsIn(shape);
            var row = Table.RowOf(shape);
            for (var column = 0; column < row.Length; column++)
            {
                if (!row[column].Observations.IsEmpty && IsAttempted(shape, column))
                    seen |= row[column].Observations;
            }
        }

        return seen;
    }

    private StateSet ReachingWith(Filter filter, StateSet? known = null) => Graph.Reaching(Model.IsEnabled, filter, tellsClasses: false, known, cancellationToken);

    private static Move?[] MovesByColumn(PolicyModel model)
    {
        var moves = new Move?[model.Table.Inputs.Length];
        foreach (var (index, column) in model.Inputs.Index())
            moves[column.Index] = new Move(MoveKind.Input, index);
        return moves;
    }
}
