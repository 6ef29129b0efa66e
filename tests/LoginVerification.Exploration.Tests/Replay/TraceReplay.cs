using LoginVerification.Exploration.Tests.Support;

namespace LoginVerification.Exploration.Tests.Replay;

/// <summary>
/// Follows a told trace by its words alone: each step has to be one of the graph's, from a start to the end, and each command comes to the same
/// with the real service. Not thread-safe.
/// </summary>
internal sealed class TraceReplay(PolicyModel model) : IDisposable
{
    private readonly InputReplay real = new(model.Policy);

    /// <summary>What is wrong with the trace; null if it can be followed to its end.</summary>
    public string? Complaint(IReadOnlyList<Step>? trace)
    {
        if (trace is not { Count: > 0 })
            return "there is no trace";
        List<StateId> stands = [.. model.Starts()];
        foreach (var (index, step) in trace.Index())
        {
            stands = [.. stands.SelectMany(state => Followed(state, step)).Distinct()];
            if (stands.Count == 0)
                return $"step {index + 1} cannot be taken: {step} on {step.Surface}/{step.Screen}: {step.Outcome}";
        }

        return null;
    }

    public void Dispose() => real.Dispose();

    private IEnumerable<StateId> Followed(StateId id, Step step)
    {
        var state = model.Codec.Unpack(id);
        if (step.Class != model.ClassOf(state) || step.Surface != model.ScreenOf(state).Surface || step.Screen != model.ScreenOf(state).Name)
            return [];
        if (step == Steps.Begin(model, state) || step.Action.StartsWith("look for ", StringComparison.Ordinal))
            return step.Action == "begin" || IsMissing(state, step.Action["look for ".Length..]) ? [id] : [];
        if (step.Action.StartsWith("ask the rules about ", StringComparison.Ordinal))
            return [id];
        return Accepted(id, state, step).Concat(IsRefusal(step) && IsRefused(state, step) ? [id] : []);
    }

    private IEnumerable<StateId> Accepted(StateId id, ModelState state, Step step)
    {
        var next = new List<StateId>();
        foreach (var (move, to) in model.Successors(id, Filter.Everything))
        {
            if (Told(Steps.Of(model, id, move)) == Told(step) && (model.InputOf(move) is not { Command: not null } input || IsAccepted(state, input, to)))
                next.Add(to);
        }

        return next;
    }

    /// <summary>Whether the service comes to the same as the graph.</summary>
    private bool IsAccepted(ModelState state, Input input, StateId to)
    {
        var came = Give(state, input);
        return came.Happens && model.Table[model.Codec.Unpack(to).Shape] == model.Table.Space.Of(came.After, model.ClassOf(state).Numbers);
    }

    /// <summary>Whether the command of these words, which the screen offers, is refused by the service as told, and changes nothing but the count of wrong codes.</summary>
    private bool IsRefused(ModelState state, Step step)
    {
        var column = model.Table.Columns.First(column => Steps.Of(model.Table, state.Shape, column).Action == step.Action);
        var input = model.Table[column];
        return model.ScreenOf(state).WhenOffered(input.Choice!.Value.Action).Contains(model.CaseOf(state))
            && Give(state, input) is { Refusal.Code: var code } came
            && (!came.Happens || came.Events is [CodeMismatched])
            && step.Outcome!.Split(',')[0] == $"refused: {code}";
    }

    private Support.Outcome Give(ModelState state, Input input) =>
        real.Give(model.ExampleOf(state), input, model.ScreenOf(state).Surface, model.ClassOf(state).Numbers, state.Device, ShapeSpace.Now);

    /// <summary>Whether the user does not find what was looked for: an action that is not accepted, or something else that is told in words.</summary>
    private bool IsMissing(ModelState state, string what) => !Enum.TryParse<EnrolmentAction>(what, out var action)
        || (model.Guards.TakenIn(state, model.CaseOf(state)) & model.InputsWhere(input => input.Adverse is null && input.Choice?.Action == action)).IsEmpty;

    private static bool IsRefusal(Step step) => step.Outcome?.StartsWith("refused: ", StringComparison.Ordinal) is true;

    /// <summary>The step without what a property adds to its outcome.</summary>
    private static Step Told(Step step) => step with { Outcome = step.Outcome?.Split(", and the rule ")[0] };
}
