using System.Runtime.CompilerServices;

namespace LoginVerification.Exploration;

/// <summary>
/// When an input can be given, as sets of inputs: the decider accepts it, the screen offers it, the gates let it through, and the user has what
/// it needs; and when a device can be registered. Each of these depends on a part of the state alone and is worked out once, with the policy's own gate and conditions.
/// Immutable and thread-safe.
/// </summary>
internal sealed class Guards
{
    private readonly MoveSet[] acceptedIn;
    private readonly MoveSet[][][] letThrough;
    private readonly MoveSet[][] offeredOn;
    private readonly MoveSet[][] atHand;
    private readonly CaseSet[][] registering;

    public Guards(EnrolmentPolicy policy, DecisionTable table, IReadOnlyList<NumberClass> classes, ColumnId[] columns)
    {
        var screens = policy.Screens.Screens;
        acceptedIn = [.. table.ShapeIds.Select(shape => MoveSet.Where(columns.Length, input => table[shape, columns[input]].IsStep))];
        letThrough =
        [
            .. classes.Select(number => PolicyModel.Devices
                .Select(device => screens.Select(screen => Where(choice => choice is not { } asked || policy.Gate.Check(screen.Surface, asked, number.Numbers[0], number.Asker(device)) is null)).ToArray()).ToArray()),
        ];
        offeredOn =
        [
            .. screens.Select(screen => ConditionCase.All
                .Select(at => Where(choice => choice is not { } asked || screen.WhenOffered(asked.Action).Contains(at))).ToArray()),
        ];
        atHand = [AtHand(device: false), AtHand(device: true)];
        registering = [.. classes.Select(number => screens.Select(screen => OfferingTheApp(policy.Gate, screen, number)).ToArray())];

        MoveSet[] AtHand(bool device) =>
            [.. Enum.GetValues<SmsDelivery>().Select(message => MoveSet.Where(columns.Length, input => IsAtHand(table[columns[input]], device, message)))];

        MoveSet Where(Func<Choice?, bool> holds) => MoveSet.Where(columns.Length, input => holds(table[columns[input]].Choice));
    }

    /// <summary>The inputs that somebody can give in a state, whatever the decider says. What no user asks for needs nothing of screens and gates.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public MoveSet AttemptedIn(in ModelState state, ConditionCase at) => letThrough[state.Class.Index][state.Device ? 1 : 0][state.Screen.Index] & OfferedIn(state, at);

    /// <summary>The inputs that lead on from a state.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public MoveSet TakenIn(in ModelState state, ConditionCase at) => acceptedIn[state.Shape.Index] & AttemptedIn(state, at);

    /// <summary>The inputs that nothing but a gating rule stops in a state.</summary>
    public MoveSet StoppedByRulesIn(in ModelState state, ConditionCase at) =>
        (acceptedIn[state.Shape.Index] & OfferedIn(state, at)).Except(letThrough[state.Class.Index][state.Device ? 1 : 0][state.Screen.Index]);

    /// <summary>The inputs that the screen offers in a state and for which the user has what they need, whatever rules and the decider say.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public MoveSet OfferedIn(in ModelState state, ConditionCase at) => offeredOn[state.Screen.Index][at.Index] & atHand[state.Device ? 1 : 0][(int)state.Message];

    /// <summary>Whether the user can register a device: none is, and the screen offers the app channel, which the gates let through once one is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool LetsRegister(in ModelState state, ConditionCase at) => !state.Device && registering[state.Class.Index][state.Screen.Index].Contains(at);

    private static CaseSet OfferingTheApp(Gate gate, Screen screen, NumberClass number) => new[] { EnrolmentAction.EnableVerification, EnrolmentAction.ChangeChannel }
        .Where(action => gate.Check(screen.Surface, new Choice(action, VerificationChannel.AppPush), number.Numbers[0], number.Asker(device: true)) is null)
        .Aggregate(default(CaseSet), (cases, action) => cases.Or(screen.WhenOffered(action)));

    /// <summary>Nobody types a code before its SMS arrives. Where none is awaited it arrived long ago.</summary>
    private static bool IsAtHand(Input input, bool device, SmsDelivery message)
    {
        if (input.Choice is null)
            return true;
        var isCodeKnown = message is SmsDelivery.None or SmsDelivery.Arrived;
        return (input.NeedsDevice ?? device) == device && (isCodeKnown || !input.NeedsMessage);
    }
}
