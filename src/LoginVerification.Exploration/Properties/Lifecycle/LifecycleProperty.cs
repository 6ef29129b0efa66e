namespace LoginVerification.Exploration;

/// <summary>A property of enrolments and of what changes them. It looks at each shape and each cell while the decision table is filled.</summary>
internal abstract class LifecycleProperty(string name, string meaning, string trigger) : PolicyProperty(name, PropertyKind.Lifecycle, meaning)
{
    /// <summary>All of them, by their place in a word of sightings.</summary>
    public static IReadOnlyList<LifecycleProperty> Known { get; } = [.. All.OfType<LifecycleProperty>()];

    /// <summary>What has to be seen for the property to say anything.</summary>
    protected virtual Sightings Triggers => Sightings.Trigger;

    /// <summary>What it sees in an enrolment.</summary>
    public virtual Sightings At(Enrolment enrolment, PolicyDocument rules) => Sightings.None;

    /// <summary>What it sees in a question by which something happens.</summary>
    public virtual Sightings On(in Question asked) => Sightings.None;

    /// <summary>What it sees in a question by which nothing happens.</summary>
    public virtual Sightings OnRefusal(in Question asked) => Sightings.None;

    internal sealed override PropertyVerdict Check(Evidence evidence)
    {
        var seen = evidence.SeenBy(this);
        return seen.HasFlag(Sightings.Violation) ? Violated($"not so: {Meaning}", evidence.StoryOfViolation(this))
            : !evidence.IsComplete ? NotClosed()
            : (seen & Triggers) != Triggers ? Vacuous($"never occurs: {trigger}")
            : Proved();
    }

    protected static Sightings Seen(bool trigger, bool violated) =>
        (trigger ? Sightings.Trigger : Sightings.None) | (violated ? Sightings.Violation : Sightings.None);
}
