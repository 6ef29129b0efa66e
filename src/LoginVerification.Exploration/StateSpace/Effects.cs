using System.Runtime.CompilerServices;

namespace LoginVerification.Exploration;

/// <summary>What an input does where it leads on: to the shape, the screen, and the SMS. Immutable and thread-safe.</summary>
internal sealed class Effects
{
    private readonly int inputs;
    private readonly Effect[] effects;
    private readonly ScreenId[] landings;
    private readonly MoveSet[] sending;

    public Effects(ScreenMap screens, DecisionTable table, ColumnId[] columns)
    {
        inputs = columns.Length;
        effects = [.. table.ShapeIds.SelectMany(shape => columns.Select(column => EffectOf(table, shape, column, screens)))];
        landings = [.. screens.Screens.SelectMany(screen => columns.Select(column => table[column].Choice is { } choice ? screen.LandingAfter(choice.Action) : screen.Id))];
        sending = [.. table.ShapeIds.Select(shape => MoveSet.Where(inputs, input => table[shape, columns[input]].SendsCode))];
    }

    /// <summary>The inputs that send a code in a shape.</summary>
    public MoveSet SendingIn(ShapeId shape) => sending[shape.Index];

    /// <summary>The state after an input that leads on from a state.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ModelState After(in ModelState state, Move input)
    {
        ref readonly var effect = ref effects[(state.Shape.Index * inputs) + input.Index];
        var screen = effect.IsRefused ? state.Screen : landings[(state.Screen.Index * inputs) + input.Index];
        var message = effect.Message switch
        {
            MessageEffect.SentAgain when state.Message is SmsDelivery.Arrived => SmsDelivery.Arrived,
            MessageEffect.Sent or MessageEffect.SentAgain => SmsDelivery.OnItsWay,
            MessageEffect.Forgotten => SmsDelivery.None,
            _ => state.Message,
        };
        return new ModelState(state.Class, screen, effect.Next, state.Device, message);
    }

    private static Effect EffectOf(DecisionTable table, ShapeId shape, ColumnId column, ScreenMap screens)
    {
        ref readonly var cell = ref table[shape, column];
        var next = cell.Next ?? shape;
        var message = cell.SendsSameCode ? MessageEffect.SentAgain
            : cell.SendsCode ? MessageEffect.Sent
            : AwaitsMessage(table[next], screens, table.Space.Limits) ? MessageEffect.None
            : MessageEffect.Forgotten;
        return new Effect(next, cell.Refusal is not null, message);
    }

    /// <summary>
    /// Whether it matters what becomes of the SMS: while its code can be typed, or while a screen asks for it. Elsewhere it is forgotten, so that
    /// states that nothing tells apart are one.
    /// </summary>
    private static bool AwaitsMessage(in Shape shape, ScreenMap screens, EnrolmentLimits limits)
    {
        if (shape.Pending is null)
            return false;
        var isCodeLive = !shape.CodeIsExpired && shape.WrongTries < limits.Code.WrongTries;
        return isCodeLive || screens.AsksForDelivery;
    }

    /// <param name="Next">The shape after it.</param>
    /// <param name="IsRefused">Whether it is a "no" that counts, as a wrong code is. The user stays on the screen.</param>
    /// <param name="Message">What it does to the SMS.</param>
    private readonly record struct Effect(ShapeId Next, bool IsRefused, MessageEffect Message);

    private enum MessageEffect : byte
    {
        None,
        Sent,
        SentAgain,
        Forgotten,
    }
}
