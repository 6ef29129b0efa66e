using System.Diagnostics;

namespace LoginVerification.Exploration;

/// <summary>Steps in words.</summary>
internal static class Labels
{
    /// <summary>A step of the lifecycle alone.</summary>
    public static TraceStep Step(DecisionTable table, ShapeId shape, ColumnId column)
    {
        ref readonly var cell = ref table[shape, column];
        var input = table[column];
        return new TraceStep(input.Actor, ActionOf(input, table[shape]), OutcomeOf(cell), table[cell.Next ?? shape].State);
    }

    /// <summary>A step from a state.</summary>
    public static TraceStep Step(PolicyModel model, StateId from, Move move)
    {
        var state = model.Codec.Unpack(from);
        var screen = model.ScreenOf(state);
        var step = move.Kind switch
        {
            MoveKind.Input => Step(model.Table, state.Shape, model.Inputs[move.Index]),
            MoveKind.Exit => new TraceStep(Actor.User, ExitOf(model.Screens, screen.Exits[move.Index]), null, model.LifecycleOf(state)),
            _ => new TraceStep(Actor.Environment, ActionLabels.OfAccident(move.Kind), null, model.LifecycleOf(state)),
        };
        return step with { Surface = screen.Surface, Screen = screen.Name, Class = model.ClassOf(state) };
    }

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

    private static string ExitOf(ScreenMap screens, in ScreenExit exit)
    {
        var to = screens[exit.To];
        return exit.Link is not { } link ? ActionLabels.Opening(to.Surface)
            : $"follow {(link.Label is null ? $"the link to {to}" : $"\"{link.Label}\"")} ({KindOf(link.Kind)})";
    }

    public static string KindOf(LinkKind kind) => kind switch
    {
        LinkKind.Visible => "visible link",
        LinkKind.Hidden => "hidden link",
        LinkKind.External => "link outside the page",
        _ => throw new UnreachableException(),
    };

    /// <summary>What comes of it; null where nothing but time passed.</summary>
    private static string? OutcomeOf(in Cell cell)
    {
        if (cell.Events != 0)
            return string.Join(", ", cell.Triggers.Select(OutcomeOf));
        return cell.Refusal is { } code ? $"refused: {code}" : null;
    }

    private static string OutcomeOf(LifecycleTrigger trigger) => trigger switch
    {
        LifecycleTrigger.PhoneSubmitted => "the code is sent",
        LifecycleTrigger.CodeReissued => "a new code is sent",
        LifecycleTrigger.CodeMismatched => "the failure is counted",
        LifecycleTrigger.CodeMatched => "the number is verified",
        LifecycleTrigger.PhoneReplaced => "the number takes the place of the old one",
        LifecycleTrigger.PendingCancelled => "the pending number is given up",
        LifecycleTrigger.PendingLapsed => "the pending number is forgotten",
        LifecycleTrigger.ChannelEnabled => "verification is on",
        LifecycleTrigger.ChannelChanged => "the other channel protects",
        LifecycleTrigger.VerificationDisabled => "verification is off, with a notice",
        LifecycleTrigger.ProtectionDropped => "verification is off, and nobody is told",
        LifecycleTrigger.PhoneRemoved => "the number is gone",
        LifecycleTrigger.PhoneInvalidated => "the number has changed hands",
        LifecycleTrigger.DeliveryOptedOut => "no more SMS go to the number",
        LifecycleTrigger.DeliveryRestored => "SMS go to the number again",
        LifecycleTrigger.Unlocked => "the failures are forgiven",
        LifecycleTrigger.PhoneImported => "the number is moved in",
        LifecycleTrigger.NoticeUndeliverable => "the notice stays in the app",
        LifecycleTrigger.RequestHandled => "the request is remembered",
        _ => throw new UnreachableException(),
    };
}
