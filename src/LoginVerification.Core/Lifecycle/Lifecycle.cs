using Stateless.Graph;

namespace LoginVerification.Engine;

/// <summary>
/// The lifecycle table: which event may happen in which state, and where it leads. Frozen once from the state machine,
/// because a machine per account costs microseconds and kilobytes and is not thread-safe. Immutable and thread-safe.
/// </summary>
public static class Lifecycle
{
    private static readonly int TriggerCount = Enum.GetValues<LifecycleTrigger>().Length;
    private static readonly EnrolmentState?[] Targets = Freeze();

    /// <summary>The state after an event, or null when it cannot happen in this state.</summary>
    /// <param name="state">The state before.</param>
    /// <param name="trigger">The kind of event.</param>
    public static EnrolmentState? Next(EnrolmentState state, LifecycleTrigger trigger) => Targets[Slot(state, trigger)];

    /// <summary>The lifecycle as a Mermaid state diagram, drawn from the state machine.</summary>
    public static string ToMermaid() =>
        MermaidGraph.Format(LifecycleMachine.Over(() => EnrolmentState.NoPhone, _ => { }).GetInfo());

    private static EnrolmentState?[] Freeze()
    {
        var targets = new EnrolmentState?[Enum.GetValues<EnrolmentState>().Length * TriggerCount];
        var state = EnrolmentState.NoPhone;
        var machine = LifecycleMachine.Over(() => state, next => state = next);
        foreach (var from in Enum.GetValues<EnrolmentState>())
        {
            foreach (var trigger in Enum.GetValues<LifecycleTrigger>())
            {
                state = from;
                if (!machine.CanFire(trigger))
                    continue;
                machine.Fire(trigger);
                targets[Slot(from, trigger)] = state;
            }
        }

        return targets;
    }

    private static int Slot(EnrolmentState state, LifecycleTrigger trigger) => ((int)state * TriggerCount) + (int)trigger;
}
