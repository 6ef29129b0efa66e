namespace LoginVerification.Exploration;

/// <summary>
/// Finds the first "no" on a surface, for a user who does nothing but what each state calls for: submit a number, confirm the code,
/// enable. Who resends, removes and starts again is refused for reasons of their own, and so is who registers a device: whoever needs one was
/// refused the other channel before. The answer is the production decider's.
/// </summary>
internal sealed class FirstRefusal(PolicyModel model, UserMoves user)
{
    /// <summary>The first in breadth-first order from the surface's home that owes a way out; null where there is none.</summary>
    public Met? Find(ClassId number, Screen home, RouteLinks links, bool device)
    {
        var reached = new List<StateId> { user.Start(number, home, device) };
        var seen = new HashSet<StateId>(reached);
        for (var i = 0; i < reached.Count; i++)
        {
            var state = model.Codec.Unpack(reached[i]);
            if (NextAction.In(model.LifecycleOf(state)) is not { } called)
                continue;
            if (model.ScreenOf(state).Surface == home.Surface && Ask(state, called) is { } refusal)
                return new Met(refusal, model.ScreenOf(state));
            reached.AddRange(user.From(reached[i], links)
                .Where(next => next.Move.Kind is not MoveKind.DeviceRegistered && (user.ActionOf(next.Move) ?? called) == called && seen.Add(next.To))
                .Select(next => next.To));
        }

        return null;
    }

    /// <summary>What is said to whoever types a number of a country that has none, with its ways out where the surface takes numbers.</summary>
    public Refusal OfNoNumber(Screen home)
    {
        var start = model.Codec.Unpack(user.Start(default, home, device: false));
        var asking = model.Table.Inputs.First(input => input is { Adverse: null, Command: SubmitPhone });
        var facts = asking.FactsOn(home.Surface, model.ClassOf(start).Numbers, model.ClassOf(start).Witness, device: false) with { Number = new PhoneReading.Unreadable(NumberFault.CountryMismatch) };
        var said = NumberCheck.Check(facts)!;
        return model.Explainer.Decide(model.ExampleOf(start), asking.Command!, facts).Refusal is { } explained && explained.Code == said.Code ? explained : said;
    }

    private Refusal? Ask(in ModelState state, EnrolmentAction called)
    {
        var screen = model.ScreenOf(state);
        if (!screen.WhenOffered(called).Contains(model.CaseOf(state)))
            return null;
        var (known, device) = (model.ClassOf(state), state.Device);
        var enrolment = model.ExampleOf(state);
        return model.Table.Inputs
            .Where(input => input.Choice?.Action == called && input is { Adverse: null, Number: null or Slot.First } && (input.NeedsDevice ?? device) == device)
            .Select(input => (input.Command, model.Explainer.Decide(enrolment, input.Command!, input.FactsOn(screen.Surface, known.Numbers, known.Witness, device)).Refusal))
            .FirstOrDefault(answer => answer.Refusal is { } refusal && Explainer.OwesWayOut(refusal.Code, answer.Command!, enrolment)).Refusal;
    }

    /// <summary>A "no", and the screen where it is met; null where it is none.</summary>
    internal sealed record Met(Refusal Refusal, Screen? At);
}
