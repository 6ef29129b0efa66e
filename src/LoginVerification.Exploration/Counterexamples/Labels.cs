using System.Diagnostics;

namespace LoginVerification.Exploration;

/// <summary>What steps are called: in counterexamples, routes and walks, which tell a step in its state, and in exports, which name it once for all states.</summary>
public static class Labels
{
    internal const string SmsArrives = "the SMS arrives";
    internal const string SmsIsLost = "the SMS is lost";
    internal const string DeviceIsLost = "the device is lost";
    internal const string RegisterDevice = "register a device";

    /// <summary>A kind of link: <c>visible link</c>, <c>hidden link</c> or <c>external link</c>.</summary>
    /// <param name="kind">The kind.</param>
    public static string Of(LinkKind kind) => kind switch
    {
        LinkKind.Visible => "visible link",
        LinkKind.Hidden => "hidden link",
        LinkKind.External => "external link",
        _ => throw new UnreachableException(),
    };

    internal static string WithArticle(LinkKind kind) => $"{(kind is LinkKind.External ? "an" : "a")} {Of(kind)}";

    /// <summary>Following a link, by what the user reads on it, or else by where it leads: <c>follow "manage"</c>, <c>follow the link to pending</c>.</summary>
    /// <param name="link">The link.</param>
    public static string Follow(ScreenLink link)
    {
        ArgumentNullException.ThrowIfNull(link);
        return link.Label is { } label ? $"follow \"{label}\"" : $"follow the link to {link.To}";
    }

    /// <summary>Opening a surface at its home: <c>open web</c>.</summary>
    /// <param name="surface">The surface.</param>
    public static string Open(Surface surface)
    {
        ArgumentNullException.ThrowIfNull(surface);
        return $"open {surface}";
    }

    /// <summary>A step of the lifecycle alone.</summary>
    internal static Step Step(DecisionTable table, ShapeId shape, ColumnId column)
    {
        ref readonly var cell = ref table[shape, column];
        var input = table[column];
        return new Step(ActionOf(input, table[shape])) { Actor = input.Actor, Outcome = OutcomeOf(cell), State = table[cell.Next ?? shape].State };
    }

    /// <summary>A step from a state.</summary>
    internal static Step Step(PolicyModel model, StateId from, Move move)
    {
        var state = model.Codec.Unpack(from);
        var step = move.Kind is MoveKind.Input
            ? Step(model.Table, state.Shape, model.Inputs[move.Index])
            : Leave(model, state, move) with { Actor = model.ActorOf(move), State = model.LifecycleOf(state) };
        return At(model, state, step) with { Class = model.ClassOf(state) };
    }

    /// <summary>An input that is refused, with the refusal of the production decider; but for the count of wrong codes it changes nothing.</summary>
    internal static Step Refused(PolicyModel model, in ModelState state, ColumnId column)
    {
        var input = model.Table[column];
        var facts = input.FactsOn(model.ScreenOf(state).Surface, model.ClassOf(state).Numbers, model.ClassOf(state).Witness, state.Device);
        var refusal = Decider.Decide(model.ExampleOf(state), input.Command!, facts, model.Policy).Refusal
            ?? throw new ArgumentException($"{input.Name} is not refused there.", nameof(column));
        return Standing(model, state, ActionOf(input, model.Table[state.Shape])) with { Outcome = $"refused: {refusal.Code}" };
    }

    /// <summary>The beginning itself, for what is so before anybody does anything.</summary>
    internal static Step Begin(PolicyModel model, in ModelState start) => Standing(model, start, "begin");

    /// <summary>What a user looks for and does not find.</summary>
    internal static Step Missing(PolicyModel model, in ModelState state, string what, string outcome) =>
        Standing(model, state, $"look for {what}") with { Outcome = outcome };

    /// <summary>What the rules say of an action that nobody can try.</summary>
    internal static Step AskRules(PolicyModel model, in ModelState state, EnrolmentAction action, string outcome) =>
        Standing(model, state, $"ask the rules about {action}") with { Outcome = outcome };

    /// <summary>With or without a device, where that makes a difference.</summary>
    internal static string Given(bool? device) => device switch
    {
        null => "",
        true => " with a device",
        false => " without a device",
    };

    /// <summary>A step of a route: the command without what it is about, or the way to another screen.</summary>
    internal static Step InRoute(PolicyModel model, in ModelState state, Move move) => At(
        model, state, model.InputOf(move)?.Choice is { } choice ? new Step(choice.Action.ToString()) : Leave(model, state, move));

