namespace LoginVerification.Exploration;

/// <summary>
/// Every shape that sign-ins reach under one policy's limits, and what each input comes to there: the deciders of production are asked. It begins with a
/// verified number and each channel that can come to protect. Immutable and thread-safe.
/// </summary>
internal sealed class SignInGraph
{
    private readonly SignInSpace space;
    private readonly Dictionary<SignInShape, int> ids = [];
    private readonly List<SignInShape> shapes = [];
    private readonly List<(int From, int Input)> origins = [];
    private readonly List<SignInEdge> edges = [];
    private readonly List<SignInAnswered> answers = [];
    private readonly Func<Situation, EnrolmentCommand, Decision> decide;

    private SignInGraph(EnrolmentLimits limits, IReadOnlySet<VerificationChannel> channels, Func<Situation, EnrolmentCommand, Decision> decide, CancellationToken cancellationToken)
    {
        this.decide = decide;
        space = new SignInSpace(limits);
        Inputs = [.. SignInInputs.All(limits).Where(input => input.Command is not UserCommand { Choice.Channel: { } channel } || channels.Contains(channel))];
        IdOf(new SignInShape(), -1, -1);
        for (var from = 0; from < shapes.Count; from++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var example = space.Example(shapes[from]);
            for (var input = 0; input < Inputs.Count; input++)
                Put(from, example, input);
        }
    }

    public IReadOnlyList<SignInInput> Inputs { get; }

    public IReadOnlyList<SignInShape> Shapes => shapes;

    /// <summary>What leads on.</summary>
    public IReadOnlyList<SignInEdge> Edges => edges;

    /// <summary>What was answered to every command in every shape, whether something happened or not.</summary>
    public IReadOnlyList<SignInAnswered> Answers => answers;

    /// <summary>Explores the sign-ins of limits, over the channels that can come to protect.</summary>
    /// <param name="limits">The limits, at their scale.</param>
    /// <param name="channels">The channels.</param>
    /// <param name="decide">What decides; <see cref="Decider"/> itself, but for tests that show what a flawed one leads to.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <exception cref="OperationCanceledException">It was ended early.</exception>
    public static SignInGraph Of(
        EnrolmentLimits limits, IReadOnlySet<VerificationChannel> channels, Func<Situation, EnrolmentCommand, Decision>? decide = null, CancellationToken cancellationToken = default) =>
        new(limits, channels, decide ?? ((situation, command) => Decider.Decide(situation, command)), cancellationToken);

    /// <summary>Whether the channel that protects can reach the owner.</summary>
    public bool IsUsable(SignInShape shape) => shape.Active is { } active && ChannelUse.Check(space.Example(shape), active, shape.Device, senderIsLive: false) is null;

    /// <summary>Whether only staff take the lock off, so that nobody who signs in can do anything about it.</summary>
    public bool IsLockedForGood(SignInShape shape) => shape.Failures >= space.Limits.Lock.FinalFailures;

    /// <summary>The shapes from which a goal among the edges can be reached, by the inputs that are let.</summary>
    public bool[] Reaching(Func<SignInEdge, bool> goal, Func<SignInInput, bool> allowed)
    {
        var reaching = new bool[shapes.Count];
        var into = edges.Where(edge => allowed(Inputs[edge.Input])).ToLookup(edge => edge.To);
        var found = new Queue<int>();
        foreach (var edge in edges)
        {
            if (goal(edge) && allowed(Inputs[edge.Input]))
                Find(edge.From);
        }

        while (found.TryDequeue(out var to))
        {
            foreach (var edge in into[to])
                Find(edge.From);
        }

        return reaching;

        void Find(int shape)
        {
            if (reaching[shape])
                return;
            reaching[shape] = true;
            found.Enqueue(shape);
        }
    }

    /// <summary>The shortest story to a shape.</summary>
    public IReadOnlyList<Step> StoryTo(int shape)
    {
        var story = new List<Step>();
        for (var (from, input) = origins[shape]; from >= 0; (from, input) = origins[from])
            story.Add(StepOf(from, input));
        story.Reverse();
        return story;
    }

    /// <summary>An input, and what comes of it.</summary>
    public Step StepOf(int from, int input) => new(Inputs[input].Name)
    {
        Outcome = edges.Find(edge => edge.From == from && edge.Input == input) is not { } edge ? $"refused: {answers.Find(answered => answered.Shape == from && answered.Input == input).Refusal}"
            : edge.Events.Count > 0 ? string.Join(", ", edge.Events.Select(Outcomes.Of)) : null,
        Actor = Inputs[input].Actor switch
        {
            SignInActor.Browser or SignInActor.Device or SignInActor.Session => Actor.User,
            SignInActor.Time => Actor.Time,
            SignInActor.Operator => Actor.Operator,
            _ => Actor.Environment,
        },
    };

    private void Put(int from, Enrolment example, int index)
    {
        var (shape, input) = (shapes[from], Inputs[index]);
        if (input.Timer is { } timer)
        {
            if (space.After(shape, timer) is { } after)
                edges.Add(new SignInEdge(from, index, IdOf(after, from, index), []));
            return;
        }

        var facts = input.Facts! with { DeviceRegistered = shape.Device };
        var decision = decide(new Situation(example, facts, space.Limits, Gate.Open), input.Command!);
        answers.Add(new SignInAnswered(from, index, decision.Refusal?.Code));
        if (decision.Events.Count > 0)
            edges.Add(new SignInEdge(from, index, IdOf(space.Of(decision.Events.Aggregate(example, Evolution.Apply)), from, index), [.. decision.Events.Select(happened => happened.Trigger)]));
    }

    private int IdOf(SignInShape shape, int from, int input)
    {
        if (ids.TryGetValue(shape, out var id))
            return id;
        ids.Add(shape, id = shapes.Count);
        shapes.Add(shape);
        origins.Add((from, input));
        return id;
    }
}

/// <summary>What an input comes to in a shape.</summary>
internal sealed record SignInEdge(int From, int Input, int To, IReadOnlyList<LifecycleTrigger> Events)
{
    /// <summary>Whether a browser is let in.</summary>
    public bool LetsIn => Events.Contains(LifecycleTrigger.SignInApproved) || Events.Contains(LifecycleTrigger.BackupCodeUsed);
}

/// <summary>What was answered to a command.</summary>
internal readonly record struct SignInAnswered(int Shape, int Input, RefusalCode? Refusal);
