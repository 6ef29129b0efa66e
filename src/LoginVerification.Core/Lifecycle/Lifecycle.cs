using Stateless.Graph;

namespace LoginVerification.Engine;

/// <summary>The lifecycle tables: which event may happen in which state of an enrolment, and of its sign-in, and where it leads. Frozen once. Immutable and thread-safe.</summary>
public static class Lifecycle
{
    private static readonly FrozenTable<EnrolmentState> Enrolments = new(LifecycleMachine.Over);
    private static readonly FrozenTable<SignInState> SignIns = new(SignInMachine.Over);

    /// <summary>The state after an event, or null when it cannot happen in this state.</summary>
    /// <param name="state">The state before.</param>
    /// <param name="trigger">The kind of event.</param>
    public static EnrolmentState? Next(EnrolmentState state, LifecycleTrigger trigger) => Enrolments.Next(state, trigger);

    /// <summary>The state of the sign-in after an event, or null when it cannot happen in this state. An event that no sign-in is about leaves it as it is.</summary>
    /// <param name="state">The state before.</param>
    /// <param name="trigger">The kind of event.</param>
    public static SignInState? Next(SignInState state, LifecycleTrigger trigger) => SignIns.Concerns(trigger) ? SignIns.Next(state, trigger) : state;

    /// <summary>The lifecycle as a Mermaid state diagram, drawn from the state machine.</summary>
    public static string ToMermaid() =>
        MermaidGraph.Format(LifecycleMachine.Over(() => EnrolmentState.NoPhone, _ => { }).GetInfo());

    /// <summary>A sign-in as a Mermaid state diagram, drawn from the state machine.</summary>
    public static string SignInToMermaid() =>
        MermaidGraph.Format(SignInMachine.Over(() => SignInState.None, _ => { }).GetInfo());
}
