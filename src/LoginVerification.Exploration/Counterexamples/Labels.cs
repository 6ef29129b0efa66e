using System.Diagnostics;

namespace LoginVerification.Exploration;

/// <summary>Steps in words.</summary>
internal static class Labels
{
    /// <summary>A step of the lifecycle alone.</summary>
    public static TraceStep Step(DecisionTable table, int shape, int input)
    {
        ref readonly var cell = ref table[shape, input];
        var known = table.Inputs[input];
        return new TraceStep(known.Actor, ActionOf(known, table.Shapes[shape]), OutcomeOf(cell), table.Shapes[cell.Happens ? cell.Next : shape].State);
    }

    /// <summary>A step from a place on a screen.</summary>
    public static TraceStep Step(PolicyModel product, ModelState place, int move)
    {
        var page = product.Site.Pages[place.Page];
        var step = move switch
        {
            < Move.MostInputs => Step(product.Table, place.Shape, product.Moves[move]),
            Move.MessageArrives => Accident(ActionLabels.MessageArrives),
            Move.MessageIsLost => Accident(ActionLabels.MessageIsLost),
            Move.DeviceIsLost => Accident(ActionLabels.DeviceIsLost),
            _ => new TraceStep(Actor.User, TrailOf(product, page.Trails[move - Move.FirstTrail]), null, product.StateOf(place)),
        };
        return step with { Surface = page.Surface, Screen = page.Screen.Name, Class = product.Classes[place.Class] };

        TraceStep Accident(string what) => new(Actor.Environment, what, null, product.StateOf(place));
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

    private static string PartOf(Slot slot, in Shape shape) =>
        slot is Slot.First && shape.IsVerified ? "the verified number"
        : shape.Pending == slot ? "the pending number"
        : shape.IsNew(slot) ? "a new number"
        : "an earlier number";

    private static string TrailOf(PolicyModel product, in Trail trail)
    {
        var to = product.Site.Pages[trail.To];
        return trail.Link is not { } link ? $"open {to.Surface}"
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
        var events = cell.Events;
        var told = Enum.GetValues<LifecycleTrigger>().Where(trigger => (events & Cell.Bit(trigger)) != 0).Select(OutcomeOf).ToList();
        return told.Count > 0 ? string.Join(", ", told) : cell.Refusal is { } code ? $"refused: {code}" : null;
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
