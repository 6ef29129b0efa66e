namespace LoginVerification.Exploration;

/// <summary>
/// What one user does in favourable circumstances, to whom every SMS arrives at once, and who registers a device where the app channel is offered.
/// Nobody waits, nobody errs, and no staff helps.
/// </summary>
internal sealed class UserMoves(PolicyModel model)
{
    private readonly MoveSet favourable = model.InputsWhere(input => input is { Actor: Actor.User, Adverse: null });

    /// <summary>Who never did anything, at the home of a surface.</summary>
    public StateId Start(ClassId number, Screen home, bool device) => model.Codec.Pack(PolicyModel.Start(number, home, device));

    /// <summary>The states after a state, each with its move.</summary>
    public IReadOnlyList<Successor> From(StateId state, RouteLinks links)
    {
        var next = new List<Successor>();
        foreach (var (move, to) in model.Successors(state, new Filter(favourable, HiddenLinks: links is RouteLinks.All, Adversity: false)))
            next.Add(new Successor(move, Delivered(to)));
        return next;
    }

    /// <summary>The action of a move; null where the user goes elsewhere or registers a device.</summary>
    public EnrolmentAction? ActionOf(Move move) => model.InputOf(move)?.Choice?.Action;

    private StateId Delivered(StateId id)
    {
        var state = model.Codec.Unpack(id);
        return state.Message is SmsDelivery.OnItsWay ? model.Codec.Pack(state with { Message = SmsDelivery.Arrived }) : id;
    }
}
