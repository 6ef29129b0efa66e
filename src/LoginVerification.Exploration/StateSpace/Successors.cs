using System.Runtime.CompilerServices;

namespace LoginVerification.Exploration;

/// <summary>A state after another one, and the move that leads there.</summary>
internal readonly record struct Successor(Move Move, StateId To);

/// <summary>
/// The states after a state, each with its move, found one by one while they are read: inputs, then what becomes of the SMS and the device, then
/// the exits of the screen. It allocates nothing.
/// </summary>
internal ref struct Successors
{
    private readonly PolicyModel model;
    private readonly StateId id;
    private readonly ModelState state;
    private readonly ConditionCase at;
    private readonly Filter filter;
    private readonly ReadOnlySpan<PolicyModel.Exit> exits;
    private MoveSet inputs;
    private MoveKind other;
    private int exit;

    // Kept apart: most searches read only where moves lead, and build no pair.
    private MoveKind kind;
    private int index;
    private StateId to;

    // A walk is one long call: a small step that is not compiled into it stays slow until it was called often.
    // So it is for every step that is marked like this one: Guards, Effects, StateCodec, PolicyModel.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Successors(PolicyModel model, StateId id, scoped in ModelState state, scoped in Filter filter)
    {
        this.model = model;
        this.id = id;
        this.state = state;
        this.filter = filter;
        at = model.CaseOf(state);
        inputs = model.Guards.TakenIn(state, at) & filter.Inputs;
        other = state.Message is SmsDelivery.OnItsWay || state.Device || model.Guards.LetsRegister(state, at) ? MoveKind.SmsArrives : MoveKind.Exit;
        exits = model.ExitsOf(state.Screen);
    }

    public readonly Successor Current => new(new Move(kind, index), to);

    public readonly Successors GetEnumerator() => this;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MoveNext()
    {
        if (inputs.IsEmpty)
            return TakeOther() || TakeExit();
        var input = inputs.First;
        inputs = inputs.WithoutFirst;
        kind = MoveKind.Input;
        index = input.Index;
        to = model.Codec.Pack(model.Effects.After(state, input));
        return true;
    }

    private bool TakeOther()
    {
        index = 0;
        for (; other < MoveKind.Exit; other++)
        {
            if (After(other) is not { } after)
                continue;
            kind = other++;
            to = model.Codec.Pack(after);
            return true;
        }

        return false;
    }

    private readonly ModelState? After(MoveKind move) => move switch
    {
        MoveKind.SmsArrives when state.Message is SmsDelivery.OnItsWay => state with { Message = SmsDelivery.Arrived },
        MoveKind.SmsLost when state.Message is SmsDelivery.OnItsWay && filter.Adversity && model.LosesSms(state.Class) => state with { Message = SmsDelivery.Lost },
        MoveKind.DeviceLost when state.Device && filter.Adversity => state with { Device = false },
        MoveKind.DeviceRegistered when model.Guards.LetsRegister(state, at) => state with { Device = true },
        _ => null,
    };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TakeExit()
    {
        for (; exit < exits.Length; exit++)
        {
            ref readonly var way = ref exits[exit];
            if (!way.When.Contains(at) || !(filter.HiddenLinks || way.IsVisible) || !(filter.OtherSurfaces || way.StaysOnSurface))
                continue;
            kind = MoveKind.Exit;
            index = exit++;
            to = model.Codec.Moved(id, state.Screen, way.To);
            return true;
        }

        return false;
    }
}
