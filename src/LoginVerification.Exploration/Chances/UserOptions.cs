namespace LoginVerification.Exploration;

/// <summary>
/// What a user on the way to <c>VerificationEnabled</c> can do in a state, with weights: what the state calls for, where the screen offers it;
/// a wait, where nothing but a short timer holds it back; starting anew, where no code can be typed; registering a device for the app channel; and
/// the ways to other screens. Every
/// answer is that of the table or of the production decider. Not thread-safe.
/// </summary>
internal sealed class UserOptions
{
    private readonly PolicyModel model;
    private readonly EnrolmentBehaviour behaviour;
    private readonly double loss;
    private readonly Attempts attempts;
    private readonly (Move Move, MoveSet Alone, EnrolmentAction Action)[] commands;
    private readonly Move? mistyped;

    public UserOptions(PolicyModel model, EnrolmentBehaviour behaviour, double loss)
    {
        this.model = model;
        this.behaviour = behaviour;
        this.loss = loss;
        attempts = new Attempts(model);
        var inputs = model.Inputs.Index().Select(column => (Move: new Move(MoveKind.Input, column.Index), Input: model.Table[column.Item])).ToList();
        commands = [.. inputs.Where(entry => entry.Input is { Actor: Actor.User, Adverse: null }).Select(entry => (entry.Move, AloneOf(entry.Move), entry.Input.Choice!.Value.Action))];
        mistyped = inputs.Where(entry => entry.Input is { Command: ConfirmCode, Adverse.Name: AdverseFact.WrongCode }).Select(entry => (Move?)entry.Move).FirstOrDefault();
    }

    /// <summary>Whether a user makes use of an input, or of the end of a timer.</summary>
    public static bool Uses(Input input) => input switch
    {
        { Passing.Timer: Timer.Lock or Timer.ResendWait } => true,
        { Actor: not Actor.User } => false,
        { Command: ConfirmCode, Adverse.Name: AdverseFact.WrongCode } => true,
        { Adverse: null, Command: SubmitPhone or ResendCode or ConfirmCode or CancelPending or EnableVerification } => true,
        _ => false,
    };

    /// <summary>The options of a state in a fixed order; those without weight are left out.</summary>
    public IEnumerable<UserOption> In(UserState user) => Actions(user).Concat(Exits(user)).Where(option => option.Weight > 0);

    /// <summary>Whether the user needs another SMS and had as many as they would ask for.</summary>
    public bool IsOutOfSms(in ModelState state) =>
        // Whatever calls for another SMS calls for the number to be submitted, first or again.
        Needs(state).Contains(EnrolmentAction.SubmitPhone) && model.Table[state.Shape].First.Sends >= behaviour.MostSms;

    private IEnumerable<UserOption> Actions(UserState user)
    {
        var state = user.Model;
        var needs = Needs(state);
        var offered = model.Guards.OfferedIn(state, model.CaseOf(state));
        foreach (var (move, alone, action) in commands)
        {
            if (!offered.Contains(move) || user.Refused.Contains(move))
                continue;
            if (needs.Contains(action))
                yield return Attempt(user, move, alone);
            else if (action is EnrolmentAction.CancelPending && IsWithoutCode(user) && model.Guards.TakenIn(state, model.CaseOf(state)).Contains(move))
                yield return new UserOption(behaviour.Weights.StartAnew, false, [new UserOutcome(1, Fresh(model.Effects.After(state, move)))]);
        }

        if (needs.Contains(EnrolmentAction.EnableVerification) && model.Guards.LetsRegister(state, model.CaseOf(state)))
            yield return new UserOption(behaviour.Weights.RegisterDevice, false, [new UserOutcome(1, Fresh(state with { Device = true }))]);
    }

    private UserOption Attempt(UserState user, Move move, MoveSet alone)
    {
        var state = user.Model;
        var weight = behaviour.Weights.Action;
        if (model.Guards.TakenIn(state, model.CaseOf(state)).Contains(move))
            return new UserOption(weight, model.Effects.SendingIn(state.Shape).Contains(move), [.. Accepted(state, move)]);
        var refusal = attempts.Refuse(state, move);
        if (attempts.WaitFor(refusal, state) is { } over)
            return new UserOption(weight, false, [new UserOutcome(1, Fresh(model.Effects.After(state, over)))]);
        return new UserOption(weight, false, [new UserOutcome(1, user with { Refused = user.Refused | alone }, refusal.Code)]);
    }

    private IEnumerable<UserOutcome> Accepted(ModelState state, Move move)
    {
        var after = model.Effects.After(state, move);
        if (after.Message is SmsDelivery.OnItsWay && !model.LosesSms(after.Class))
            return [new UserOutcome(1, Fresh(after with { Message = SmsDelivery.Arrived }))];
        if (after.Message is SmsDelivery.OnItsWay)
            return [new UserOutcome(1 - loss, Fresh(after with { Message = SmsDelivery.Arrived })), new UserOutcome(loss, Fresh(after with { Message = SmsDelivery.Lost }))];
        if (model.InputOf(move)!.Command is not ConfirmCode || mistyped is not { } wrong)
            return [new UserOutcome(1, Fresh(after))];
        return [new UserOutcome(1 - behaviour.Mistype, Fresh(after)), new UserOutcome(behaviour.Mistype, Fresh(model.Effects.After(state, wrong)), attempts.Refuse(state, wrong).Code)];
    }

    private IEnumerable<UserOption> Exits(UserState user)
    {
        var screen = model.ScreenOf(user.Model);
        var at = model.CaseOf(user.Model);
        var shown = commands.Where(command => user.Refused.Contains(command.Move)).SelectMany(command => attempts.SurfacesShown(user.Model, command.Move)).ToHashSet();
        foreach (var exit in screen.Exits.Where(exit => exit.To != screen.Id && exit.When.Contains(at)))
            yield return new UserOption(WeightOf(exit, shown), false, [new UserOutcome(1, Fresh(user.Model with { Screen = exit.To }))]);
    }

    private double WeightOf(in ScreenExit exit, HashSet<Surface> shown) => exit.Link?.Kind switch
    {
        LinkKind.Visible => behaviour.Weights.VisibleLink,
        LinkKind.Hidden => behaviour.Weights.HiddenLink,
        LinkKind.External => behaviour.Weights.ExternalLink,
        _ when shown.Contains(model.Screens[exit.To].Surface) => behaviour.Weights.ShownWayOut,
        _ => behaviour.Weights.Surface,
    };

    /// <summary>The actions that a state calls for. Where the code cannot be typed, that is another SMS: the same number submitted again sends one, too.</summary>
    private IReadOnlyList<EnrolmentAction> Needs(in ModelState state) => NextAction.In(model.LifecycleOf(state)) switch
    {
        EnrolmentAction.ConfirmCode when !CanType(state) => [EnrolmentAction.ResendCode, EnrolmentAction.SubmitPhone],
        { } called => [called],
        null => [],
    };

    private bool CanType(in ModelState state)
    {
        ref readonly var shape = ref model.Table[state.Shape];
        return state.Message is SmsDelivery.Arrived && !shape.CodeIsExpired && shape.WrongTries < model.Policy.Limits.Code.WrongTries;
    }

    private bool IsWithoutCode(UserState user) =>
        !CanType(user.Model) || !model.ScreenOf(user.Model).WhenOffered(EnrolmentAction.ConfirmCode).Contains(model.CaseOf(user.Model));

    private MoveSet AloneOf(Move move) => MoveSet.Where(model.Inputs.Length, input => input == move.Index);

    private static UserState Fresh(ModelState state) => new(state, default);
}