    /// <summary>A move in exports, whatever the state.</summary>
    internal static string InModel(PolicyModel model, ScreenId screen, Move move) => move.Kind switch
    {
        MoveKind.Input => model.InputOf(move)!.Name,
        MoveKind.Exit => InModel(model.Screens[screen].Exits[move.Index], model.Screens),
        _ => Of(move.Kind),
    };

    /// <summary>A way to another screen in exports. Their languages take no quotes.</summary>
    internal static string InModel(in ScreenExit exit, ScreenMap screens)
    {
        var to = screens[exit.To];
        if (exit.Link is not { } link)
            return Open(to.Surface);
        var kind = link.Kind is LinkKind.Visible ? "link" : Of(link.Kind);
        return $"follow {kind}{(link.Label is null ? "" : $" {link.Label}")} to {to}";
    }

    /// <summary>Without what one of the export languages might take for its own: a policy's author writes labels as he likes.</summary>
    internal static string Plain(string label) =>
        string.Concat(label.Select(c => char.IsAsciiLetterOrDigit(c) || c is ' ' or ',' or '.' or '\'' or '/' or '-' or '_' or '(' or ')' ? c : '?'));

    private static Step Standing(PolicyModel model, in ModelState state, string action) =>
        At(model, state, new Step(action)) with { State = model.LifecycleOf(state), Class = model.ClassOf(state) };

    private static Step At(PolicyModel model, in ModelState state, Step step)
    {
        var screen = model.ScreenOf(state);
        return step with { Surface = screen.Surface, Screen = screen.Name };
    }

    private static Step Leave(PolicyModel model, in ModelState state, Move move) => model.ExitOf(state, move) switch
    {
        null => new Step(Of(move.Kind)),
        { Link: { } link } => new Step(Follow(link)) { Link = link.Kind },
        { To: var home } => new Step(Open(model.Screens[home].Surface)),
    };

    private static string Of(MoveKind kind) => kind switch
    {
        MoveKind.SmsArrives => SmsArrives,
        MoveKind.SmsLost => SmsIsLost,
        MoveKind.DeviceLost => DeviceIsLost,
        MoveKind.DeviceRegistered => RegisterDevice,
        _ => throw new UnreachableException(),
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

    /// <summary>What comes of it; null where nothing but time passed.</summary>
    private static string? OutcomeOf(in Cell cell)
    {
        if (cell.Events != 0)
            return string.Join(", ", cell.Triggers.Select(OutcomeOf));
        return cell.Refusal is { } code ? $"refused: {code}" : null;
    }

    internal static string OutcomeOf(LifecycleTrigger trigger) => trigger switch
    {
        LifecycleTrigger.PhoneSubmitted => "the code is sent",
        LifecycleTrigger.CodeResent => "the same code is sent again",
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
        LifecycleTrigger.DeliveryFailed => "the SMS is given up",
        LifecycleTrigger.NoticesAcknowledged => "the notices are seen",
        LifecycleTrigger.ClockSetBack => "the clock is set right",
        LifecycleTrigger.NoticeUndeliverable => "the notice stays in the app",
        LifecycleTrigger.RequestHandled => "the request is remembered",
        LifecycleTrigger.SignInBegun => "the owner is asked",
        LifecycleTrigger.SignInResent => "the owner is asked once more",
        LifecycleTrigger.SignInMismatched => "the wrong answer is counted",
        LifecycleTrigger.SignInExhausted => "the challenge takes no more answers",
        LifecycleTrigger.SignInConfirmed => "the device says yes",
        LifecycleTrigger.SignInApproved => "the browser is let in",
        LifecycleTrigger.SignInDenied => "the device says no",
        LifecycleTrigger.SignInExpired => "the challenge is over",
        LifecycleTrigger.BackupCodesIssued => "backup codes are issued",
        LifecycleTrigger.BackupCodeUsed => "the browser is let in by a backup code",
        LifecycleTrigger.BackupCodeMismatched => "the wrong backup code is counted",
        LifecycleTrigger.DeviceBound => "a device is bound",
        LifecycleTrigger.DeviceRenamed => "a device is renamed",
        LifecycleTrigger.DeviceAddressChanged => "a device is reached elsewhere",
        LifecycleTrigger.DeviceRemoved => "a device is removed",
        _ => throw new UnreachableException(),
    };
}
