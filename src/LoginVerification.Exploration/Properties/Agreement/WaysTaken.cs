namespace LoginVerification.Exploration;

/// <summary>
/// Takes ways out in the model: the refused user comes to where what a way names is done, and from there to what they are after, by what users,
/// time and the host's staff do: a refusal that comes next names them. Not thread-safe: it remembers from where a purpose is reached.
/// </summary>
internal sealed class WaysTaken(PolicyModel model)
{
    private readonly Dictionary<string, Aim> aims = [];
    private readonly Dictionary<(Aim, WayOut.Act), PurposeSearch> acts = [];
    private readonly MoveSet byStaff = model.InputsWhere(input => input.Actor is Actor.Operator);

    /// <summary>Whether a way that a refusal names leads on.</summary>
    /// <param name="state">Where the refusal is met.</param>
    /// <param name="refused">The refused input.</param>
    /// <param name="kind">What kind of refusal it is.</param>
    /// <param name="way">The way out.</param>
    public bool LeadsOn(ModelState state, Input refused, RefusalKind kind, WayOut way)
    {
        var purpose = PurposeOf(refused);
        state = state with { Class = model.FirstAlikeWithAccounts(state.Class) };
        return way switch
        {
            WayOut.Act { WithAnotherNumber: true } act => WithAnotherNumber(state, act, purpose),
            WayOut.Act act => IsTaken(state, act, purpose) || (act.Choice.Action is EnrolmentAction.SubmitPhone && WithAnotherNumber(state, act, purpose)),
            WayOut.RegisterDevice => IsReachedWithSomeNumber(state with { Device = true }, purpose),
            WayOut.RestoreDelivery => LeadsOnBy(state, model.InputsWhere(input => input.Command is RestoreDelivery), purpose),
            // Who holds sends back is beside the model: that they let them go is all that is needed.
            WayOut.AskOperator when kind is not RefusalKind.Wait && refused.Adverse is null => LeadsOnBy(state, byStaff, purpose),
            _ => IsReachedWithSomeNumber(state, purpose),
        };
    }

    private Aim PurposeOf(Input refused)
    {
        var choices = Purpose.Of((UserCommand)refused.Command!);
        var name = string.Join(' ', choices);
        if (!aims.TryGetValue(name, out var aim))
        {
            var meeting = model.InputsWhere(input => input is { Adverse: null, Actor: not Actor.Environment, Command: UserCommand command } && choices.Contains(command.Choice));
            aims.Add(name, aim = new Aim(meeting, new PurposeSearch(model, at => !(model.Guards.TakenIn(at, model.CaseOf(at)) & meeting).IsEmpty)));
        }

        return aim;
    }

    /// <summary>
    /// The user comes to a screen of the surface that takes the command, gives it, and goes on, be it with another number. What became of the SMS
    /// no service knows: that it arrived is taken as met, too.
    /// </summary>
    private bool IsTaken(ModelState state, WayOut.Act act, Aim purpose)
    {
        if (!acts.TryGetValue((purpose, act), out var search))
        {
            var named = model.InputsWhere(input => input is { Adverse: null, Actor: Actor.User, Choice: { } choice } && choice == act.Choice);
            acts.Add((purpose, act), search = new PurposeSearch(model, at => model.ScreenOf(at).Surface == act.Surface && LeadsOnBy(at, named, purpose)));
        }

        return search.IsReachedFrom(state) || (state.Message is SmsDelivery.OnItsWay or SmsDelivery.Lost && search.IsReachedFrom(state with { Message = SmsDelivery.Arrived }));
    }

    /// <summary>Some of the inputs is what the user is after, or leads to where that is reached.</summary>
    private bool LeadsOnBy(ModelState state, MoveSet inputs, Aim purpose)
    {
        for (var taken = model.Guards.TakenIn(state, model.CaseOf(state)) & inputs; !taken.IsEmpty; taken = taken.WithoutFirst)
        {
            if (purpose.Meeting.Contains(taken.First) || IsReachedWithSomeNumber(model.Effects.After(state, taken.First), purpose))
                return true;
        }

        return false;
    }

    /// <summary>The refusal that comes next may lead to a number that is served.</summary>
    private bool IsReachedWithSomeNumber(ModelState state, Aim purpose) =>
        purpose.Search.IsReachedFrom(state) || ClassesOfAccount(state).Any(number => number != state.Class && purpose.Search.IsReachedFrom(state with { Class = number }));

    /// <summary>The classes of the numbers that the same user may have: another number does not make another account.</summary>
    private IEnumerable<ClassId> ClassesOfAccount(ModelState state)
    {
        var account = model.ClassOf(state).Witness;
        return model.ClassIds.Where(number => model.Classes[number.Index].Account.All(account.Contains));
    }

    /// <summary>
    /// The service takes a number that the account does not know, and the way goes on as for whoever begins with such a number: a model knows no
    /// more numbers than its scale says.
    /// </summary>
    private bool WithAnotherNumber(ModelState state, WayOut.Act act, Aim purpose)
    {
        var submitting = model.InputsWhere(input => input is { Adverse: null, Number: Slot.First, Command: SubmitPhone }).First;
        var (input, example) = (model.InputOf(submitting)!, model.ExampleOf(state));
        var account = model.ClassOf(state).Witness;
        foreach (var number in ClassesOfAccount(state))
        {
            var other = model.Classes[number.Index].Another;
            var facts = input.FactsOn(act.Surface, model.Classes[number.Index].Numbers, account, state.Device) with { Number = new PhoneReading.Readable(other) };
            if (Decider.Decide(example, input.Command!, facts, model.Policy).Refusal is not null)
                continue;
            foreach (var at in ByScreens.From(model, state).Where(at => model.ScreenOf(at).Surface == act.Surface))
            {
                var begun = at with { Class = number, Shape = ShapeId.Initial, Message = SmsDelivery.None };
                if (model.ScreenOf(at).WhenOffered(EnrolmentAction.SubmitPhone).Contains(model.CaseOf(at)) && purpose.Search.IsReachedFrom(model.Effects.After(begun, submitting)))
                    return true;
            }
        }

        return false;
    }

    /// <summary>What a refused user is after: the inputs that it is, and from where one of them is accepted.</summary>
    private sealed record Aim(MoveSet Meeting, PurposeSearch Search);
}
