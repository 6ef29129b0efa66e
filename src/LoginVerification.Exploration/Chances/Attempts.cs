namespace LoginVerification.Exploration;

/// <summary>What the production decider says to users who try what is not accepted. It remembers its answers. Not thread-safe.</summary>
internal sealed class Attempts(PolicyModel model)
{
    private readonly Dictionary<(ClassId, ScreenId, ShapeId, bool, Move), Refusal> refusals = [];
    private readonly Dictionary<(ClassId, ScreenId, ShapeId, bool, Move), IReadOnlyList<Surface>> shown = [];

    /// <summary>The refusal of an input; it has to be one that is not accepted.</summary>
    public Refusal Refuse(in ModelState state, Move move)
    {
        var key = (state.Class, state.Screen, state.Shape, state.Device, move);
        if (refusals.TryGetValue(key, out var refusal))
            return refusal;
        var (enrolment, command, facts) = Asked(state, move);
        refusal = Decider.Decide(enrolment, command, facts, model.Policy).Refusal!;
        refusals.Add(key, refusal);
        return refusal;
    }

    /// <summary>The surfaces that the page of a refused input names as ways out.</summary>
    public IReadOnlyList<Surface> SurfacesShown(in ModelState state, Move move)
    {
        if (!model.ScreenOf(state).ShowsWaysOut)
            return [];
        var key = (state.Class, state.Screen, state.Shape, state.Device, move);
        if (shown.TryGetValue(key, out var surfaces))
            return surfaces;
        var (enrolment, command, facts) = Asked(state, move);
        var ways = model.Explainer.Decide(enrolment, command, facts).Refusal!.WaysOut.OfType<WayOut.Act>();
        surfaces = [.. ways.Where(way => !way.WithAnotherNumber).Select(way => way.Surface)];
        shown.Add(key, surfaces);
        return surfaces;
    }

    /// <summary>
    /// The end of the timer that a refusal says to wait for: a lock, or the wait before another SMS. Null where it is neither: nobody sits there
    /// until the window of sends ends, a day later.
    /// </summary>
    public Move? WaitFor(Refusal refusal, in ModelState state)
    {
        Timer? timer = refusal.Code switch
        {
            RefusalCode.Locked => Timer.Lock,
            RefusalCode.ResendTooSoon => Timer.ResendWait,
            _ => null,
        };
        foreach (var (index, column) in model.Inputs.Index())
        {
            if (model.Table[column].Passing is { Slot: Slot.First } passing && passing.Timer == timer && model.Table[state.Shape, column].IsStep)
                return new Move(MoveKind.Input, index);
        }

        return null;
    }

    private (Enrolment Enrolment, EnrolmentCommand Command, Facts Facts) Asked(in ModelState state, Move move)
    {
        var input = model.InputOf(move)!;
        return (model.ExampleOf(state), input.Command!, input.FactsOn(model.ScreenOf(state).Surface, model.ClassOf(state).Numbers, state.Device));
    }
}
