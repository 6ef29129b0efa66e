namespace LoginVerification.Exploration;

/// <summary>A property of enrolments and of what changes them. It looks at each shape and each cell while the decision table is filled.</summary>
internal abstract class LifecycleProperty(string name, string meaning, string trigger) : PolicyProperty(name, PropertyKind.Lifecycle, meaning)
{
    /// <summary>All of them, by their place in a word of sightings.</summary>
    public static IReadOnlyList<LifecycleProperty> Known { get; } = [.. All.OfType<LifecycleProperty>()];

    /// <summary>What has to be seen for the property to say anything.</summary>
    protected virtual Observations Triggers => Observations.Trigger;

    /// <summary>What it sees in an enrolment.</summary>
    public virtual Observations At(Enrolment enrolment, PolicyDocument rules) => Observations.None;

    /// <summary>What it sees in a question by which something happens.</summary>
    public virtual Observations On(in Transition asked) => Observations.None;

    /// <summary>What it sees in a question by which nothing happens.</summary>
    public virtual Observations OnRefusal(in Transition asked) => Observations.None;

    internal sealed override PropertyVerdict Check(Evidence evidence)
    {
        var seen = evidence.SeenBy(this);
        return seen.HasFlag(Observations.Violation) ? Violated($"not so: {Meaning}", evidence.StoryOfViolation(this))
            : !evidence.IsComplete ? NotClosed()
            : (seen & Triggers) != Triggers ? Vacuous($"never occurs: {trigger}")
            : Proved();
    }

    protected static Observations Seen(bool trigger, bool violated) =>
        (trigger ? Observations.Trigger : Observations.None) | (violated ? Observations.Violation : Observations.None);
}
