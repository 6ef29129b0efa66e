namespace LoginVerification.Exploration;

/// <summary>What the screens show: every state of the product that can be reached. Long looks at it end with an exception once they are cancelled.</summary>
internal sealed class GraphEvidence(StateGraph graph, CancellationToken cancellationToken = default) : Evidence(graph.Product.Table, graph.IsComplete)
{
    private readonly ReachableRefusals refusals = new(graph, cancellationToken);
    private readonly int[] moveOf = MovesByInput(graph.Product);
    private bool[]? usable;

    public StateGraph Graph => graph;

    public PolicyModel Product => graph.Product;

    /// <summary>The first place of each class, screen and case.</summary>
    public IEnumerable<ModelState> Representatives => Graph.Representatives.Select(position => Product.PlaceOf(Graph.Order[position]));

    /// <summary>What may be counted on to lead on: users, time, a delivered SMS and the host's staff, never STOP, invalidation or loss.</summary>
    public Filter ReliableMoves { get; } = new(graph.Product.MovesWhere(input => input.Actor is not Actor.Environment), HiddenLinks: true, Adversity: false);

    /// <summary>From where VerificationEnabled can still be reached, over all links.</summary>
    public StateSet ReachingEnabled => field ??= ReachingWith(ReliableMoves, known: ReachingEnabledInSight);

    /// <summary>From where VerificationEnabled can still be reached, over visible links alone.</summary>
    public StateSet ReachingEnabledInSight => field ??= ReachingWith(ReliableMoves with { HiddenLinks = false });

    /// <summary>Every kind of refusal that a user can meet.</summary>
    public IEnumerable<ReachableRefusal> Refusals => refusals.All();

    /// <summary>States of served classes from which only the host's staff leads on to VerificationEnabled.</summary>
    public int OperatorOnly
    {
        get
        {
            var alone = ReachingWith(ReliableMoves with { Inputs = Product.MovesWhere(input => input.Actor is Actor.User or Actor.Time) });
            return Graph.Order.Count(state => ReachingEnabled.Contains(state) && !alone.Contains(state) && IsServed(Product.PlaceOf(state)));
        }
    }

    public bool IsServed(ModelState place) => Product.Classes[place.Class].IsServed;

    public bool IsEnabled(ModelState place) => Product.StateOf(place) is EnrolmentState.VerificationEnabled;

    /// <summary>Whether the channel that protects can reach the owner.</summary>
    public bool IsUsable(ModelState place) => (usable ??= UsableChannels())[(place.Shape * 2) + (place.Device ? 1 : 0)];

    /// <summary>The first state in order that passes a test, as a position, or −1.</summary>
    public int FirstPosition(Func<ModelState, bool> test) => Graph.Order.FindIndex(state => test(Product.PlaceOf(state)));

    public IReadOnlyList<TraceStep> StoryTo(int position) => new Counterexample(Graph).To(position);

    public IReadOnlyList<TraceStep> StoryTo(int position, int move) => [.. StoryTo(position), Labels.Step(Product, Product.PlaceOf(Graph.Order[position]), move)];

    /// <summary>The shortest way to a refusal, and the refusal.</summary>
    public IReadOnlyList<TraceStep> StoryTo(ReachableRefusal refused)
    {
        var input = Array.IndexOf(Table.Inputs, refused.Input);
        var shape = Product.PlaceOf(Graph.Order[refused.Position]).Shape;
        return
        [
            .. StoryTo(refused.Position),
            Labels.Step(Table, shape, input) with
            {
                Outcome = $"refused: {refused.Refusal.Code}",
                State = Table.Shapes[shape].State,
                Surface = refused.Page.Surface,
                Screen = refused.Page.Screen.Name,
                Class = refused.Class,
            },
        ];
    }

    public override IReadOnlyList<TraceStep> StoryOfViolation(LifecycleProperty property)
    {
        var index = IndexOf(property);
        for (var position = 0; position < Graph.Order.Count; position++)
        {
            var place = Product.PlaceOf(Graph.Order[position]);
            if (PackedObservations.Unpack(index, Table.Observations[place.Shape]).HasFlag(Observations.Violation))
                return StoryTo(position);
            for (var move = 0; move < Product.Moves.Length; move++)
            {
                if ((Product.AllowedIn(place) >> move & 1) != 0
                    && PackedObservations.Unpack(index, Table[place.Shape, Product.Moves[move]].Observations).HasFlag(Observations.Violation))
                {
                    return StoryTo(position, move);
                }
            }
        }

        return [];
    }

    protected override bool IsReached(int shape) => Graph.Reached[shape];

    protected override bool IsAttempted(int shape, int input) => moveOf[input] >= 0 && (Graph.Attempted[shape] >> moveOf[input] & 1) != 0;

    private bool[] UsableChannels()
    {
        var channels = new bool[2 * Table.Shapes.Length];
        for (var shape = 0; shape < Table.Shapes.Length; shape++)
        {
            if (Table.Shapes[shape].Active is not { } active)
                continue;
            var enrolment = Table.ExampleOf(shape);
            channels[2 * shape] = ChannelUse.Check(enrolment, active, deviceRegistered: false) is null;
            channels[(2 * shape) + 1] = ChannelUse.Check(enrolment, active, deviceRegistered: true) is null;
        }

        return channels;
    }

    /// <summary>From where a goal can still be reached, with hope.</summary>
    public StateSet Reaching(Func<ModelState, bool> isGoal) => Graph.Reaching(isGoal, ReliableMoves, null, cancellationToken);

    private StateSet ReachingWith(Filter filter, StateSet? known = null) => Graph.Reaching(IsEnabled, filter, known, cancellationToken);

    private static int[] MovesByInput(PolicyModel product)
    {
        var moves = Enumerable.Repeat(-1, product.Table.Inputs.Length).ToArray();
        for (var move = 0; move < product.Moves.Length; move++)
            moves[product.Moves[move]] = move;
        return moves;
    }
}
