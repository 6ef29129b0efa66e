namespace LoginVerification.Exploration;

/// <summary>A step as a property sees it. Immutable.</summary>
public readonly struct StepView
{
    private readonly PolicyModel model;
    private readonly ModelState from;
    private readonly ModelState to;
    private readonly Move move;

    internal StepView(PolicyModel model, ModelState from, ModelState to, Move move)
    {
        this.model = model;
        this.from = from;
        this.to = to;
        this.move = move;
    }

    /// <summary>Where it begins.</summary>
    public StateView From => new(model, from);

    /// <summary>Where it ends.</summary>
    public StateView To => new(model, to);

    /// <summary>Who takes it.</summary>
    public Actor Actor => model.ActorOf(move);

    /// <summary>The command, or null where time passes, the world acts, or the user goes elsewhere or registers a device.</summary>
    public EnrolmentCommand? Command => model.InputOf(move)?.Command;

    /// <summary>What happens to the enrolment, in no order.</summary>
    public IEnumerable<LifecycleTrigger> Events => move.Kind is MoveKind.Input ? model.Table[from.Shape, model.Inputs[move.Index]].Triggers : [];
}
