namespace LoginVerification.Exploration;

/// <summary>
/// What one user without a device does in favourable circumstances, to whom every SMS arrives at once. Nobody waits, nobody errs, and
/// no staff helps.
/// </summary>
internal sealed class UserMoves(PolicyModel product)
{
    private readonly ulong favourable = product.MovesWhere(input => input is { Actor: Actor.User, Adverse: null });

    /// <summary>Who never did anything, at the home of a surface.</summary>
    public int Start(int number, int home) => product.IndexOf(new ModelState(number, home, 0, Device: false, SmsDelivery.None));

    public bool IsEnabled(ModelState place) => product.StateOf(place) is EnrolmentState.VerificationEnabled;

    /// <summary>The states after a state, each with its move.</summary>
    public IReadOnlyList<(int Move, int To)> From(int state, RouteLinks links)
    {
        Span<int> targets = stackalloc int[Move.Most];
        Span<int> moves = stackalloc int[Move.Most];
        var count = product.Expand(state, new Filter(favourable, HiddenLinks: links is RouteLinks.All, Adversity: false), targets, moves);
        var next = new List<(int, int)>(count);
        for (var i = 0; i < count; i++)
            next.Add((moves[i], Delivered(targets[i])));
        return next;
    }

    /// <summary>The action of a move; null where the user goes elsewhere.</summary>
    public EnrolmentAction? ActionOf(int move) => move < Move.MostInputs ? product.Table.Inputs[product.Moves[move]].Action : null;

    /// <summary>The way to another screen that a move takes; null where it gives a command.</summary>
    public Trail? TrailOf(ModelState place, int move) => move < Move.FirstTrail ? null : product.Site.Pages[place.Page].Trails[move - Move.FirstTrail];

    private int Delivered(int state)
    {
        var place = product.PlaceOf(state);
        return place.Message is SmsDelivery.OnItsWay ? product.IndexOf(place with { Message = SmsDelivery.Arrived }) : state;
    }
}
