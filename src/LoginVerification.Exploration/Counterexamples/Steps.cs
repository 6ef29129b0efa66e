using System.Diagnostics;

namespace LoginVerification.Exploration;

/// <summary>Makes the steps of stories and routes, in words.</summary>
internal static class Steps
{
    /// <summary>A step of the lifecycle alone.</summary>
    public static Step Of(Input input, in Shape shape, in Answer answer) => Of(input, shape, answer.ToCell(null), answer.Next ?? shape);

    /// <summary>The same, as a table has it.</summary>
    public static Step Of(DecisionTable table, ShapeId shape, ColumnId column)
    {
        ref readonly var cell = ref table[shape, column];
        return Of(table[column], table[shape], cell, table[cell.Next ?? shape]);
    }

    /// <summary>A step from a state.</summary>
    public static Step Of(PolicyModel model, StateId from, Move move)
    {
        var state = model.Codec.Unpack(from);
        var step = move.Kind is MoveKind.Input
            ? Of(model.Table, state.Shape, model.Inputs[move.Index])
            : Leave(model, state, move) with { Actor = model.ActorOf(move), State = model.LifecycleOf(state) };
        return At(model, state, step) with { Class = model.ClassOf(state) };
    }

    /// <summary>An input that is refused, with the refusal of the production decider; but for the count of wrong codes it changes nothing.</summary>
    public static Step Refused(PolicyModel model, in ModelState state, ColumnId column)
    {
        var input = model.Table[column];
        var facts = input.FactsOn(model.ScreenOf(state).Surface, model.ClassOf(state).Numbers, model.ClassOf(state).Witness, state.Device);
        var refusal = Decider.Decide(model.ExampleOf(state), input.Command!, facts, model.Policy).Refusal
            ?? throw new ArgumentException($"{input.Name} is not refused there.", nameof(column));
        return Standing(model, state, ActionOf(input, model.Table[state.Shape])) with { Outcome = $"refused: {refusal.Code}" };
    }

    /// <summary>The beginning itself, for what is so before anybody does anything.</summary>
    public static Step Begin(PolicyModel model, in ModelState start) => Standing(model, start, "begin");

    /// <summary>What a user looks for and does not find.</summary>
    public static Step Missing(PolicyModel model, in ModelState state, string what, string outcome) =>
        Standing(model, state, $"look for {what}") with { Outcome = outcome };

    /// <summary>What the rules say of an action that nobody can try.</summary>
    public static Step AskRules(PolicyModel model, in ModelState state, EnrolmentAction action, string outcome) =>
        Standing(model, state, $"ask the rules about {action}") with { Outcome = outcome };

    /// <summary>A step of a route: the command without what it is about, or the way to another screen.</summary>
    public static Step InRoute(PolicyModel model, in ModelState state, Move move) => At(
        model, state, model.InputOf(move)?.Choice is { } choice ? new Step(choice.Action.ToString()) : Leave(model, state, move));

    private static Step Of(Input input, in Shape shape, in Cell cell, in Shape after) => new(ActionOf(input, shape)) { Actor = input.Actor, Outcome = Outcomes.Of(cell), State = after.State };

    private static Step Standing(PolicyModel model, in ModelState state, string action) =>
        At(model, state, new Step(action)) with { State = model.LifecycleOf(state), Class = model.ClassOf(state) };

    private static Step At(PolicyModel model, in ModelState state, Step step)
    {
        var screen = model.ScreenOf(state);
        return step with { Surface = screen.Surface, Screen = screen.Name };
    }

    private static Step Leave(PolicyModel model, in ModelState state, Move move) => model.ExitOf(state, move) switch
    {
        null => new Step(Labels.Of(move.Kind)),
        { Link: { } link } => new Step(Labels.Follow(link)) { Link = link.Kind },
        { To: var home } => new Step(Labels.Open(model.Screens[home].Surface)),
    };

    /// <summary>What is done, with the part that its number plays.</summary>
    private static string ActionOf(Input input, in Shape shape)
    {
        if (input.Passing is { } passing)
            return TimeOf(passing);
        var number = input.Number is { } slot ? $" ({PartOf(slot, shape)})" : "";
        return $"{input.Family}{(input.Adverse is null ? "" : $", {input.Adverse.Name}")}{number}";
    }

    private static string TimeOf(Passing passing) => passing.Timer switch
    {
        Timer.ResendWait => "the wait for the next code ends",
        Timer.CodeLife => "the code's life ends",
        Timer.Lock => "the lock ends",
        Timer.SendWindow => "a send leaves the window",
        Timer.CoolDown => "the cool-down after the removal ends",
        _ => throw new UnreachableException(),
    };

    private static string PartOf(Slot slot, in Shape shape)
    {
        if (slot is Slot.First && shape.IsVerified)
            return "the verified number";
        if (shape.Pending == slot)
            return "the pending number";
        return shape.IsNew(slot) ? "a new number" : "an earlier number";
    }
}
