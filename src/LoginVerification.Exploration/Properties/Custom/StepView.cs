namespace LoginVerification.Exploration;

/// <summary>A step as a property sees it. Immutable.</summary>
public readonly struct StepView
{
    private readonly PolicyModel product;
    private readonly ModelState from;
    private readonly ModelState to;
    private readonly int move;

    internal StepView(PolicyModel product, ModelState from, ModelState to, int move)
    {
        this.product = product;
        this.from = from;
        this.to = to;
        this.move = move;
    }

    /// <summary>Where it begins.</summary>
    public StateView From => new(product, from);

    /// <summary>Where it ends.</summary>
    public StateView To => new(product, to);

    /// <summary>Who takes it.</summary>
    public Actor Actor => product.ActorOf(move);

    /// <summary>The command, or null where time passes, the world acts, or the user goes elsewhere.</summary>
    public EnrolmentCommand? Command => Input?.Command;

    /// <summary>What happens to the enrolment, in no order.</summary>
    public IEnumerable<LifecycleTrigger> Events
    {
        get
        {
            var events = Input is null ? 0 : product.Table[from.Shape, product.Moves[move]].Events;
            return Enum.GetValues<LifecycleTrigger>().Where(trigger => (events & Cell.Bit(trigger)) != 0);
        }
    }

    private Input? Input => move < Move.MostInputs ? product.Table.Inputs[product.Moves[move]] : null;
}
