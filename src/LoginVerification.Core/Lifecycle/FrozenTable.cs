using Stateless;

namespace LoginVerification.Engine;

/// <summary>
/// A state machine, frozen into a dense table, because a machine per account costs microseconds and kilobytes and is not thread-safe. Immutable and thread-safe.
/// </summary>
internal sealed class FrozenTable<TState>
    where TState : struct, Enum
{
    private static readonly int TriggerCount = Enum.GetValues<LifecycleTrigger>().Length;

    private readonly TState?[] targets = new TState?[Enum.GetValues<TState>().Length * TriggerCount];
    private readonly bool[] concerns = new bool[TriggerCount];

    /// <summary>Fires every trigger in every state of a machine without guards and actions.</summary>
    public FrozenTable(Func<Func<TState>, Action<TState>, StateMachine<TState, LifecycleTrigger>> over)
    {
        TState state = default;
        var machine = over(() => state, next => state = next);
        foreach (var from in Enum.GetValues<TState>())
        {
            foreach (var trigger in Enum.GetValues<LifecycleTrigger>())
            {
                state = from;
                if (!machine.CanFire(trigger))
                    continue;
                machine.Fire(trigger);
                targets[Slot(from, trigger)] = state;
                concerns[(int)trigger] = true;
            }
        }
    }

    /// <summary>The state after an event, or null when it cannot happen in this state.</summary>
    public TState? Next(TState state, LifecycleTrigger trigger) => targets[Slot(state, trigger)];

    /// <summary>Whether the machine has an edge for it from some state.</summary>
    public bool Concerns(LifecycleTrigger trigger) => concerns[(int)trigger];

    private static int Slot(TState state, LifecycleTrigger trigger) => (System.Runtime.CompilerServices.Unsafe.As<TState, int>(ref state) * TriggerCount) + (int)trigger;
}
