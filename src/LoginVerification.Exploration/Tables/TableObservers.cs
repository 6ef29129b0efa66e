namespace LoginVerification.Exploration;

/// <summary>Looks at each shape and each transition while a decision table is filled. Pure and thread-safe.</summary>
internal interface ITableObserver
{
    /// <summary>What it sees in an enrolment.</summary>
    Observations At(Enrolment enrolment, EnrolmentLimits limits);

    /// <summary>What it sees in a transition by which something happens.</summary>
    Observations On(in Transition transition);

    /// <summary>What it sees where an input is refused and nothing happens.</summary>
    Observations OnRefusal(in Transition transition);
}

/// <summary>The observers of a decision table, each with its number. Immutable and thread-safe.</summary>
internal sealed class TableObservers
{
    private readonly ITableObserver[] observers;

    /// <exception cref="NotSupportedException">There are more than one word holds.</exception>
    public TableObservers(params IEnumerable<ITableObserver> observers)
    {
        this.observers = [.. observers];
        if (this.observers.Length > PackedObservations.MostObservers)
            throw new NotSupportedException($"{this.observers.Length} observers do not fit into one word of a cell, which holds {PackedObservations.MostObservers}. Give {nameof(PackedObservations)} a wider word, or let one observer look for two things.");
    }

    public int NumberOf(ITableObserver observer) => Array.IndexOf(observers, observer) is >= 0 and var number
        ? number
        : throw new ArgumentException("The table was not filled under the eyes of this observer.", nameof(observer));

    public PackedObservations At(Enrolment enrolment, EnrolmentLimits limits)
    {
        var seen = default(PackedObservations);
        for (var i = 0; i < observers.Length; i++)
            seen |= PackedObservations.Of(i, observers[i].At(enrolment, limits));
        return seen;
    }

    public PackedObservations On(in Transition transition)
    {
        var seen = default(PackedObservations);
        for (var i = 0; i < observers.Length; i++)
            seen |= PackedObservations.Of(i, transition.Happens ? observers[i].On(transition) : observers[i].OnRefusal(transition));
        return seen;
    }
}
