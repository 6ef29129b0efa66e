namespace LoginVerification.Benchmarks;

/// <summary>
/// What every ratio is measured against: the library's lifecycle as a Stateless machine that is made for one account and fired or asked once.
/// It knows the state alone: no rules, no snapshot, no events.
/// </summary>
internal static class StatelessPerAccount
{
    public static EnrolmentState Fire(EnrolmentState state, LifecycleTrigger trigger)
    {
        LifecycleMachine.Over(() => state, next => state = next).Fire(trigger);
        return state;
    }

    public static bool CanFire(EnrolmentState state, LifecycleTrigger trigger) =>
        LifecycleMachine.Over(() => state, next => state = next).CanFire(trigger);
}
