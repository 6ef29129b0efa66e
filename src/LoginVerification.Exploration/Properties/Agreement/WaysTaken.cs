namespace LoginVerification.Exploration;

/// <summary>
/// Takes ways out in the model: what a way names is done, and from there the refused user reaches what they are after, by what users, time and the host's staff do: a refusal that comes next names them.
/// Not thread-safe: it remembers from where a purpose is reached.
/// </summary>
internal sealed class WaysTaken(PolicyModel model)
{
    private readonly Dictionary<string, PurposeSearch> searches = [];
    private readonly MoveSet byStaff = model.InputsWhere(input => input.Actor is Actor.Operator);

    /// <summary>Whether a way that a refusal names leads on.</summary>
    /// <param name="state">Where the refusal is met.</param>
    /// <param name="refused">The refused input.</param>
    /// <param name="kind">What kind of refusal it is.</param>
    /// <param name="way">The way out.</param>
    public bool LeadsOn(ModelState state, Input refused, RefusalKind kind, WayOut way)
    {
        var purpose = PurposeOf(refused);
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

    private PurposeSearch PurposeOf(Input refused)
    {
        var choices = Purpose.Of((UserCommand)refused.Command!);
        var name = string.Join(' ', choices);
        if (!searches.TryGetValue(name, out var search))
            searches.Add(name, search = new PurposeSearch(model, choices));
        return search;
    }

    /// <summary>The user goes to a screen of the surface that takes the command, gives it, and goes on, be it with another number.</summary>
    private bool IsTaken(ModelState state, WayOut.Act act, PurposeSearch purpose) => ByScreens.From(model, state).Any(at =>
    {
        if (model.ScreenOf(at).Surface != act.Surface)
            return false;
        var taken = model.Guards.TakenIn(at, model.CaseOf(at)) & model.InputsWhere(input => input is { Adverse: null, Choice: { } choice } && choice == act.Choice);
        return LeadsOnBy(at, taken, purpose);
    });

    /// <summary>Some of the inputs is what the user is after, or leads to where that is reached.</summary>
    private bool LeadsOnBy(ModelState state, MoveSet inputs, PurposeSearch purpose)
    {
        for (var taken = model.Guards.TakenIn(state, model.CaseOf(state)) & inputs; !taken.IsEmpty; taken = taken.WithoutFirst)
        {
            if (purpose.IsMetBy(taken.First) || IsReachedWithSomeNumber(model.Effects.After(state, taken.First), purpose))
                return true;
        }

        return false;
    }

    /// <summary>The refusal that comes next may lead to a number that is served.</summary>
    private bool IsReachedWithSomeNumber(ModelState state, PurposeSearch purpose) =>
        purpose.IsReachedFrom(state) || ClassesOfAccount(state).Any(number => number != state.Class && purpose.IsReachedFrom(state with { Class = number }));

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
    private bool WithAnotherNumber(ModelState state, WayOut.Act act, PurposeSearch purpose)
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
                if (model.ScreenOf(at).WhenOffered(EnrolmentAction.SubmitPhone).Contains(model.CaseOf(at)) && purpose.IsReachedFrom(model.Effects.After(begun, submitting)))
                    return true;
            }
        }

        return false;
    }
}
