namespace LoginVerification.Exploration;

/// <summary>A safety property of enrolments and of what changes them. It looks at each shape and each transition while the decision table is filled.</summary>
internal abstract class LifecycleProperty(string name, string meaning, string trigger) : PolicyProperty(name, PropertyKind.Lifecycle, meaning), ITableObserver
{
    /// <summary>What has to be seen for the property to say anything.</summary>
    protected virtual Observations Triggers => Observations.Trigger;

    public virtual Observations At(Enrolment enrolment, EnrolmentLimits limits) => Observations.None;

    public virtual Observations On(in Transition transition) => Observations.None;

    public virtual Observations OnRefusal(in Transition transition) => Observations.None;

    internal override PropertyVerdict Check(Evidence evidence)
    {
        var seen = evidence.SeenBy(this);
        if (seen.HasFlag(Observations.Violation))
        {
            var trace = evidence.CounterexampleOf(this);
            var last = trace is [.., var step] ? step : null;
            return Violated(last is null ? $"it does not hold that {Meaning}" : Told(last), [new Violation { Class = last?.Class, Surface = last?.Surface, Screen = last?.Screen, State = last?.State }], trace);
        }

        if (!evidence.IsComplete)
            return NotClosed();
        return (seen & Triggers) == Triggers ? Proved() : Vacuous($"never occurs: {trigger}");
    }

    /// <summary>The last step, after which it does not hold any more.</summary>
    private static string Told(Step last) => $"{(last.Surface is null ? "" : $"{last.Surface}/{last.Screen}, {last.Class!.Name}: ")}{last}: {last.Outcome}";

    protected static Observations Seen(bool trigger, bool violated) =>
        (trigger ? Observations.Trigger : Observations.None) | (violated ? Observations.Violation : Observations.None);
}
